import { expect, test } from 'vitest'
import { aheadWords } from '#forms/published-ahead.ts'

test.each([
  ['the day after', '2024-06-08', true],
  ['next year', '2025-01-01', true],
  ['the day itself', '2024-06-07', false],
  ['the day before', '2024-06-06', false],
  ['a day that is not known', 'not-stated', false],
  ['a month, in which it may have been', '2024-06', false],
  ['no day', undefined, false],
])('a form says that a day of publication is ahead: %s', (_case, published, isAhead) => {
  const words = aheadWords({ ...(published === undefined ? {} : { published }) }, '2024-06-07')
  expect(words !== null).toBe(isAhead)
  if (words !== null) expect(words).toMatch(/^公开日期202\d年\d+月\d+日还没有到/)
})
