import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fractionText, rateView, type RateView } from '#model/rate.ts'
import type { Tally } from '#schema/figure.ts'
import type { Group, Rate } from '#schema/group.ts'

const rateOf = (name: string, rate: Rate, tally: Tally, decimals: number): RateView =>
  rateView(name, rate, { tally }, decimals)

describe('the pass rate', () => {
  test('counts over those checked, never over the total', () => {
    const { numerator, denominator, text } = rateOf(
      'passed',
      {},
      { total: 480, running: 400, checked: 238, failed: 2 },
      1,
    )
    expect([numerator, denominator, text]).toEqual([236, 238, '99.2%'])
  })

  test('shows the printed rate, with the computed one beside it', () => {
    const { text, computed, numerator, denominator } = rateOf(
      'passed',
      { stated: '99.96%' },
      { checked: 289, failed: 9 },
      1,
    )
    expect([text, computed, numerator, denominator]).toEqual(['99.96%', '96.9%', 280, 289])
  })

  test('takes another numerator or denominator where the document counts differently', () => {
    const rate = { denominator: 'running' as const }
    expect(rateOf('passed', rate, { running: 40, checked: 30, failed: 0 }, 1).text).toBe('75.0%')
  })

  test('is not computed over a hedged count', () => {
    const checked = { value: 600, approximate: true, stated: '600余' }
    const { numerator, denominator, text } = rateOf('passed', {}, { checked, passed: 597 }, 1)
    expect([numerator, denominator, text]).toEqual([597, null, null])
  })

  test('of no cases is neither 0 nor 100 but has a reason', () => {
    const { text, computed, reason } = rateOf('passed', {}, { checked: 0, failed: 0 }, 1)
    expect([text, computed]).toEqual([null, null])
    expect(reason).toBe('本期没有，不计算比率')
  })

  test('of unknown counts has another reason', () => {
    const unknown = rateOf('passed', {}, { checked: 370, failed: 'not-stated' }, 1)
    const contrary = rateOf('passed', {}, { checked: 10, passed: 12 }, 1)
    expect([unknown.text, contrary.text]).toEqual([null, null])
    expect(unknown.reason).toBe('文件未写明，不计算比率')
    expect(contrary.reason).toBe('数字互相矛盾，不计算比率')
  })

  test('has no reason when a rate is printed, even without counts', () => {
    const { text, computed, reason } = rateOf('passed', { stated: '99%' }, {}, 1)
    expect([text, computed, reason]).toEqual(['99%', null, null])
  })
})

test('those that passed are counted over the denominator that the editor names', () => {
  const tally = { running: 51, failed: 3 }
  const rate = rateOf('passed', { stated: '94.12%', denominator: 'running' }, tally, 1)
  expect([rate.numerator, rate.denominator]).toEqual([48, 51])
  expect(rateOf('passed', { stated: '94.12%' }, tally, 1).numerator).toBeNull()
})

describe('the rate of messages closed on time', () => {
  test('leaves out messages that are still open within their limit', () => {
    const tally = { valid: 604, closed_on_time: 580, open: 24 }
    expect(rateOf('closed_on_time', {}, tally, 1).text).toBe('100%')
  })

  test('is taken over those received where no valid ones are counted and the print agrees', () => {
    const tally = { received: 309, closed_on_time: 292 }
    const fraction = (stated: string): unknown => {
      const { numerator, denominator } = rateOf('closed_on_time', { stated }, tally, 1)
      return [numerator, denominator]
    }
    expect(fraction('94.5%')).toEqual([292, 309])
    // Some of those received may be invalid.
    expect(fraction('100%')).toEqual([292, null])
  })

  test('is not guessed from the number closed', () => {
    const { numerator, computed } = rateOf('closed_on_time', {}, { valid: 10, closed: 10 }, 1)
    expect([numerator, computed]).toEqual([null, null])
  })

  test('without messages has no value', () => {
    const tally = { valid: 0, closed_on_time: 0 }
    expect(rateOf('closed_on_time', {}, tally, 1).reason).toBe('本期没有，不计算比率')
    const allOpen = { valid: 3, closed_on_time: 0, open: 3 }
    expect(rateOf('closed_on_time', {}, allOpen, 1).text).toBeNull()
  })
})

describe('of any counts', () => {
  const counts = fc
    .tuple(fc.integer({ min: 1, max: 100_000 }), fc.nat(), fc.integer({ min: 0, max: 3 }))
    .map(([checked, n, decimals]) => ({ checked, failed: n % (checked + 1), decimals }))
  const percent = (text: string | null): number => Number(text?.slice(0, -1) ?? Number.NaN)

  test('“all passed” appears only when none failed, and “none passed” only when all failed', () => {
    fc.assert(
      fc.property(counts, ({ checked, failed, decimals }) => {
        const { text } = rateOf('passed', {}, { checked, failed }, decimals)
        expect(percent(text) === 100).toBe(failed === 0)
        expect(percent(text) === 0).toBe(failed === checked)
      }),
    )
  })

  test('the rate is the same when the passed or the failed are given', () => {
    fc.assert(
      fc.property(counts, ({ checked, failed, decimals }) => {
        const one = rateOf('passed', {}, { checked, failed }, decimals)
        expect(rateOf('passed', {}, { checked, passed: checked - failed }, decimals)).toEqual(one)
      }),
    )
  })

  test('passed and failed are parts of the same whole, and together all of it', () => {
    fc.assert(
      fc.property(counts, ({ checked, failed, decimals }) => {
        const [passed, other] = (['passed', 'failed'] as const).map((name) =>
          rateOf(name, {}, { checked, failed }, decimals),
        )
        expect((passed?.numerator ?? 0) + (other?.numerator ?? 0)).toBe(checked)
        expect([passed?.denominator, other?.denominator]).toEqual([checked, checked])
      }),
    )
  })

  test('there is a percentage or a reason why there is none, never both and never neither', () => {
    const figure = fc.oneof(fc.nat({ max: 5 }), fc.constant('not-stated' as const))
    const tallies = fc.record(
      { checked: figure, failed: figure, passed: figure, valid: figure, closed: figure },
      { requiredKeys: [] },
    )
    const names = fc.constantFrom('passed', 'failed', 'closed', 'closed_on_time', '报送率')
    fc.assert(
      fc.property(tallies, names, (tally, name) => {
        const { text, reason } = rateOf(name, {}, tally, 1)
        expect((text === null) !== (reason === null)).toBe(true)
      }),
    )
  })
})

describe('a rate over figures that the document names', () => {
  const group: Group = {
    tally: { received: 604, closed: { value: 580, called: '回复' } },
    figures: {
      应解读文件: 40,
      已解读文件: { value: 38, unit: '件' },
      问题: { value: 9, parts: { 已整改: 7 } },
    },
    splits: { type: { of: 'received', parts: { 咨询: 519 } } },
  }
  const fraction = (numerator: string | number, denominator: string): unknown => {
    const view = rateView('解读率', { numerator, denominator }, group, 1)
    return [view.numerator, view.denominator, view.text]
  }

  test.each([
    ['已解读文件', '应解读文件', [38, 40, '95.0%']],
    ['已整改', '问题', [7, 9, '77.8%']],
    ['咨询', 'received', [519, 604, '85.9%']],
    ['回复', 'received', [580, 604, '96.0%']],
    ['没有的数', '问题', [null, 9, null]],
  ])('%s of %s', (numerator, denominator, expected) => {
    expect(fraction(numerator, denominator)).toEqual(expected)
  })
})

test('a fraction is printed only when both of its numbers are known', () => {
  expect(fractionText({ numerator: 369, denominator: 370 })).toBe('369/370')
  expect(fractionText({ numerator: 0, denominator: 4 })).toBe('0/4')
  expect(fractionText({ numerator: null, denominator: 370 })).toBe(null)
  expect(fractionText({ numerator: 369, denominator: null })).toBe(null)
})
