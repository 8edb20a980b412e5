import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  boundsOf,
  countOf,
  figureText,
  measureText,
  missingWords,
  numberOf,
} from '#model/figure.ts'
import type { Figure, Tally } from '#schema/figure.ts'

test('a figure is shown as printed, else as its number, else as the reason why there is none', () => {
  expect(figureText({ value: 600, stated: '约600' })).toBe('约600')
  expect(figureText({ value: 600 })).toBe('600')
  expect(figureText(0)).toBe('0')
  expect(figureText('illegible')).toBe('无法辨认')
  expect(figureText({ value: 'not-stated', stated: '若干' })).toBe('若干')
})

test.each<[Figure, string]>([
  [{ value: 600, approximate: true }, '约600'],
  [{ at_least: 200 }, '不少于200'],
  [{ above: 3, below: 9 }, '超过3，低于9'],
  [{ stated: '全部合格' }, '全部合格'],
])('an approximate figure keeps its qualifier: %o is %s', (figure, text) => {
  expect(figureText(figure)).toBe(text)
})

test('a measure has its unit and its full mark, and digits without an exponent', () => {
  expect(measureText({ value: 94.92, unit: '分', full: 130 })).toBe('94.92分（满分130分）')
  expect(measureText({ value: 'not-stated', unit: '分' })).toBe('文件未写明')
  expect(measureText(61_520_000_000)).toBe('61520000000')
  expect(measureText(0.1 + 0.2)).toBe('0.3')
})

test('zero and each reason for a missing value read differently', () => {
  const texts = [figureText(0), ...Object.values(missingWords)]
  expect(new Set(texts).size).toBe(texts.length)
})

test('a missing value is no number', () => {
  expect(numberOf(0)).toBe(0)
  expect(numberOf('not-stated')).toBeNull()
  expect(numberOf(undefined)).toBeNull()
  expect(numberOf({ value: 'illegible' })).toBeNull()
  expect(numberOf({ at_most: 3, stated: '不超过3' })).toBeNull()
})

test.each<[Tally, 'passed' | 'failed' | 'checked', number | null]>([
  [{ checked: 370, failed: 1 }, 'passed', 369],
  [{ checked: 370, passed: 369 }, 'failed', 1],
  [{ checked: 370, failed: 0 }, 'passed', 370],
  [{ checked: 370 }, 'passed', null],
  [{ failed: 1 }, 'passed', null],
  [{ checked: 370, failed: 'not-stated' }, 'passed', null],
  [{ checked: 370, failed: 1, passed: 'illegible' }, 'passed', null],
  [{ checked: 370, failed: 1, passed: 300 }, 'passed', 300],
  [{ checked: 3, failed: 5 }, 'passed', null],
  [{ passed: 369, failed: 1 }, 'checked', null],
  // About 600 minus 3 is not 597.
  [{ checked: { value: 600, stated: '约600' }, failed: 3 }, 'passed', null],
  [{ checked: { value: 600, stated: '600个' }, failed: 3 }, 'passed', 597],
])('%o: %s is %s', (tally, name, value) => {
  expect(countOf(tally, name)).toBe(value)
})

test('whichever of two counts is given, passed and failed add up to the checked', () => {
  const counts = fc.tuple(fc.nat({ max: 9999 }), fc.nat({ max: 9999 }))
  fc.assert(
    fc.property(counts, fc.constantFrom('passed', 'failed'), ([passed, failed], given) => {
      const checked = passed + failed
      const tally: Tally = { checked, [given]: given === 'passed' ? passed : failed }
      expect([countOf(tally, 'passed'), countOf(tally, 'failed')]).toEqual([passed, failed])
    }),
  )
})

test('a count is not derived from approximate counts or if it would be negative', () => {
  const loose = fc.constantFrom<Figure>('not-stated', 'illegible', { at_least: 3 }, 'not-recorded')
  fc.assert(
    fc.property(fc.nat(), loose, (known, open) => {
      expect(countOf({ checked: known, failed: open }, 'passed')).toBeNull()
      expect(countOf({ checked: open, failed: known }, 'passed')).toBeNull()
      expect(countOf({ checked: known, failed: known + 1 }, 'passed')).toBeNull()
    }),
  )
})

test('the number of a figure is within its bounds, and equals both if it is exact', () => {
  fc.assert(
    fc.property(fc.nat(), fc.boolean(), (value, approximate) => {
      const { least, most } = boundsOf({ value, approximate })
      expect(least).toBeLessThanOrEqual(value)
      expect(most).toBeGreaterThanOrEqual(value)
      if (!approximate) expect([least, most]).toEqual([value, value])
    }),
  )
})
