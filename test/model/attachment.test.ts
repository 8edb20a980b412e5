import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileWords } from '#model/attachment.ts'

test.each([
  [0, 'PDF，0 KB'],
  [1, 'PDF，1 KB'],
  [1024, 'PDF，1 KB'],
  [1025, 'PDF，2 KB'],
  [1024 * 1024, 'PDF，1.0 MB'],
  [1_300_000, 'PDF，1.2 MB'],
])('a file of %i bytes is “%s”', (size, words) => {
  expect(fileWords('2024-q1/tongbao.pdf', size)).toBe(words)
})

test('a larger file is never shown as smaller, and a file with content never as empty', () => {
  const bytesOf = (words: string): number => {
    const [, number, unit] = /^CSV，([\d.]+) (KB|MB)$/.exec(words) ?? []
    return Number(number) * (unit === 'MB' ? 1024 * 1024 : 1024)
  }
  const size = fc.oneof(
    fc.nat(3000),
    fc.nat(3_000_000),
    fc.integer({ min: 1_040_000, max: 1_060_000 }),
  )
  fc.assert(
    fc.property(size, size, (one, other) => {
      const [small, large] = [one, other]
        .toSorted((a, b) => a - b)
        .map((n) => bytesOf(fileWords('a.csv', n)))
      expect(small).toBeLessThanOrEqual(large ?? 0)
      expect(bytesOf(fileWords('a.csv', one)) === 0).toBe(one === 0)
    }),
  )
})
