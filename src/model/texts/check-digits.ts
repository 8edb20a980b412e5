import { isDay } from '../calendar.ts'

const digitsOf = (number: string): number[] => Array.from(number, Number)

/**
 * The first six digits of an identity number: a place of residence (GB/T 2260), whose prefecture is
 * never 00, or the codes of residence permits for Hong Kong, Macao and Taiwan.
 */
const region = /^(?:(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71)(?!00)\d{4}|8[123]0000)/

/** Whether a number of 15 or 18 characters begins with a region and a day of birth since 1900. */
export function hasRegionAndBirthday(number: string): boolean {
  const birthday = number.length === 15 ? `19${number.slice(6, 12)}` : number.slice(6, 14)
  return (
    region.test(number) &&
    /^(?:19|20)/.test(birthday) &&
    isDay(`${birthday.slice(0, 4)}-${birthday.slice(4, 6)}-${birthday.slice(6, 8)}`)
  )
}

/**
 * Whether an identity number of 18 characters has a valid check digit (GB 11643); X must be in
 * upper case.
 */
export function hasIdentityCheckDigit(number: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((all, weight, at) => all + weight * Number(number[at]), 0)
  return '10X98765432'[sum % 11] === number.at(-1)
}

/**
 * Whether a number has a valid Luhn check digit (ISO/IEC 7812), as bank cards do; a number of one
 * repeated digit is only a sample.
 */
export function hasLuhnCheckDigit(number: string): boolean {
  const sum = digitsOf(number)
    .reverse()
    .reduce((all, digit, at) => {
      const value = digit * (at % 2 === 1 ? 2 : 1)
      return all + (value > 9 ? value - 9 : value)
    }, 0)
  return sum % 10 === 0 && !/^(\d)\1+$/.test(number)
}

const creditCodeCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/**
 * Whether a text is a unified social credit code: 18 characters with a valid check character (GB
 * 32100).
 */
export function isCreditCode(code: string): boolean {
  const values = Array.from(code, (character) => creditCodeCharacters.indexOf(character))
  if (values.length !== 18 || values.includes(-1)) return false
  let weight = 1
  let sum = 0
  for (const value of values.slice(0, 17)) {
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return (31 - (sum % 31)) % 31 === values[17]
}

/**
 * Whether a number is a business registration number: 15 digits with a valid check digit (ISO 7064,
 * MOD 11,10).
 */
export function isRegistrationNumber(number: string): boolean {
  if (!/^\d{15}$/.test(number)) return false
  const digits = digitsOf(number)
  let rest = 10
  for (const digit of digits.slice(0, 14)) rest = (((rest + digit) % 10 || 10) * 2) % 11
  return (rest + (digits[14] ?? 0)) % 10 === 1
}
