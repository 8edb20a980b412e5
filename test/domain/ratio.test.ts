import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparePrinted, decimalsOf, honestPercent } from '#domain/ratio.ts'

describe('a percentage is honest', () => {
  test.each([
    [370, 370, 1, '100%'],
    [0, 370, 1, '0%'],
    [369, 370, 1, '99.7%'],
    [4132, 4133, 1, '99.98%'],
    [1, 4133, 1, '0.02%'],
    [1, 4133, 0, '0.02%'],
    [199, 200, 0, '99.5%'],
    [99_999, 100_000, 0, '99.999%'],
    [1, 3, 2, '33.33%'],
    [2, 3, 0, '67%'],
    [1, 8, 1, '12.5%'],
    [1, 16, 1, '6.3%'],
    [1, 2, 2, '50.00%'],
  ])('%i of %i at %i decimals is %s', (part, whole, decimals, text) => {
    expect(honestPercent(part, whole, decimals)).toBe(text)
  })

  test.each([
    [1, 0],
    [0, 0],
    [-1, 5],
    [6, 5],
    [1.5, 5],
    [1, Number.NaN],
  ])('%d of %d is no percentage', (part, whole) => {
    expect(() => honestPercent(part, whole, 1)).toThrow(RangeError)
  })

  test('for every 0 ≤ failed ≤ checked ≤ 5000, at one decimal', () => {
    const wrong: string[] = []
    for (let checked = 1; checked <= 5000; checked++) {
      let before = Infinity
      for (let failed = 0; failed <= checked; failed++) {
        const passed = checked - failed
        const text = honestPercent(passed, checked, 1)
        const point = text.indexOf('.')
        const decimals = point < 0 ? 0 : text.length - point - 2
        const shown = Number(text.slice(0, -1))
        const scale = 10 ** decimals
        const parts = Math.round(shown * scale)
        const atMostAll = failed === 0 ? text === '100%' : shown < 100
        const atLeastNone = passed === 0 ? text === '0%' : shown > 0
        // |parts / scale − 100 × passed / checked| ≤ half a unit, in whole numbers.
        const near = Math.abs(2 * (parts * checked - 100 * scale * passed)) <= checked
        const fineEnough = decimals >= 1 || failed === 0 || passed === 0
        // One failure more never looks better; one at most may look the same.
        const falling = shown <= before
        before = shown
        if (!atMostAll || !atLeastNone || !near || !fineEnough || !falling)
          wrong.push(`${passed}/${checked} = ${text}`)
      }
    }
    expect(wrong).toEqual([])
  }, 60_000)

  const cases = fc
    .tuple(fc.integer({ min: 1, max: 2 ** 40 }), fc.nat(), fc.integer({ min: 0, max: 4 }))
    .map(([whole, n, decimals]) => ({ whole, part: n % (whole + 1), decimals }))

  test('for any counts, it shows 100 only for all and 0 only for none', () => {
    fc.assert(
      fc.property(cases, ({ part, whole, decimals }) => {
        const shown = Number(honestPercent(part, whole, decimals).slice(0, -1))
        expect(shown === 100).toBe(part === whole)
        expect(shown === 0).toBe(part === 0)
      }),
    )
  })

  test('for any counts, it is the exact value rounded half up at the decimals shown', () => {
    fc.assert(
      fc.property(cases, ({ part, whole, decimals }) => {
        const text = honestPercent(part, whole, decimals)
        const shown = BigInt(text.replace(/[.%]/g, ''))
        const scale = 100n * 10n ** BigInt(decimalsOf(text))
        const distance = 2n * (shown * BigInt(whole) - scale * BigInt(part))
        expect(distance <= BigInt(whole)).toBe(true)
        expect(distance > -BigInt(whole)).toBe(true)
      }),
    )
  })

  test('it never has fewer decimals than asked for, nor more than it needs', () => {
    fc.assert(
      fc.property(cases, ({ part, whole, decimals }) => {
        const text = honestPercent(part, whole, decimals)
        const shown = decimalsOf(text)
        if (part === 0 || part === whole) expect(shown).toBe(0)
        else expect(shown).toBeGreaterThanOrEqual(decimals)
        if (shown > decimals) {
          const fewer = ((100 * part) / whole).toFixed(shown - 1)
          expect([0, 100]).toContain(Number(fewer))
        }
      }),
    )
  })
})

describe('a printed percentage and its counts', () => {
  test.each([
    ['99.7%', 369, 370],
    ['100%', 49, 49],
    ['0%', 0, 12],
    ['97.95%', 287, 293],
    ['99.70%', 1653, 1658],
    ['98.79%', 163, 165],
    ['97.36%', 479, 492],
    ['96.08%', 245, 255],
    ['96.03%', 580, 604],
    ['99.47%', 751, 755],
  ])('agree: %s, %i of %i', (printed, part, whole) => {
    expect(comparePrinted(printed, part, whole)).toBe('agrees')
  })

  test.each([
    ['99.05%', 210, 212],
    ['66%', 48, 72],
    ['93%', 72, 77],
    ['98.9%', 291, 294],
    ['54.61%', 71, 130],
  ])('agree when cut instead of rounded: %s, %i of %i', (printed, part, whole) => {
    expect(comparePrinted(printed, part, whole)).toBe('truncated')
  })

  test.each([
    ['99.96%', 280, 289],
    ['62.5%', 25, 39],
    ['64.6%', 151, 240],
    ['94.3%', 126, 134],
    ['95.0%', 437, 461],
    ['48.48%', 21, 38],
    ['35.30%', 6, 17],
    ['97.95%', 283, 293],
    ['99.70%', 3311, 3316],
    ['98.79%', 162, 165],
  ])('differ: %s, %i of %i', (printed, part, whole) => {
    expect(comparePrinted(printed, part, whole)).toBe('differs')
  })

  test.each(['低于70%', '全部合格', '90%以上'])('%s is not judged', (printed) => {
    expect(comparePrinted(printed, 1, 2)).toBe('agrees')
  })

  test.each([
    ['约64.6%', 'differs'],
    ['62.9％', 'agrees'],
  ])('%s is judged by its number: %s', (printed, verdict) => {
    expect(comparePrinted(printed, 151, 240)).toBe(verdict)
  })

  test.each([
    ['100%', 369, 370],
    ['100.0%', 4132, 4133],
    ['0%', 1, 370],
  ])('%s says all or none, whatever %i of %i rounds to', (printed, part, whole) => {
    expect(comparePrinted(printed, part, whole)).toBe('differs')
  })
})
