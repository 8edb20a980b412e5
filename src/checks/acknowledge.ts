import type { Inspection } from '#domain/dataset.ts'
import { catalogue } from '#problems/catalogue.ts'
import { nearest } from '#problems/nearest.ts'
import { atValue, type Problem } from '#problems/problem.ts'
import { inspectionFile, problem, type CheckInput } from './check.ts'

/**
 * What is left of the problems after each inspection's `acknowledged` has let warnings and hints
 * stand, in its own file and in its bulletin. An error is never let stand; an entry that lets
 * nothing stand is a warning, so that none outlives its cause.
 */
export function acknowledge(
  problems: readonly Problem[],
  inspections: readonly Inspection[],
  intact: CheckInput['intact'],
): Problem[] {
  let left = [...problems]
  const unneeded: Problem[] = []
  for (const inspection of inspections) {
    const file = inspectionFile(inspection)
    const bulletin = `content/bulletins/${inspection.id}.mdx`
    for (const [n, { code, at }] of (inspection.acknowledged ?? []).entries()) {
      const meant = (one: Problem): boolean =>
        one.code === code && (one.file === file || one.file === bulletin) && isBelow(one, at)
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

/** Whether a problem stands at or below a place in the data, as `areas.media.rates`. */
function isBelow({ place, args }: Problem, at: string | undefined): boolean {
  if (at === undefined) return true
  // In a bulletin, a finding names the value that it is about.
  const path = 'path' in place ? place.path.join('.') : String(args.path ?? '')
  return path === at || path.startsWith(`${at}.`)
}
