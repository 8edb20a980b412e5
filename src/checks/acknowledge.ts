import type { Dataset } from '#domain/dataset.ts'
import { namedFiles } from '#domain/named-files.ts'
import { catalogue } from '#problems/catalogue.ts'
import { nearest } from '#problems/nearest.ts'
import { atValue, type Problem } from '#problems/problem.ts'
import type { Acknowledgement } from '#schema/acknowledgement.ts'
import { reportsOf } from './blocks.ts'
import { inspectionFile, problem, statementFile, type CheckInput } from './check.ts'

/**
 * What is left of the problems after each file's `acknowledged` has let warnings and hints stand, in
 * the file itself, in the attachments that it names and, for an inspection, in its bulletin. An error is never let stand; an entry that
 * lets nothing stand is a warning, so that none outlives its cause.
 */
export function acknowledge(
  problems: readonly Problem[],
  dataset: Dataset,
  intact: CheckInput['intact'],
): Problem[] {
  let left = [...problems]
  const unneeded: Problem[] = []
  const named = Map.groupBy(namedFiles(dataset), ({ record }) => record)
  for (const { file, bulletin, acknowledged } of acknowledgementsOf(dataset)) {
    const attachments = new Set(
      named.get(file)?.map(({ path }) => `content/attachments/${path}`) ?? [],
    )
    for (const [n, { code, at }] of acknowledged.entries()) {
      const meant = (one: Problem): boolean =>
        one.code === code &&
        (one.file === file || one.file === bulletin || attachments.has(one.file)) &&
        isBelow(one, at)
      const silenced = problems.filter((one) => meant(one) && one.level !== 'error')
      const [error] = problems.filter((one) => meant(one) && one.level === 'error')
      left = left.filter((one) => !silenced.includes(one))
      const place = atValue('acknowledged', n, 'code')
      const warn = (found: Problem['code'], args: Problem['args']): void => {
        unneeded.push(problem(found, file, place, args, 'warning'))
      }
      const near = nearest(code, Object.keys(catalogue))
      if (silenced.length > 0) continue
      if (error !== undefined) warn('acknowledgement-of-error', { code })
      else if (Object.hasOwn(catalogue, code)) {
        // With a mistake in the file, the finding may only be hidden behind it.
        if (intact(file, [])) warn('acknowledgement-unneeded', { code, at: at ?? '整个文件' })
      } else if (near === null) warn('acknowledgement-unknown', { code })
      else warn('acknowledgement-unknown-near', { code, near })
    }
  }
  return [...left, ...unneeded]
}

interface Acknowledged {
  readonly file: string
  /** The bulletin of an inspection, for which the inspection speaks. */
  readonly bulletin?: string
  readonly acknowledged: readonly Acknowledgement[]
}

/** The entries of every file that has any. */
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
  yield* from('data/site.yaml', site.acknowledged)
  for (const list of ['units', 'channels'] as const)
    yield* from(`data/${list}.yaml`, acknowledged?.[list])
  for (const [id, one] of Object.entries(catalogues))
    yield* from(`data/indicators/${id}.yaml`, one.acknowledged)
  for (const one of inspections)
    yield* from(inspectionFile(one), one.acknowledged, `content/bulletins/${one.id}.mdx`)
  for (const [period, one] of Object.entries(registers))
    yield* from(`data/registers/${period}.yaml`, one.acknowledged)
  for (const { file, report } of reportsOf(dataset)) yield* from(file, report.acknowledged)
  for (const [issue, statements] of Object.entries(dataset.statements))
    for (const [unit, one] of Object.entries(statements))
      yield* from(statementFile(issue, unit), one.acknowledged)
}

/** Whether a problem stands at or below a place in the data, as `areas.media.rates`, or in an attachment. */
function isBelow({ place, args }: Problem, at: string | undefined): boolean {
  if (at === undefined) return true
  // In a bulletin, a finding names the value that it is about; in an attachment, the file.
  const paths =
    'path' in place
      ? [place.path.join('.')]
      : [args.path, args.name, ...String(args.paths ?? '').split('、')]
  return paths.some((path) => path === at || String(path ?? '').startsWith(`${at}.`))
}
