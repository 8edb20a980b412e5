import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chineseNumeral } from '#model/chinese-numeral.ts'
import { readPercent } from '#model/printed-percent.ts'

describe('of any percentage', () => {
  const digits = fc
    .tuple(fc.integer({ min: 0, max: 100 }), fc.constantFrom('', '.0', '.5', '.07', '.99'))
    .map(([whole, decimals]) => (whole === 100 ? '100' : `${whole}${decimals}`))
  const before = fc.constantFrom('', '约', '不低于', '超过', '低于', '不足', '达到', '至少')
  const after = fc.constantFrom('', '以上', '左右', '及以下')

  test('full-width characters and blanks do not change the result', () => {
    const wide = (text: string): string =>
      text.replace(/[\d.%]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    fc.assert(
      fc.property(before, digits, after, (one, number, other) => {
        const printed = `${one}${number}%${other}`
        expect(readPercent(wide(printed))).toEqual(readPercent(printed))
        expect(readPercent(`${one} ${number} ％ ${other}`)).toEqual(readPercent(printed))
      }),
    )
  })

  test('in Chinese it is read as in digits, and per mille as a tenth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99 }), before, (number, one) => {
        const inDigits = readPercent(`${one}${number}%`)
        expect(readPercent(`${one}百分之${chineseNumeral(number)}`)).toEqual(inDigits)
        const tenth = readPercent(`${one}千分之${chineseNumeral(number)}`)
        expect(tenth?.says).toBe(inDigits?.says)
        expect(Number(tenth?.digits)).toBe(number / 10)
      }),
    )
  })

  test('it is the printed number, and contradictory hedges are not read', () => {
    fc.assert(
      fc.property(before, digits, after, (one, number, other) => {
        const read = readPercent(`${one}${number}%${other}`)
        const isPlain = ['', '达到'].includes(one)
        expect(read === null).toBe(!isPlain && other !== '')
        if (read !== null) expect(read.digits).toBe(number)
        if (read !== null) expect(read.says === 'exactly').toBe(isPlain && other === '')
      }),
    )
  })
})

test.each([
  ['百分之九十九点七零', '99.70'],
  ['百分之99.70', '99.70'],
])('%s has the precision of its digits', (printed, digits) => {
  expect(readPercent(printed)?.digits).toBe(digits)
})
