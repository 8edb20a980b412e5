import { expect, test } from 'vitest'
import { megabytes, sizeWords } from '#model/file-size.ts'

test.each([
  [1, '1 KB'],
  [12_288, '12 KB'],
  [1_258_291, '1.2 MB'],
])('%i bytes are shown as %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words)
})

test('megabytes have a decimal where it is not 0', () => {
  expect([5 * 1024 * 1024, 21_299_720].map(megabytes)).toEqual(['5', '20.3'])
})
