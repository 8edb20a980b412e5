import { afterEach, expect, test, vi } from 'vitest'
import { pdfActions } from '#read/attachments/pdf-actions.ts'

const megabyte = 1024 * 1024
const tooLarge = '压缩的内容大得不像文件，没有查完'
/** The beginning of an object stream: the number and the position of one object. */
const objects = '1 0 2 0 <<\n'

const pdf = (...parts: (string | Uint8Array)[]): Buffer =>
  Buffer.concat(['%PDF-1.4\n', ...parts].map((part) => Buffer.from(part as string)))

/** The number of bytes of the budget that searching a file uses. */
function bytesUsed(bytes: Uint8Array): number {
  const budget = { bytes: 64 * megabyte }
  pdfActions(bytes, budget)
  return 64 * megabyte - budget.bytes
}

afterEach(() => {
  vi.restoreAllMocks()
})

/** The number of characters that are searched for a word while a function runs. */
function searched(run: () => void): number {
  let all = 0
  for (const type of [String, Buffer]) {
    const prototype = type.prototype as { indexOf: (...given: unknown[]) => number; length: number }
    const { indexOf } = prototype
    vi.spyOn(prototype, 'indexOf').mockImplementation(function (
      this: { readonly length: number },
      ...given: unknown[]
    ) {
      const found = indexOf.apply(this, given)
      const from = typeof given[1] === 'number' ? given[1] : 0
      all += (found < 0 ? this.length : found) - from
      return found
    })
  }
  run()
  vi.restoreAllMocks()
  return all
}

test.each([
  ['no end', ''],
  ['one end for all', 'endstream\n'],
])('each stream of plain objects with %s is searched once', (_what, end) => {
  const bytes = pdf(`stream\n${objects}`.repeat(2_000), end)
  expect(searched(() => pdfActions(bytes))).toBeLessThan(4 * bytes.length)
  expect(bytesUsed(bytes)).toBeGreaterThan(bytes.length / 2)
  expect(bytesUsed(bytes)).toBeLessThanOrEqual(bytes.length)
})

test('an action is found in unterminated objects, and in objects nested in others', () => {
  const action = '/S /JS'
  for (const bytes of [
    pdf(`stream\n${objects}${action}`),
    pdf(`stream\n${objects}${action}\nendstream`),
    pdf(`stream\nBT ET stream\n${objects}${action}\nendstream`),
    pdf(`stream\n${objects}stream\n${objects}${action}\nendstream`),
  ])
    expect(pdfActions(bytes).active).toEqual(['脚本（JavaScript）'])
})

test('compressed data shared by many streams count for each of them', () => {
  const bytes = pdf(
    'stream\n\x78\x01',
    // A stored block, inside which the next stream begins.
    ...Array<Buffer>(200).fill(storedBlock(`${objects}stream\n\x78\x01`)),
    Buffer.alloc(megabyte, storedBlock('')),
  )
  expect(pdfActions(bytes).unread).toBe(tooLarge)
})

/** A stored block of deflate data (RFC 1951, 3.2.4). */
function storedBlock(content: string): Buffer {
  const head = Buffer.alloc(5)
  head.writeUInt16LE(content.length, 1)
  head.writeUInt16LE(0xffff - content.length, 3)
  return Buffer.concat([head, Buffer.from(content)])
}
