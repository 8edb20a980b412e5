import { describe, expect, test } from 'vitest'
import { rateView } from '#domain/rate.ts'

describe('the rate of passes', () => {
  test('counts over those checked, never over the total', () => {
    const { numerator, denominator, text } = rateView(
      'passed',
      {},
      { total: 480, running: 400, checked: 238, failed: 2 },
      1,
    )
    expect([numerator, denominator, text]).toEqual([236, 238, '99.2%'])
  })

  test('shows what was printed, and keeps what the counts give beside it', () => {
    const { text, computed, numerator, denominator } = rateView(
      'passed',
      { stated: '99.96%' },
      { checked: 289, failed: 9 },
      1,
    )
    expect([text, computed, numerator, denominator]).toEqual(['99.96%', '96.9%', 280, 289])
  })

  test('takes another numerator or denominator where the document counts differently', () => {
    const rate = { denominator: 'running' as const }
    expect(rateView('passed', rate, { running: 40, checked: 30, failed: 0 }, 1).text).toBe('75.0%')
  })

  test('is not computed over a hedged count', () => {
    const checked = { value: 600, approximate: true, stated: '600余' }
    const { numerator, denominator, text } = rateView('passed', {}, { checked, passed: 597 }, 1)
    expect([numerator, denominator, text]).toEqual([597, null, null])
  })

  test('of no cases is neither 0 nor 100 but has a reason', () => {
    const { text, computed, reason } = rateView('passed', {}, { checked: 0, failed: 0 }, 1)
    expect([text, computed]).toEqual([null, null])
    expect(reason).toBe('本期没有，不计算比率')
  })

  test('of unknown counts has another reason', () => {
    const unknown = rateView('passed', {}, { checked: 370, failed: 'not-stated' }, 1)
    const contrary = rateView('passed', {}, { checked: 10, passed: 12 }, 1)
    expect([unknown.text, contrary.text]).toEqual([null, null])
    expect(unknown.reason).toBe('文件未写明，不计算比率')
    expect(contrary.reason).toBe('数字互相矛盾，不计算比率')
  })

  test('has no reason when there is a print, even without counts', () => {
    const { text, computed, reason } = rateView('passed', { stated: '99%' }, {}, 1)
    expect([text, computed, reason]).toEqual(['99%', null, null])
  })
})

describe('the rate of messages closed on time', () => {
  test('leaves those that are still open inside their limit out', () => {
    const tally = { valid: 604, closed_on_time: 580, open: 24 }
    expect(rateView('closed_on_time', {}, tally, 1).text).toBe('100%')
  })

  test('is not guessed from the number closed', () => {
    const { numerator, computed } = rateView('closed_on_time', {}, { valid: 10, closed: 10 }, 1)
    expect([numerator, computed]).toEqual([null, null])
  })

  test('of no messages is no rate', () => {
    const tally = { valid: 0, closed_on_time: 0 }
    expect(rateView('closed_on_time', {}, tally, 1).reason).toBe('本期没有，不计算比率')
    const allOpen = { valid: 3, closed_on_time: 0, open: 3 }
    expect(rateView('closed_on_time', {}, allOpen, 1).text).toBeNull()
  })
})
