import { readPercent } from './printed-percent.ts'

/**
 * Computes a percentage. All percentages of the program come from here.
 *
 * Rounds half up to `decimals`, and adds decimals if rounding would mislead: never "100%" when
 * something failed, never "0%" when something passed. Exactly all is "100%" and exactly none is
 * "0%", without decimals.
 *
 * @param part whole number, 0 ≤ part ≤ whole
 * @param whole whole number above 0; callers must handle a rate of no cases themselves
 */
export function honestPercent(part: number, whole: number, decimals: number): string {
  if (!Number.isInteger(part) || !Number.isInteger(whole) || whole <= 0 || part < 0 || part > whole)
    throw new RangeError(`no percentage of ${part}/${whole}`)
  if (part === whole) return '100%'
  if (part === 0) return '0%'
  for (let width = decimals; ; width++) {
    const text = rounded(part, whole, width)
    const value = Number(text)
    if (value > 0 && value < 100) return `${text}%`
  }
}

// `2n` and `100n` need ES2020, but this file also runs in the browser form, whose syntax is limited
// to ES2019.
const two = BigInt(2)
const ten = BigInt(10)
const hundred = BigInt(100)

/** Decimal of 100 × part / whole, rounded half up. Computed in whole numbers, so it is exact. */
function rounded(part: number, whole: number, decimals: number): string {
  const scaled = BigInt(part) * hundred * ten ** BigInt(decimals)
  const divisor = BigInt(whole)
  const nearest = (two * scaled + divisor) / (two * divisor)
  if (decimals === 0) return nearest.toString()
  const digits = nearest.toString().padStart(decimals + 1, '0')
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/**
 * Compares a printed percentage with its counts: `agrees` if the counts round to it at the printed
 * precision, `truncated` if cutting off instead of rounding gives it. A printed 0 or 100 per cent
 * means none or all and agrees with nothing else. A bound (低于70%) differs if the counts are beyond
 * it even after rounding; 约 differs if the counts are far away. A percentage that cannot be read
 * agrees.
 *
 * @param label the name of the rate, which gives words such as 全部合格 their meaning
 */
export function comparePrinted(
  printed: string,
  part: number,
  whole: number,
  label = '',
): 'agrees' | 'truncated' | 'differs' {
  const read = readPercent(printed, label)
  if (read === null) return 'agrees'
  const decimals = decimalsOf(read.digits)
  const value = Number(read.digits)
  const exact = (100 * part) / whole
  const nearest = Number(rounded(part, whole, decimals))
  const least = Math.min(exact, nearest)
  const most = Math.max(exact, nearest)
  const when = (differs: boolean) => (differs ? 'differs' : 'agrees')
  switch (read.says) {
    case 'at-least':
      return when(most < value)
    case 'above':
      return when(most <= value)
    case 'at-most':
      return when(least > value)
    case 'below':
      return when(least >= value)
    case 'between':
      return when(most < value || least > Number(read.to))
    case 'about':
      return when(Math.abs(exact - value) > roughness(read.digits))
    case 'exactly':
  }
  if (value === 100 && part !== whole) return 'differs'
  if (value === 0 && part !== 0) return 'differs'
  if (nearest === value) return 'agrees'
  const cut = (BigInt(part) * hundred * ten ** BigInt(decimals)) / BigInt(whole)
  return Number(cut) / 10 ** decimals === value ? 'truncated' : 'differs'
}

/**
 * The tolerance of a number printed with 约, which depends on its precision: 约70% allows more than
 * 约64.6%.
 */
function roughness(digits: string): number {
  if (/^\d*0$/.test(digits)) return 5
  if (/^\d*5$/.test(digits)) return 2.5
  return 10 ** -decimalsOf(digits)
}

/** How many decimals a printed percentage shows. */
export const decimalsOf = (printed: string): number =>
  /\.(\d+)/.exec(printed.normalize('NFKC'))?.[1]?.length ?? 0
