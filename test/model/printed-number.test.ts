import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSameNumber, readNumber } from '#model/printed-number.ts'
import { readPercent } from '#model/printed-percent.ts'
import { honestPercent } from '#model/ratio.ts'

test('a number in digits is read as itself, with its counter, however it is grouped', () => {
  const counters = fc.constantFrom('', '个', '家', '条', '人次', '篇')
  fc.assert(
    fc.property(fc.nat(), counters, fc.boolean(), (number, counter, grouped) => {
      const digits = grouped ? number.toLocaleString('en-US') : String(number)
      const read = readNumber(`${digits}${counter}`)
      expect(read).toMatchObject({ number, least: number, most: number, rest: counter })
    }),
  )
})

test('a hedged number may be exact, and a bound holds on its own side only', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10, max: 99_999 }), (number) => {
      const canBe = (stated: string, value: number): boolean => {
        const read = readNumber(stated)
        if (read === null) throw new Error(stated)
        return isSameNumber(read, value)
      }
      for (const stated of [`约${number}个`, `近${number}个`, `${number}余个`, `${number}个左右`])
        expect(canBe(stated, number)).toBe(true)
      for (const bound of ['至少', '不少于', '不低于', '超过', '高于', '多于', '逾'])
        expect([1, -1].map((by) => canBe(`${bound}${number}个`, number + by))).toEqual([
          true,
          false,
        ])
      for (const bound of ['至多', '不超过', '不高于', '不多于', '低于', '少于', '不足', '未超过'])
        expect([1, -1].map((by) => canBe(`${bound}${number}个`, number + by))).toEqual([
          false,
          true,
        ])
      expect(canBe(`${number}余个`, number - 1)).toBe(false)
    }),
  )
})

test('a number in 万 is the same written out', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9999 }), (number) => {
      const read = readNumber(`${number}万次`)
      if (read === null) throw new Error(String(number))
      expect([number, number * 10_000].map((value) => isSameNumber(read, value))).toEqual([
        true,
        true,
      ])
      expect(isSameNumber(read, number + 1)).toBe(false)
    }),
  )
})

test('a percentage that this site prints is read back unchanged', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 99_999 }), fc.nat(), fc.nat({ max: 3 }), (all, n, d) => {
      const printed = honestPercent(n % (all + 1), all, d)
      expect(readPercent(printed)).toEqual({
        says: 'exactly',
        digits: printed.slice(0, -1),
        inWords: false,
      })
    }),
  )
})
