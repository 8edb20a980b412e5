import { expect, test } from 'vitest'
import { countOf, figureText, missingWords, numberOf, valueOf } from '#domain/figure.ts'
import type { Tally } from '#schema/figure.ts'

test('a figure reads as the document wrote it, else as its number, else as its reason', () => {
  expect(figureText({ value: 600, stated: '约600' })).toBe('约600')
  expect(figureText({ value: 600 })).toBe('600')
  expect(figureText(0)).toBe('0')
  expect(figureText('illegible')).toBe('无法辨认')
  expect(figureText({ value: 'not-stated', stated: '若干' })).toBe('若干')
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
  expect(valueOf({ value: 'illegible' })).toBe('illegible')
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
])('%o: %s is %s', (tally, name, value) => {
  expect(countOf(tally, name)).toBe(value)
})
