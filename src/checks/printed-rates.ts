import { countOf } from '#domain/figure.ts'
import { rateView, type RateView } from '#domain/rate.ts'
import { comparePrinted, decimalsOf, honestPercent } from '#domain/ratio.ts'
import type { Group } from '#schema/group.ts'
import type { Issue } from '#schema/issue.ts'
import { atValue, type Problem } from '#problems/problem.ts'
import { blocksOf, type Block } from './blocks.ts'
import { inspectionFile, problem, type Check } from './check.ts'
import { nearbyPasses, readingsOf, wholeNumberFor } from './rate-readings.ts'

/**
 * A printed percentage agrees with its counts. Only ever a warning: the page keeps the print. A
 * reading that the editor has recorded (`numerator`, `denominator`, the failed that count) is what
 * the print is compared with, so that it ends the warning.
 */
export const printedRates: Check = {
  name: 'printed-rates',
  description: 'A printed rate equals the one that its counts give, at its own precision.',
  check({ dataset }) {
    const issuesIn = new Map(
      dataset.inspections.map((inspection) => [
        inspectionFile(inspection),
        inspection.issues ?? {},
      ]),
    )
    return [...blocksOf(dataset)].flatMap((block) =>
      checkRates(block, issuesIn.get(block.file) ?? {}, dataset.site.rate_decimals),
    )
  },
}

/** @param issues of the same file, whose named channels may be another reading of the failed */
function checkRates(
  { file, group, path }: Block,
  issues: Readonly<Record<string, Issue>>,
  usual: number,
): Problem[] {
  const { tally = {}, rates = {} } = group
  return Object.entries(rates).flatMap(([name, rate]) => {
    // Shown beside the print, so at least as fine as the print.
    const decimals = Math.max(usual, decimalsOf(rate.stated ?? ''))
    const given = rateView(name, rate, tally, decimals)
    const view = given.denominator === null ? overAll(given, group) : given
    const { stated, numerator, denominator, label } = view
    if (stated === null || denominator === null || denominator <= 0) return []
    const report = (code: Problem['code'], args: Problem['args']): Problem[] => [
      problem(
        code,
        file,
        atValue(...path, 'rates', name, 'stated'),
        { name: label, stated, denominator, ...args },
        'warning',
      ),
    ]
    const atPrint = (part: number): string => honestPercent(part, denominator, decimalsOf(stated))
    if (numerator === null) {
      const fit = wholeNumberFor(stated, denominator)
      if (fit.how === 'agrees') return []
      if (fit.how === 'truncated')
        return report('rate-truncated', { numerator: fit.number, computed: atPrint(fit.number) })
      const nearby = nearbyPasses(stated, denominator)
        .map((part) => `${part}/${denominator}（${honestPercent(part, denominator, decimals)}）`)
        .join('、')
      return report('rate-impossible', { nearby })
    }
    if (numerator > denominator || numerator < 0) return []
    const computed = honestPercent(numerator, denominator, decimals)
    const compared = comparePrinted(stated, numerator, denominator)
    if (compared === 'agrees') return []
    if (compared === 'truncated')
      return report('rate-truncated', { numerator, computed: atPrint(numerator) })
    const readings = readingsOf(issues, group, path, view, { stated, numerator, denominator })
    const args = { numerator, computed }
    return readings.length === 0
      ? report('rate-differs', args)
      : report('rate-differs-near', { ...args, readings: readings.join('、') })
  })
}

/**
 * Without a count of the checked, a rate is taken over all that run, or all that there are; a
 * sample whose size the document leaves open cannot be judged.
 */
function overAll(view: RateView, { tally = {}, coverage }: Group): RateView {
  if (coverage === 'sample' || (view.name !== 'passed' && view.name !== 'failed')) return view
  const denominator = countOf(tally, 'running') ?? countOf(tally, 'total')
  if (denominator === null) return view
  const other = view.name === 'passed' ? countOf(tally, 'failed') : null
  const numerator = view.numerator ?? (other === null ? null : denominator - other)
  // Where not even a numerator is known, a total proves nothing.
  return numerator === null ? view : { ...view, numerator, denominator }
}
