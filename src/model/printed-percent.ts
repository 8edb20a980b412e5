import { chineseInDigits } from './chinese-numeral.ts'

/**
 * A printed percentage: the number, and whether the rate equals it, is close to it, or lies above
 * or below it.
 */
interface PrintedPercent {
  readonly says: 'exactly' | 'about' | 'at-least' | 'above' | 'at-most' | 'below' | 'between'
  /** In per cent, including trailing zeros: "99.70". For a range, its start. */
  readonly digits: string
  /** The end of a range. */
  readonly to?: string
  /** Whether the percentage was printed in words: 全部合格. */
  readonly inWords: boolean
}
type Says = PrintedPercent['says']

const before: readonly (readonly [RegExp, Says])[] = [
  [/^(达到?了?|为|是)?$/, 'exactly'],
  [/^(大?约为?|大概|将?近|接近)$/, 'about'],
  [/^(不低于|不少于|不小于|至少)$/, 'at-least'],
  [/^(超过?|高于|大于|逾|突破)$/, 'above'],
  [/^(不超过|未超过|不高于|不大于|至多|最多)$/, 'at-most'],
  [/^(低于|不足|不到|小于|少于|未达到?)$/, 'below'],
]
const after: readonly (readonly [RegExp, Says])[] = [
  [/^$/, 'exactly'],
  [/^(左右|上下)$/, 'about'],
  [/^及?以上$/, 'at-least'],
  [/^[多余]$/, 'above'],
  [/^(及?以下|以内)$/, 'at-most'],
]

/** 95%—98%, 80至90%. */
const range = /^(\d+(?:\.\d+)?)%?(?:[-—–~～]+|[至到])(\d+(?:\.\d+)?)%(?:之间)?$/

/** Converts per mille to per cent at the same precision. */
const perHundred = (digits: string): string =>
  (Number(digits) / 10).toFixed((/\.(\d+)/.exec(digits)?.[1]?.length ?? 0) + 1)

const among = (kinds: typeof before, text: string): Says | undefined =>
  kinds.find(([pattern]) => pattern.test(text))?.[1]

/**
 * Reads a percentage as documents print it: 99.70%, 约 65％, 低于70%, 90%以上, 95%—98%, 0.3‰, 百分之百, and
 * 全部合格 if the name of the rate contains 合格. Null if it cannot be read with certainty.
 *
 * @param label the name of the rate, such as "合格率", which gives 全部合格 its meaning
 */
export function readPercent(printed: string, label = ''): PrintedPercent | null {
  const text = printed
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(
      /([百千])分之([零〇一二两三四五六七八九十百点]+|\d+(?:\.\d+)?)/,
      (all, of: string, numerals: string) => {
        const number =
          numerals === '百' ? '100' : /^\d/.test(numerals) ? numerals : chineseInDigits(numerals)
        return number === null ? all : `${number}${of === '百' ? '%' : '‰'}`
      },
    )
    .replace(/(\d+(?:\.\d+)?)‰/g, (_, digits: string) => `${perHundred(digits)}%`)
  const [, from, to] = range.exec(text) ?? []
  if (from !== undefined && to !== undefined)
    return { says: 'between', digits: from, to, inWords: false }
  const [, prefix = '', digits, suffix = ''] =
    /^([^\d%]*)(\d+(?:\.\d+)?)%([^\d%]*)$/.exec(text) ?? []
  if (digits === undefined) return inWords(text, label)
  const start = among(before, prefix)
  const end = among(after, suffix)
  const says = start === 'exactly' ? end : end === 'exactly' ? start : undefined
  return says === undefined ? null : { says, digits, inWords: false }
}

/** Groups of verbs with the same meaning. */
const sameVerbs = [
  ['合格', '达标', '通过'],
  ['办结', '办理', '答复', '回复', '办复'],
]

/** 全部合格 means 100 per cent for a 合格率 and 0 for a 不合格率; for other rates it means nothing. */
function inWords(text: string, label: string): PrintedPercent | null {
  const verb = /^(?:全部?|均|都)(?:都|均|已)*([^都均已].*)$/.exec(text)?.[1]
  // 整改后合格率 is also a rate of 合格.
  const stem = label.replace(/率$/, '').replace(/^.*后/, '')
  if (verb === undefined || stem === '') return null
  const same = (one: string, other: string): boolean =>
    one === other || sameVerbs.some((verbs) => verbs.includes(one) && verbs.includes(other))
  const digits = same(verb, stem)
    ? '100'
    : same(verb, stem.replace(/^不/, '')) || same(verb.replace(/^不/, ''), stem)
      ? '0'
      : null
  return digits === null ? null : { says: 'exactly', digits, inWords: true }
}
