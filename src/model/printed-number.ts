import { chineseNumber, placeValues } from './chinese-numeral.ts'

/** The characters of a number in Chinese numerals, with 点 for the decimal point. */
const chineseNumerals = '零〇一二两三四五六七八九十百千万亿点'

/** The number in a printed phrase, with the range that contains the true number. */
interface PrintedNumber {
  readonly number: number
  readonly least: number
  readonly most: number
  /**
   * The factor of 万 or 亿 after the number, else 1: a record may use the unit or write the number
   * out.
   */
  readonly scale: number
  /** The text after the number: its counter word or unit. */
  readonly rest: string
}

const counters = /^(?:$|[个家条件次人篇分名处项起份期户类种场批位款部封])/
const openings =
  /^(?:[共总合]?计?为?|约|大约|近|将近|达到?|为|超过?|逾|突破|至[少多]|最多|不少于|不低于|不超过|不高于|不足|不到|低于|少于|高于|多于)$/

/** Reads 约600, 150余人, 6152万次, 八个, 无; null if the text does not clearly contain one number. */
export function readNumber(stated: string): PrintedNumber | null {
  const text = stated
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/(?<=\d),(?=\d{3})/g, '')
  if (/^(无|零|没有|未发现)$/.test(text))
    return { number: 0, least: 0, most: 0, scale: 1, rest: '' }
  const arabic = /^(\D*?)(\d+(?:\.\d+)?)(\D*)$/.exec(text)
  const chinese = /^(.*?)([零〇一二两三四五六七八九十百千万亿]+)(.*)$/.exec(text)
  const found = arabic ?? chinese
  if (found === null) return null
  const [, before = '', numerals = '', behind = ''] = found
  const more = /^[余多来]?/.exec(behind)?.[0] ?? ''
  const scaleCharacter = arabic === null ? '' : (/^[余多]?([万亿])/.exec(behind)?.[1] ?? '')
  const tail = behind.slice(more.length + scaleCharacter.length)
  const also = /^[余多]?/.exec(tail)?.[0] ?? ''
  const rest = tail.slice(also.length)
  const isSure =
    arabic === null
      ? openings.test(before) && counters.test(rest)
      : !/[第几零〇一二两三四五六七八九十百千]$/.test(before) && !/^[-~/:.]/.test(rest)
  const number = arabic === null ? chineseNumber(numerals) : Number(numerals)
  if (!isSure || number === null || new RegExp(`[${chineseNumerals}几半]`).test(rest)) return null
  const zeros = /0*$/.exec(String(number))?.[0].length ?? 0
  const place = 10 ** Math.max(1, zeros)
  const scale = placeValues[scaleCharacter] ?? 1
  const range = (least: number, most: number) => ({ number, least, most, scale, rest })
  if (
    /至多|最多|[不未]超过|不[高多]于|不足|不到|(?<!不)[低少]于/.test(before) ||
    /以[下内]$/.test(rest)
  )
    return range(-Infinity, number)
  if (/至少|不[少低]于|超|逾|突破|[高多]于/.test(before) || /以上$/.test(rest))
    return range(number, Infinity)
  if (more + also !== '') return range(number, scaleCharacter === '' ? number + place : number + 1)
  if (/约|大概|近/.test(before) || /(左右|上下)$/.test(rest)) {
    // The last digit that is not zero shows the precision: 约600 is rounded to hundreds, but 约6152
    // is nearly exact.
    const decimals = /\.(\d+)/.exec(numerals)?.[1]?.length ?? 0
    const tolerance = Math.min(0.15 * number, decimals === 0 ? 10 ** zeros : 10 ** -decimals)
    return range(number - tolerance, number + tolerance)
  }
  return range(number, number)
}

/** Whether a recorded number can be the printed one, either in the unit 万 or 亿 or written out. */
export const isSameNumber = ({ least, most, scale }: PrintedNumber, value: number): boolean =>
  [1, scale].some((factor) => value >= least * factor - 1e-9 && value <= most * factor + 1e-9)
