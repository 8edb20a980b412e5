/**
 * The one function that makes a percentage.
 *
 * Rounds half up to `decimals`, and widens the decimals while rounding would lie: never "100%"
 * when something failed, never "0%" when something passed. Exactly all is "100%" and exactly none
 * is "0%", without decimals.
 *
 * @param part whole number, 0 ≤ part ≤ whole
 * @param whole whole number above 0: a rate of no cases is not a number, ask before calling
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

/** Exact decimal of 100 × part / whole, half up; whole numbers throughout, so nothing drifts. */
function rounded(part: number, whole: number, decimals: number): string {
  const scale = 10n ** BigInt(decimals)
  const scaled = BigInt(part) * 100n * scale
  const divisor = BigInt(whole)
  const nearest = (2n * scaled + divisor) / (2n * divisor)
  if (decimals === 0) return nearest.toString()
  const digits = nearest.toString().padStart(decimals + 1, '0')
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/**
 * What a printed percentage and its counts say to each other: `agrees` when the counts round to
 * it at its own precision, `truncated` when cutting instead of rounding gives it. A printed 0 or
 * 100 per cent says none or all, and agrees with nothing else; bounds and words (低于70%, 全部合格) are
 * not judged.
 */
export function comparePrinted(
  printed: string,
  part: number,
  whole: number,
): 'agrees' | 'truncated' | 'differs' {
  const digits = /^约?(\d+(?:\.\d+)?)[%％]$/.exec(printed)?.[1]
  if (digits === undefined) return 'agrees'
  const decimals = decimalsOf(printed)
  const same = (text: string): boolean => Number(text) === Number(digits)
  if (same('100') && part !== whole) return 'differs'
  if (same('0') && part !== 0) return 'differs'
  if (same(rounded(part, whole, decimals))) return 'agrees'
  const scale = 10n ** BigInt(decimals)
  const cut = (BigInt(part) * 100n * scale) / BigInt(whole)
  return Number(cut) / 10 ** decimals === Number(digits) ? 'truncated' : 'differs'
}

/** How many decimals a printed percentage shows. */
export const decimalsOf = (printed: string): number =>
  /\.(\d+)[%％]?$/.exec(printed)?.[1]?.length ?? 0
