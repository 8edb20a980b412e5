import { authoredFile } from '#schema/authored-files.ts'
import type { Dataset } from '#model/dataset.ts'
import type { LocatedProblem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import { draftOf } from '#model/records/draft.ts'
import { nullPrototypeObject } from '#read/yaml/null-prototype.ts'
import { readRecord } from '#read/records/read-record.ts'
import { reportOn } from '#check/report.ts'
import { offsetOf, type YamlSource } from '#model/records/yaml-places.ts'
import { parse } from '#read/yaml/yaml-parse.ts'
import { fileOf, type FormFile, type FormRecord, forms } from './form-kinds.ts'
import type { FormContext } from '#model/form-context.ts'

/** A problem and its place in the form; null when it has none. */
export interface FormProblem {
  readonly problem: LocatedProblem
  readonly path: Path | null
}

/**
 * Problems that depend on the ledgers of other units and years, which a form does not know: a
 * consultation may name a document of the year after.
 */
const undecided: ReadonlySet<string> = new Set(['policy-unknown', 'policy-unknown-near'])

/**
 * Checks one new file together with the existing ones, with the same rules and words as `npm run
 * check`.
 */
export function checkFile(form: FormFile, text: string, context: FormContext): FormProblem[] {
  const file = fileOf(form)
  const { schema, placeholder } = forms[form.kind]
  const { value, source, problems } = readRecord({ file, text }, schema, placeholder)
  const sources = new Map([
    [file, source],
    ...[
      known(authoredFile('site'), context.site),
      known(authoredFile('units'), { units: context.units }),
      ...context.inspections.map((one) => known(authoredFile('inspection', one.id), one)),
      ...Object.entries(context.catalogues ?? {}).map(([id, one]) =>
        known(authoredFile('indicators', id), one),
      ),
    ].map((one) => [one.file, one] as const),
  ])
  const dataset = datasetWith(form, value, context)
  return reportOn({ dataset, problems, sources, unreadable: [] })
    .problems.filter((problem) => problem.file === file && !undecided.has(problem.code))
    .map((problem) => ({ problem, path: problemPath(problem, source) }))
}

/** The dataset of what a form knows, with its one new file. */
export function datasetOfForm(form: FormFile, text: string, context: FormContext): Dataset {
  const { schema, placeholder } = forms[form.kind]
  const { value } = readRecord({ file: fileOf(form), text }, schema, placeholder)
  return datasetWith(form, value, context)
}

function datasetWith(
  { kind, of, unit }: FormFile,
  value: FormRecord,
  context: FormContext,
): Dataset {
  const record = { [of]: { [unit]: value } }
  const { periods: _periods, catalogues = nullPrototypeObject(), ...known } = context
  return {
    ...known,
    channels: nullPrototypeObject(),
    catalogues,
    bulletins: nullPrototypeObject(),
    attachments: nullPrototypeObject(),
    acknowledged: { units: [], channels: [] },
    withdrawals: [],
    openness: nullPrototypeObject(),
    opennessOffice: nullPrototypeObject(),
    selfInspections: nullPrototypeObject(),
    statements: nullPrototypeObject(),
    ...(kind === 'self-inspection'
      ? { selfInspections: record as Dataset['selfInspections'] }
      : kind === 'rectification'
        ? { statements: record as Dataset['statements'] }
        : { openness: record as Dataset['openness'] }),
  }
}

/** A file with known values but without its text; it has passed its own check. */
const known = (file: string, value: object): YamlSource => ({
  file,
  text: '',
  document: parse(''),
  value,
  draft: draftOf(''),
  brokenFrom: null,
  repeated: [],
})

/** The path of a problem, or that of the value at its offset. */
function problemPath({ place }: LocatedProblem, source: YamlSource): Path | null {
  if ('path' in place) return place.path
  if (place.at === 'file') return null
  const before = pathsIn(source.value)
    .map((path) => ({ path, offset: offsetOf(source, path, 'key') }))
    .filter(({ offset }) => offset <= place.offset)
  return (
    before.reduce<(typeof before)[number] | null>(
      (last, one) => (last === null || one.offset >= last.offset ? one : last),
      null,
    )?.path ?? null
  )
}

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  return Object.entries(value).flatMap(([key, inner]) =>
    pathsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  )
}
