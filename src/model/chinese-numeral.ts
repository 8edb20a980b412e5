/** Numbers in Chinese characters: the only writer and the only reader of them. */

const digits = '零一二三四五六七八九'

/** The characters of the digits, with both that are drawn as a circle. */
export const digitCharacters = `〇○${digits}`

/** The factor of each multiplying character. */
export const placeValues: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 10_000,
  亿: 100_000_000,
}

/** 一, 十二, 三十: the Chinese numeral of a number from 1 to 99. */
export function chineseNumeral(number: number): string {
  const digitAt = (n: number): string => (n === 0 ? '' : (digits[n] ?? ''))
  const tens = Math.floor(number / 10)
  const ones = digitAt(number % 10)
  return tens === 0 ? ones : `${tens === 1 ? '' : digitAt(tens)}十${ones}`
}

/** A number written digit by digit, such as a year: 二〇二四 as 2024. Other characters remain. */
export const digitByDigit = (text: string): string =>
  [...text]
    .map((character) =>
      digitCharacters.includes(character)
        ? String(digits.indexOf(withoutVariant(character)))
        : character,
    )
    .join('')

/**
 * A number written in Chinese, in digits and with its decimals as written: 两百三十六 is 236 and
 * 九十九点七零 is 99.70. Null for anything that is not one number for certain, such as 四五 (four or five).
 */
export function chineseInDigits(text: string): string | null {
  const [whole = '', decimals, ...more] = [...text].map(withoutVariant).join('').split('点')
  if (whole === '' || decimals === '' || more.length > 0) return null
  const value = chineseWhole(whole)
  if (value === null || decimals === undefined) return value === null ? null : String(value)
  const after = [...decimals].map((digit) => digits.indexOf(digit))
  return after.includes(-1) ? null : `${value}.${after.join('')}`
}

/** `chineseInDigits` as a number. */
export function chineseNumber(text: string): number | null {
  const inDigits = chineseInDigits(text)
  return inDigits === null ? null : Number(inDigits)
}

const withoutVariant = (character: string): string =>
  character === '〇' || character === '○' ? '零' : character === '两' ? '二' : character

function chineseWhole(text: string): number | null {
  let hundredMillions = 0
  let tenThousands = 0
  let section = 0
  let digit: number | null = null
  let smallest = Infinity
  for (const [n, character] of [...text].entries()) {
    const place = placeValues[character]
    if (place !== undefined && place < 10_000) {
      // 十二 needs no digit before its place; 百二 is no number.
      if (place >= smallest || (digit === null && !(place === 10 && n === 0))) return null
      section += (digit ?? 1) * place
      smallest = place
      digit = null
    } else if (place !== undefined) {
      if (n === 0) return null
      const before = section + (digit ?? 0)
      if (place === 10_000) tenThousands = before * place
      else {
        hundredMillions = (tenThousands + before) * place
        tenThousands = 0
      }
      section = 0
      smallest = Infinity
      digit = null
    } else {
      const value = digits.indexOf(character)
      if (value < 0 || (digit !== null && digit !== 0)) return null
      digit = value
    }
  }
  return hundredMillions + tenThousands + section + (digit ?? 0)
}
