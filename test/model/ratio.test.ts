import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparePrinted, decimalsOf, honestPercent } from '#model/ratio.ts'

const cases = fc
  .tuple(fc.integer({ min: 1, max: 2 ** 40 }), fc.nat(), fc.integer({ min: 0, max: 4 }))
  .map(([whole, n, decimals]) => ({ whole, part: n % (whole + 1), decimals }))

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
        // One more failure never looks better; one fewer may look the same.
        const falling = shown <= before
        before = shown
        if (!atMostAll || !atLeastNone || !near || !fineEnough || !falling)
          wrong.push(`${passed}/${checked} = ${text}`)
      }
    }
    expect(wrong).toEqual([])
  })

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

  test.each([
    ['低于70%', 139, 200, 'agrees'],
    ['低于70%', 140, 200, 'differs'],
    ['不足 70%', 141, 200, 'differs'],
    ['70%以上', 140, 200, 'agrees'],
    ['70%以上', 138, 200, 'differs'],
    ['不低于70%', 138, 200, 'differs'],
    ['达到70%以上', 138, 200, 'differs'],
    ['超过70%', 140, 200, 'differs'],
    ['超过70%', 141, 200, 'agrees'],
    ['不超过70%', 140, 200, 'agrees'],
    ['70%以内', 150, 200, 'differs'],
    ['95%—98%', 193, 200, 'agrees'],
    ['95%至98%', 197, 200, 'differs'],
    ['80～90%', 150, 200, 'differs'],
    ['0.3‰', 3, 10_000, 'agrees'],
    ['0.3‰', 4, 10_000, 'differs'],
    ['千分之三', 3, 1000, 'agrees'],
  ])('a bound is judged by the counts: %s, %i of %i %s', (printed, part, whole, verdict) => {
    expect(comparePrinted(printed, part, whole)).toBe(verdict)
  })

  test('a bound does not contradict counts that only round to it', () => {
    expect(comparePrinted('90%以上', 179, 200)).toBe('agrees')
    expect(comparePrinted('超过90%', 903, 1000)).toBe('agrees')
  })

  test.each([
    ['约 99.96%', 280, 289, 'differs'],
    ['约99.96％', 280, 289, 'differs'],
    ['99.96%左右', 280, 289, 'differs'],
    ['近97%', 280, 289, 'agrees'],
    ['约65%', 151, 240, 'agrees'],
    ['约70%', 66, 100, 'agrees'],
    ['约70%', 60, 100, 'differs'],
  ])('an approximate rate may differ by its precision: %s, %i of %i %s', (...row) => {
    const [printed, part, whole, verdict] = row
    expect(comparePrinted(printed, part, whole)).toBe(verdict)
  })

  test.each([
    ['全部合格', '合格率', 'differs'],
    ['均已达标', '合格率', 'differs'],
    ['全部合格', '整改后合格率', 'differs'],
    ['百分之百', '合格率', 'differs'],
    ['百分之九十九点七', '合格率', 'agrees'],
    ['全部合格', '不合格率', 'differs'],
    ['全部答复', '办结率', 'differs'],
    ['全部办结', '按期办结率', 'agrees'],
    ['全部反馈', '整改率', 'agrees'],
    ['基本合格', '合格率', 'agrees'],
    ['较上季度提高', '合格率', 'agrees'],
    ['90%至95%', '合格率', 'differs'],
    ['约99%以上', '合格率', 'agrees'],
  ])('words are compared if they state a number: %s of a %s', (printed, label, verdict) => {
    expect(comparePrinted(printed, 369, 370, label)).toBe(verdict)
  })

  test('全部合格 agrees with a rate of 100 per cent, and with one of no failures', () => {
    expect(comparePrinted('全部合格', 370, 370, '合格率')).toBe('agrees')
    expect(comparePrinted('全部合格', 0, 370, '不合格率')).toBe('agrees')
  })

  test('for any counts, the computed rate agrees, and so do the bounds around it', () => {
    fc.assert(
      fc.property(cases, ({ part, whole, decimals }) => {
        const text = honestPercent(part, whole, decimals)
        for (const printed of [text, `约${text}`, `${text}以上`, `不超过${text}`, `近 ${text}`])
          expect(comparePrinted(printed, part, whole)).toBe('agrees')
      }),
    )
  })

  test('100% and 全部合格 never agree with a failure', () => {
    fc.assert(
      fc.property(cases, ({ part, whole }) => {
        fc.pre(part < whole)
        for (const printed of ['100%', '100.00%', '全部合格', '百分之百'])
          expect(comparePrinted(printed, part, whole, '合格率')).not.toBe('agrees')
      }),
    )
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
  ])('%s means all or none, although %i of %i rounds to it', (printed, part, whole) => {
    expect(comparePrinted(printed, part, whole)).toBe('differs')
  })
})
