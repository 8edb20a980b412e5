const digits = '零一二三四五六七八九'
const places: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const scales: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 }

/** The characters of a number written in Chinese, with 点 for its decimals. */
export const chineseNumerals = '零〇一二两三四五六七八九十百千万亿点'

/**
 * A number written in Chinese, 两百三十六 or 九十九点六; null for anything that is not one number
 * for certain, such as 四五 (four or five).
 */
export function chineseNumber(text: string): number | null {
  const plain = text.replaceAll('〇', '零').replaceAll('两', '二')
  const [whole = '', decimals, ...more] = plain.split('点')
  if (whole === '' || decimals === '' || more.length > 0) return null
  const value = chineseWhole(whole)
  if (value === null || decimals === undefined) return value
  const after = [...decimals].map((digit) => digits.indexOf(digit))
  return after.includes(-1) ? null : Number(`${value}.${after.join('')}`)
}

function chineseWhole(text: string): number | null {
  let hundredMillions = 0
  let tenThousands = 0
  let section = 0
  let digit: number | null = null
  let smallest = Infinity
  for (const [n, sign] of [...text].entries()) {
    const place = places[sign]
    const scale = scales[sign]
    if (place !== undefined) {
      // 十二 needs no digit before its place; 百二 is no number.
      if (place >= smallest || (digit === null && !(place === 10 && n === 0))) return null
      section += (digit ?? 1) * place
      smallest = place
      digit = null
    } else if (scale !== undefined) {
      if (n === 0) return null
      const before = section + (digit ?? 0)
      if (scale === 10_000) tenThousands = before * scale
      else {
        hundredMillions = (tenThousands + before) * scale
        tenThousands = 0
      }
      section = 0
      smallest = Infinity
      digit = null
    } else {
      const value = digits.indexOf(sign)
      if (value < 0 || (digit !== null && digit !== 0)) return null
      digit = value
    }
  }
  return hundredMillions + tenThousands + section + (digit ?? 0)
}
