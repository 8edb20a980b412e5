import { authoredFile } from '#schema/authored-files.ts'
import type { Dataset } from '#model/dataset.ts'
import { namedFiles } from '#model/named-files.ts'
import { catalogue, type ProblemCode } from '#messages/catalogue.ts'
import { nearestWithin } from '#messages/nearest.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import type { Acknowledgement } from '#schema/acknowledgement.ts'
import { unitLedgers } from '#model/openness-files.ts'
import { namedReports } from './blocks.ts'
import { inspectionFile, problem, statementFile, type CheckInput } from './check.ts'

/**
 * Errors that an office may acknowledge with a written reason, because a program cannot distinguish
 * a draft published for comment, an address in an explanation or an office's own telephone or
 * mailbox from something that should not be public.
 */
const acknowledgeableErrors: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'personal-number',
  'email-not-listed',
  'draft-mark',
  'internal-address',
  'attachment-draft',
  'attachment-internal-address',
])

/**
 * Removes the warnings and hints that a file's `acknowledged` entries match: in the file itself, in
 * the attachments that it names and, for an inspection, in its bulletin. Only
 * `acknowledgeableErrors` can be acknowledged among errors. An entry that matches nothing becomes a
 * warning, so that no entry outlives its cause.
 */
export function acknowledge(
  problems: readonly Problem[],
  dataset: Dataset,
  isUsable: CheckInput['isUsable'],
): Problem[] {
  const known = Object.keys(catalogue)
  const nearestKnown = nearestWithin()
  // A record's entries also cover its attachments.
  const records = new Map<string, Set<string>>()
  for (const { path, record } of namedFiles(dataset)) {
    const file = authoredFile('attachment', path)
    records.set(file, (records.get(file) ?? new Set()).add(record))
  }
  const inFiles = new ProblemsByPlace(problems, (file) => [...(records.get(file) ?? [])])
  const foundBefore = new Map<string, { isSilenced: boolean; isError: boolean }>()
  const acknowledgedProblems = new Set<Problem>()
  const unneeded: Problem[] = []
  for (const { file, bulletin, acknowledged } of acknowledgementsOf(dataset)) {
    for (const [n, { code, at }] of acknowledged.entries()) {
      const about = `${file} ${code} ${at ?? ''}`
      const found = foundBefore.get(about) ?? { isSilenced: false, isError: false }
      // Identical entries reuse the result of the first.
      if (!foundBefore.has(about))
        for (const one of [file, ...(bulletin === undefined ? [] : [bulletin])])
          for (const match of inFiles.at(one, code, at))
            if (match.level === 'error' && !acknowledgeableErrors.has(match.code))
              found.isError = true
            else {
              found.isSilenced = true
              acknowledgedProblems.add(match)
            }
      foundBefore.set(about, found)
      const place = atValue('acknowledged', n, 'code')
      const warn = (what: Problem['code'], args: Problem['args']): void => {
        unneeded.push(problem(what, file, place, args, 'warning'))
      }
      if (found.isSilenced) continue
      if (found.isError) warn('acknowledgement-of-error', { code })
      else if (Object.hasOwn(catalogue, code)) {
        // If the file has a mistake, the acknowledged problem may only be hidden by it.
        if (isUsable(file, [])) warn('acknowledgement-unneeded', { code, at: at ?? '整个文件' })
      } else {
        const near = nearestKnown(code, known)
        if (near === null) warn('acknowledgement-unknown', { code })
        else warn('acknowledgement-unknown-near', { code, near })
      }
    }
  }
  return [...problems.filter((one) => !acknowledgedProblems.has(one)), ...unneeded]
}

/**
 * Indexes problems by code and by each path at or above their place, so that an entry is looked up
 * in one step.
 */
class ProblemsByPlace {
  readonly #byPlace = new Map<string, Problem[]>()

  constructor(problems: readonly Problem[], recordsOf: (file: string) => readonly string[]) {
    for (const one of problems)
      for (const file of new Set([one.file, ...recordsOf(one.file)]))
        for (const place of placesAbove(one)) {
          const key = this.#key(file, one.code, place)
          const known = this.#byPlace.get(key)
          if (known === undefined) this.#byPlace.set(key, [one])
          else known.push(one)
        }
  }

  /** The problems with a code in a file, at or below a path; without a path, in the whole file. */
  at(file: string, code: string, place: string | undefined): readonly Problem[] {
    return this.#byPlace.get(this.#key(file, code, place)) ?? []
  }

  readonly #key = (file: string, code: string, place: string | undefined): string =>
    `${file} ${code} ${place ?? ''}`
}

interface Acknowledged {
  readonly file: string
  /** The bulletin of an inspection, which the inspection's entries also cover. */
  readonly bulletin?: string
  readonly acknowledged: readonly Acknowledgement[]
}

/** The acknowledgements of every file that has any. */
function* acknowledgementsOf(dataset: Dataset): Generator<Acknowledged> {
  const { site, acknowledged, catalogues, inspections, registers } = dataset
  const from = function* (
    file: string,
    entries: readonly Acknowledgement[] | undefined,
    bulletin?: string,
  ): Generator<Acknowledged> {
    if (entries !== undefined)
      yield { file, acknowledged: entries, ...(bulletin === undefined ? {} : { bulletin }) }
  }
  yield* from(authoredFile('site'), site.acknowledged)
  for (const list of ['units', 'channels'] as const)
    yield* from(authoredFile(list), acknowledged?.[list])
  for (const [id, one] of Object.entries(catalogues))
    yield* from(authoredFile('indicators', id), one.acknowledged)
  for (const one of inspections)
    yield* from(inspectionFile(one), one.acknowledged, authoredFile('bulletin', one.id))
  for (const [period, one] of Object.entries(registers))
    yield* from(authoredFile('register', period), one.acknowledged)
  for (const { file, report } of namedReports(dataset)) yield* from(file, report.acknowledged)
  for (const [issue, statements] of Object.entries(dataset.statements))
    for (const [unit, one] of Object.entries(statements))
      yield* from(statementFile(issue, unit), one.acknowledged)
  for (const { year, unit, ledger } of unitLedgers(dataset))
    yield* from(authoredFile('openness', year, unit), ledger.acknowledged)
  for (const [year, office] of Object.entries(dataset.opennessOffice))
    yield* from(authoredFile('openness-office', year), office.acknowledged)
}

/**
 * The paths at or above a problem, such as `areas.media.rates`, or its attachment. Undefined stands
 * for the whole file.
 */
function placesAbove({ place, args }: Problem): ReadonlySet<string | undefined> {
  // A problem in a bulletin names the path of the value concerned, one in an attachment the file.
  const paths =
    'path' in place
      ? [place.path.join('.')]
      : [args.path, args.name, ...String(args.paths ?? '').split('、')]
  const found = new Set<string | undefined>([undefined])
  for (const path of paths.map((one) => String(one ?? ''))) {
    for (let dot = path.indexOf('.'); dot !== -1; dot = path.indexOf('.', dot + 1))
      found.add(path.slice(0, dot))
    found.add(path)
  }
  return found
}
