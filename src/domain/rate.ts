import type { CountName, Tally } from '#schema/figure.ts'
import { type Rate, type RateName, rateNames } from '#schema/group.ts'
import { countOf } from './figure.ts'
import { honestPercent } from './ratio.ts'

interface Formula {
  readonly numerator: (tally: Tally) => number | null
  readonly denominator: (tally: Tally) => number | null
  /** The formula in words, for the method page. */
  readonly words: string
}

/**
 * The usual formula of each rate. The rate of passes counts over those checked, never over the
 * total. No official formula of 按期办结率 is known; ours leaves messages that are still open inside
 * their limit out of the denominator.
 */
export const formulas: Readonly<Record<RateName, Formula>> = {
  passed: {
    numerator: (tally) => countOf(tally, 'passed'),
    denominator: (tally) => countOf(tally, 'checked'),
    words: '（检查数 − 不合格数）÷ 检查数',
  },
  'closed-on-time': {
    numerator: (tally) => countOf(tally, 'closed_on_time'),
    denominator: (tally) => {
      const valid = countOf(tally, 'valid')
      return valid === null ? null : Math.max(0, valid - (countOf(tally, 'open') ?? 0))
    },
    words: '按期办结数 ÷（有效留言数 − 期限内在办数）',
  },
}

export interface RateView {
  readonly name: RateName
  /** "合格率" */
  readonly label: string
  readonly numerator: number | null
  readonly denominator: number | null
  /** What the page shows: the printed percentage where there is one, else the computed one. */
  readonly text: string | null
  readonly stated: string | null
  readonly computed: string | null
  /** Why there is no percentage, in words. */
  readonly reason: string | null
}

/** A rate with everything the page shows of it. A rate of no cases is neither 0 nor 100. */
export function rateView(name: RateName, rate: Rate, tally: Tally, decimals: number): RateView {
  const formula = formulas[name]
  const read = (name: CountName | undefined, usual: Formula['numerator']): number | null =>
    name === undefined ? usual(tally) : countOf(tally, name)
  const numerator = read(rate.numerator, formula.numerator)
  const denominator = read(rate.denominator, formula.denominator)
  const usable =
    numerator !== null && denominator !== null && denominator > 0 && numerator <= denominator
  const computed = usable ? honestPercent(numerator, denominator, decimals) : null
  const stated = rate.stated ?? null
  const text = stated ?? computed
  return {
    name,
    label: rateNames[name],
    numerator,
    denominator,
    text,
    stated,
    computed,
    reason: text === null ? reasonFor(numerator, denominator) : null,
  }
}

function reasonFor(numerator: number | null, denominator: number | null): string {
  if (denominator === 0) return '本期没有，不计算比率'
  if (numerator !== null && denominator !== null) return '数字互相矛盾，不计算比率'
  return '文件未写明，不计算比率'
}
