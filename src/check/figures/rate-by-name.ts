import { exactCountOf } from '#model/figure.ts'
import type { RateView } from '#model/rate.ts'
import { comparePrinted } from '#model/ratio.ts'
import type { CountName, Tally } from '#schema/figure.ts'

/**
 * Names of rates with their numerator and possible denominators, of which the first that exists is
 * used.
 */
const names: readonly (readonly [RegExp, CountName, readonly CountName[]])[] = [
  [/^(?:抽查|抽检|检查)(?:比例|比率|率|面|覆盖率)$/, 'checked', ['total', 'running']],
  [/^(?:回复|答复|办复)率$/, 'closed', ['valid', 'received', 'checked', 'total']],
  [/^(?:按[时期]|及时|限时)(?:办结|答复|回复|办复)率$/, 'closed_on_time', ['valid', 'received']],
]

/**
 * A printed rate with the counts that its name implies, if the editor has recorded none: 抽查比例 is
 * the checked out of the total. Only the rule uses these counts; the page does not show them.
 */
export function ratedByName(view: RateView, tally: Tally): RateView {
  const { name, stated, numerator, denominator } = view
  const known = names.find(([pattern]) => pattern.test(name))
  if (known === undefined || stated === null || (numerator ?? denominator) !== null) return view
  const [, of, over] = known
  const part = exactCountOf(tally, of)
  if (part === null) return view
  const wholes = over.flatMap((count) => {
    const whole = exactCountOf(tally, count)
    return whole !== null && whole > 0 && whole >= part ? [whole] : []
  })
  const whole =
    wholes.find((one) => comparePrinted(stated, part, one, name) !== 'differs') ?? wholes[0]
  return whole === undefined ? view : { ...view, numerator: part, denominator: whole }
}
