import { expect, test } from 'vitest'
import {
  chineseInDigits,
  chineseNumber,
  chineseNumeral,
  digitByDigit,
} from '#model/chinese-numeral.ts'

test.each([
  ['八', 8],
  ['十二', 12],
  ['二十', 20],
  ['一百零五', 105],
  ['两百三十六', 236],
  ['三千', 3000],
  ['一万二千', 12_000],
  ['十二万', 120_000],
  ['一亿零三十万', 100_300_000],
  ['九十九点七', 99.7],
  ['零', 0],
])('%s is %i', (text, number) => {
  expect(chineseNumber(text)).toBe(number)
})

test.each(['四五', '百二', '十十', '万', '三点', '点五', '三点十', '一般', ''])(
  '%s is not read as a number',
  (text) => {
    expect(chineseNumber(text)).toBe(null)
  },
)

test('a number written in Chinese is read back as the same number', () => {
  for (let number = 1; number < 100; number++)
    expect(chineseNumber(chineseNumeral(number))).toBe(number)
})

test('decimals are read with their zeros at the end', () => {
  expect(chineseInDigits('九十九点七零')).toBe('99.70')
})

test.each([
  ['二〇二四', '2024'],
  ['二○二五', '2025'],
  ['二零一九年', '2019年'],
])('%s is read digit by digit as %s', (text, digits) => {
  expect(digitByDigit(text)).toBe(digits)
})
