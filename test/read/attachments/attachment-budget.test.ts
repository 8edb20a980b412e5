import type * as Zlib from 'node:zlib'
import { deflateSync } from 'node:zlib'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  type AttachmentBudget,
  type RunBudget,
  runBudget,
  wholeBudget,
} from '#read/attachments/attachment-budget.ts'
import { findingsIn } from '#read/attachments/attachment-findings.ts'
import { extractContent } from '#read/attachments/attachment-text.ts'
import { docxOf, paragraphs, zipOf as zip } from '../../support/office-files.ts'
import { workbookOf } from '../../support/workbook.ts'

/** How many bytes were inflated in a test. */
const inflated = vi.hoisted(() => ({ bytes: 0 }))
vi.mock('node:zlib', async (original) => {
  const zlib = await original<typeof Zlib>()
  const counted =
    (inflate: typeof zlib.inflateSync): typeof zlib.inflateSync =>
    (...given) => {
      const content = inflate(...given)
      // With the option `info` the content is in an object.
      const output: { readonly length: number } = Buffer.isBuffer(content)
        ? content
        : (content as { readonly buffer: Buffer }).buffer
      inflated.bytes += output.length
      return content
    }
  return {
    ...zlib,
    inflateRawSync: counted(zlib.inflateRawSync),
    inflateSync: counted(zlib.inflateSync),
  }
})
beforeEach(() => {
  inflated.bytes = 0
})

const megabyte = 1024 * 1024
// Fictional, with a valid check digit.
const identity = '11010519491231002X'

const docx = (texts: readonly string[]): Uint8Array =>
  docxOf(texts.map((text) => paragraphs(text)).join(''))
const row = (...texts: string[]): string =>
  `<row>${texts.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`
const xlsx = (...rows: string[]): Uint8Array =>
  workbookOf({ sheet: `<sheetData>${rows.join('')}</sheetData>` })

const kinds = (bytes: Uint8Array, name: string): string[] =>
  (findingsIn([{ name, bytes }], '')[0] ?? []).map(({ kind }) => kind)

const most = 4 * megabyte
const unreadIn = (bytes: Uint8Array): string[] =>
  extractContent('a.zip', bytes, { ...wholeBudget(), bytes: most }).unread.map(({ what }) => what)

test('however many workbooks an archive holds, they share the budget of one attachment', () => {
  const workbook = workbookOf({ sheet: `<sheetData/>${' '.repeat(megabyte)}` })
  const bytes = zip(
    Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`${n}.xlsx`, workbook])),
  )
  expect(unreadIn(bytes)).toEqual(['里面的内容太多，没有看完'])
  expect(inflated.bytes).toBeGreaterThan(most / 2)
  expect(inflated.bytes).toBeLessThanOrEqual(most)
})

test('nested documents count as well, and recursion is limited', () => {
  const padding = paragraphs(' '.repeat(megabyte))
  const embedded = (inner: Uint8Array): Uint8Array =>
    docxOf(padding, { 'word/embeddings/a.docx': inner })
  const bytes = zip(
    Object.fromEntries(
      Array.from({ length: 8 }, (_, n) => [`${n}.docx`, embedded(docxOf(padding))]),
    ),
  )
  expect(unreadIn(bytes)).toEqual(['里面的内容太多，没有看完'])
  expect(inflated.bytes).toBeLessThanOrEqual(most)
  let nested = docxOf(paragraphs(identity))
  for (let n = 0; n < 6; n++) nested = docxOf('', { 'word/embeddings/a.docx': nested })
  expect(extractContent('a.docx', nested).unread).toMatchObject([
    { what: '压缩包里的压缩包太深，没有打开', count: 1 },
  ])
})

test('entries that prove damaged after decompression count as well', () => {
  const damaged = Buffer.from(zip({ 'a.txt': new Uint8Array(megabyte) }))
  // The checksum, in both headers of the entry.
  for (const [header, field] of [
    ['504b0304', 14],
    ['504b0102', 16],
  ] as const) {
    const at = damaged.indexOf(Buffer.from(header, 'hex')) + field
    damaged.fill(0, at, at + 4)
  }
  const bytes = zip(Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`${n}.zip`, damaged])))
  expect(unreadIn(bytes)).toEqual([
    '压缩包打不开，或者两个程序会读出不同的内容',
    '里面的内容太多，没有看完',
  ])
})

test('compressed objects of PDF files in an archive count as well', () => {
  const objects = deflateSync(Buffer.alloc(megabyte, '1 0 2 9 '))
  const pdf = Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj << /Type /ObjStm /Filter /FlateDecode >> stream\n'),
    objects,
    Buffer.from('\nendstream endobj\n'),
  ])
  const bytes = zip(Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`${n}.pdf`, pdf])))
  expect(unreadIn(bytes)).toContain('压缩的内容大得不像文件，没有查完')
  expect(inflated.bytes).toBeLessThanOrEqual(most)
})

test.each([
  [
    'a document of 400,000 paragraphs',
    'a.docx',
    () => docx([...Array<string>(400_000).fill('字'), identity]),
  ],
  [
    'a table of 400,000 cells',
    'a.xlsx',
    () => xlsx(...Array<string>(10_000).fill(row(...Array<string>(40).fill('字'))), row(identity)),
  ],
])('%s is read to its end', (_what, name, make) => {
  expect(kinds(make(), name)).toEqual(['identity'])
})

describe('content beyond the budget is reported, and what was read before is searched', () => {
  const tooMuch = '里面的内容太多，没有看完'
  const table = xlsx(row(identity), row('二'), row('三'))

  test.each<[keyof AttachmentBudget, number, string, Uint8Array, string]>([
    ['texts', 2, 'a.docx', docx([identity, '二', '三']), tooMuch],
    ['texts', 2, 'a.xlsx', table, tooMuch],
    ['elements', 100, 'a.docx', docx([identity, ...Array<string>(100).fill('')]), tooMuch],
    ['characters', 200, 'a.zip', zip({ 'a.txt': identity, 'b.txt': '1 '.repeat(40) }), tooMuch],
    ['characters', 40, 'a.docx', docx([identity, '二'.repeat(30)]), tooMuch],
    ['characters', 40, 'a.xlsx', xlsx(row(identity), row('二'.repeat(30))), tooMuch],
    ['bytes', 40, 'a.zip', zip({ 'a.txt': identity, 'b.txt': '二'.repeat(30) }), tooMuch],
    [
      'entries',
      3,
      'a.zip',
      zip({ 'a.txt': identity, 'b.zip': zip({ 'c.txt': '', 'd.txt': '' }) }),
      '压缩包里的文件一共超过20000个',
    ],
    ['cells', 8, 'a.zip', zip({ 'a.xlsx': table, 'b.xlsx': table }), '表格没有读全'],
  ])('%s', (what, most, name, bytes, reason) => {
    const { texts, unread } = extractContent(name, bytes, { ...wholeBudget(), [what]: most })
    expect(texts.map(({ text }) => text)).toContain(identity)
    expect(unread).toMatchObject([{ what: reason }])
  })
})

describe('all attachments of a run have a budget together', () => {
  const spent: RunBudget = {
    bytes: 0,
    entries: 0,
    cells: 0,
    elements: 0,
    texts: 0,
    characters: 0,
    pdfWork: 0,
  }
  const kindsOf = (files: readonly Uint8Array[], name: string, run: RunBudget): string[][] =>
    findingsIn(
      files.map((bytes) => ({ name, bytes })),
      '',
      run,
    ).map((findings) => findings.map(({ kind }) => kind))

  test('an attachment with more content than its size suggests uses the shared budget until it is spent', () => {
    // 40 MB from a few kilobytes; an attachment of this size may use 4 MB before the shared budget.
    const bomb = zip({ 'a.txt': new Uint8Array(40 * megabyte), 'b.txt': identity })
    const run = { ...runBudget(), bytes: 160 * megabyte }
    expect(kindsOf([bomb, bomb, bomb, bomb], 'a.zip', run)).toEqual([
      ['identity', 'unread'],
      ['identity', 'unread'],
      // Whether the last ones contain something else is unknown.
      ['identity', 'unread', 'crowded-out'],
      ['identity', 'unread', 'crowded-out'],
    ])
    expect(run.bytes).toBeLessThan(30 * megabyte)
  })

  test('an ordinary attachment is read even when the shared budget is used up', () => {
    const run = { ...spent }
    const words = (n: number): string => `第${n}项检查的问题已经整改，责任单位第${n % 60}办公室。`
    const paragraphs = Array.from({ length: 3_000 }, (_, n) => words(n))
    expect(kindsOf([docx([...paragraphs, identity])], 'a.docx', run)).toEqual([['identity']])
    const rows = Array.from({ length: 1_000 }, (_, n) =>
      row(...Array.from({ length: 20 }, (_, column) => `${n * 37}号${column}列`)),
    )
    expect(kindsOf([xlsx(...rows, row(identity))], 'a.xlsx', run)).toEqual([['identity']])
    const texts = Object.fromEntries(paragraphs.slice(0, 500).map((text, n) => [`${n}.txt`, text]))
    expect(kindsOf([zip({ ...texts, 'list.txt': identity })], 'a.zip', run)).toEqual([['identity']])
    expect(run).toEqual(spent)
  })
})
