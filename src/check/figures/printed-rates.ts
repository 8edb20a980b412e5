import { boundsOfCount, exactCountOf, numberOf } from '#model/figure.ts'
import { readPercent } from '#model/printed-percent.ts'
import { rateView, type RateView } from '#model/rate.ts'
import { comparePrinted, decimalsOf, honestPercent } from '#model/ratio.ts'
import { isCountName } from '#schema/figure.ts'
import { type Group, isRateName, type Rate } from '#schema/group.ts'
import type { Issue } from '#schema/issue.ts'
import { atKey, atValue, type Problem } from '#messages/problem.ts'
import { type FigureBlock, blocksOf, contradictionLevel } from '../blocks.ts'
import { inspectionFile, problem, type Check } from '../check.ts'
import { neverExceeds } from './counts-in-order.ts'
import { ratedByName } from './rate-by-name.ts'
import { nearbyPasses, readingsOf, wholeNumberFor } from './rate-readings.ts'

/**
 * A printed percentage agrees with its counts. Only a warning, since the page shows the printed
 * text. If the editor has recorded a reading (`numerator`, `denominator`, or which failed count),
 * the percentage is compared with that, which ends the warning.
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

/** @param issues of the same file, whose channels give another possible count of the failed */
function checkRates(
  { file, group, path, asPrinted }: FigureBlock,
  issues: Readonly<Record<string, Issue>>,
  usual: number,
): Problem[] {
  const { tally = {}, rates = {} } = group
  return Object.entries(rates).flatMap(([name, rate]) => {
    // The computed rate is shown beside the printed one, so it has at least as many decimals.
    const decimals = Math.max(usual, decimalsOf(rate.stated ?? ''))
    const given = rateView(name, rate, group, decimals)
    const view = given.denominator === null ? overAll(ratedByName(given, tally), group) : given
    const { stated, numerator, denominator, label } = view
    if (numerator !== null && denominator !== null && numerator > denominator) {
      if (isOrderedAnyway(rate) || isTrulyMore(view)) return []
      const args = { name: label, numerator, denominator }
      const place = atKey(...path, 'rates', name)
      return [problem('rate-exceeds', file, place, args, contradictionLevel(asPrinted))]
    }
    if (stated === null) return []
    const report = (code: Problem['code'], args: Problem['args']): Problem[] => [
      problem(
        code,
        file,
        atValue(...path, 'rates', name, 'stated'),
        { name: label, stated, ...args },
        'warning',
      ),
    ]
    const print = readPercent(stated, label)
    if (print !== null && Number(print.digits) > 100 && isShareOfAWhole(view))
      return report('rate-over-hundred', {})
    if (print === null || denominator === null || denominator <= 0) return []
    const atPrint = (part: number): string => honestPercent(part, denominator, decimalsOf(stated))
    if (numerator === null) {
      const beyond = beyondBounds(view, group)
      if (beyond !== null) {
        const { words, part } = beyond
        return report('rate-differs', {
          denominator,
          numerator: `${words}${part}`,
          computed: `${words}${honestPercent(part, denominator, decimals)}`,
        })
      }
      const fit = wholeNumberFor(stated, denominator)
      if (fit.how === 'agrees') return []
      if (fit.how === 'truncated')
        return report('rate-truncated', {
          denominator,
          numerator: fit.number,
          computed: atPrint(fit.number),
        })
      const nearby = nearbyPasses(stated, denominator)
        .map((part) => `${part}/${denominator}（${honestPercent(part, denominator, decimals)}）`)
        .join('、')
      return report('rate-impossible', { denominator, nearby })
    }
    if (numerator < 0) return []
    const computed = honestPercent(numerator, denominator, decimals)
    const compared = comparePrinted(stated, numerator, denominator, label)
    if (compared === 'agrees') return []
    if (compared === 'truncated')
      return report('rate-truncated', { denominator, numerator, computed: atPrint(numerator) })
    const isNumber = !print.inWords && (print.says === 'exactly' || print.says === 'about')
    const readings = isNumber
      ? readingsOf(issues, group, path, view, {
          stated: `${print.digits}%`,
          numerator,
          denominator,
        })
      : []
    const args = { denominator, numerator, computed }
    return readings.length === 0
      ? report('rate-differs', args)
      : report('rate-differs-near', { ...args, readings: readings.join('、') })
  })
}

/** How a rate contradicts its counts or its meaning. */
type RateContradiction = 'exceeds' | 'over-hundred' | 'differs'

/**
 * The contradiction of a single rate, such as one published by another site: the numerator exceeds
 * the denominator, a share is above 100%, or the printed percentage does not follow from the
 * counts. Null if there is none.
 */
export function contradictionIn(view: RateView): RateContradiction | null {
  const { stated, numerator, denominator, label } = view
  if (numerator !== null && denominator !== null && numerator > denominator)
    return isTrulyMore(view) ? null : 'exceeds'
  const print = stated === null ? null : readPercent(stated, label)
  if (print === null || stated === null) return null
  if (Number(print.digits) > 100 && isShareOfAWhole(view)) return 'over-hundred'
  if (numerator === null || denominator === null) return null
  if (denominator === 0) return 'differs'
  return comparePrinted(stated, numerator, denominator, label) === 'agrees' ? null : 'differs'
}

/** Whether `countsInOrder` already reports that the numerator is too large. */
const isOrderedAnyway = ({ numerator, denominator }: Rate): boolean =>
  typeof numerator !== 'number' &&
  typeof denominator !== 'number' &&
  (numerator === undefined ||
    denominator === undefined ||
    (isCountName(numerator) && isCountName(denominator) && neverExceeds(numerator, denominator)))

/** Whether a rate may exceed 100%, such as 120% of a required number. */
function isTrulyMore({ name, stated, numerator, denominator, label }: RateView): boolean {
  if (isRateName(name) || stated === null || !numerator || !denominator) return false
  return (
    Number(readPercent(stated)?.digits) > 100 &&
    comparePrinted(stated, numerator, denominator, label) !== 'differs'
  )
}

/** Rates that can never exceed 100 per cent. */
const isShareOfAWhole = ({ name, label }: RateView): boolean =>
  isRateName(name) ||
  /(合格|达标|办结|答复|回复|公开|整改|整改完成|覆盖|满意|原创|转载|解读|反馈|抽查|可用|及时|准确)率$|满意度$|占比$|抽查比例$/.test(
    label,
  )

/**
 * If the document only gives bounds of the failed (不少于6个): the largest or smallest number that can
 * have passed, if the printed rate is beyond it.
 */
function beyondBounds(
  { name, stated, denominator, label }: RateView,
  { tally = {} }: Group,
): { words: string; part: number } | null {
  const print = stated === null ? null : readPercent(stated, label)
  if (name !== 'passed' || stated === null || denominator === null || print === null) return null
  const { least, most } = boundsOfCount(tally, 'failed')
  const differs = (part: number): boolean =>
    part >= 0 && comparePrinted(stated, part, denominator, label) === 'differs'
  const printed = Number(print.digits)
  const isUpward = print.says === 'at-least' || print.says === 'above'
  const isDownward = print.says === 'at-most' || print.says === 'below'
  if (least !== null && !isDownward) {
    const part = denominator - Math.ceil(least)
    if (printed > (100 * part) / denominator && differs(part)) return { words: '不超过', part }
  }
  if (most !== null && !isUpward) {
    const part = denominator - Math.floor(most)
    if (printed < (100 * part) / denominator && differs(part)) return { words: '不低于', part }
  }
  return null
}

/**
 * Without a count of the checked, a rate is taken over those running or the total. A sample of
 * unknown size cannot be judged.
 */
function overAll(view: RateView, { tally = {}, coverage }: Group): RateView {
  // The same holds for an approximate count.
  if (numberOf(tally.checked) !== null) return view
  if (coverage === 'sample' || (view.name !== 'passed' && view.name !== 'failed')) return view
  const denominator = exactCountOf(tally, 'running') ?? exactCountOf(tally, 'total')
  if (denominator === null) return view
  const other = view.name === 'passed' ? exactCountOf(tally, 'failed') : null
  const numerator = view.numerator ?? (other === null ? null : denominator - other)
  // Without a numerator a total proves nothing, unless all of it was checked.
  return numerator === null && coverage !== 'full' ? view : { ...view, numerator, denominator }
}
