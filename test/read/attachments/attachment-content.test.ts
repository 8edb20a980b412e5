import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { attachmentType, type AttachmentType } from '#model/attachment.ts'
import { workbookFiles } from '#export/tables/spreadsheet.ts'
import { contentMistake } from '#read/attachments/attachment-content.ts'
import {
  contentTypes,
  docxOf,
  relationsOf,
  sheetTypes,
  wordTypes,
  zipOf,
} from '../../support/office-files.ts'

const bytes = (...hex: string[]) => Uint8Array.from(Buffer.from(hex.join(''), 'hex'))
const zip = (...names: string[]) =>
  zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<x/>')])))
/** A container of older Office documents with a part with this name. */
const compound = (part: string) =>
  Buffer.concat([bytes('d0cf11e0a1b11ae1', '00'.repeat(504)), Buffer.from(part, 'utf16le')])
const text = (words: string) => strToU8(words)

const sheet = {
  name: '一',
  hasHead: false,
  widths: [8],
  rows: [[{ value: 1, look: 'value' }]],
} as const
const contents = {
  pdf: text('%PDF-1.7\n'),
  ofd: zip('OFD.xml', 'Doc_0/Document.xml'),
  docx: docxOf('<w:p/>'),
  xlsx: zipSync(workbookFiles([sheet], { title: '表', description: '', day: '2024-06-08' })),
  doc: compound('WordDocument'),
  xls: compound('Workbook'),
  wps: compound('WpsContent'),
  et: compound('Workbook'),
  png: bytes('89504e470d0a1a0a0000000d49484452'),
  jpg: bytes('ffd8ffe000104a46494600'),
  zip: zip('a.txt'),
  csv: text('\uFEFF单位,问题\r\n'),
  txt: text('自查整改报告\n'),
} as const

test.each(Object.entries(contents))(
  'a file that ends in .%s is recognised by its content',
  (type, content) => {
    expect(contentMistake(type as AttachmentType, content)).toBeNull()
  },
)

test.each(
  (['pdf', 'ofd', 'docx', 'xlsx', 'png', 'jpeg'] as const).flatMap((type) =>
    Object.entries(contents)
      .filter(([other]) => other !== type && !(type === 'jpeg' && other === 'jpg'))
      .map(([other, content]) => [other, type, content] as const),
  ),
)('a .%s file renamed to .%s is found', (_other, type, content) => {
  expect(contentMistake(type, content)).not.toBeNull()
})

test.each([
  ['pdf', new Uint8Array(), '空文件'],
  ['pdf', text('<!DOCTYPE html><p>404</p>'), '网页或者SVG图片'],
  ['txt', text('<svg onload="alert(1)"/>'), '网页或者SVG图片'],
  ['csv', bytes('4d5a9000030000'), '认不出的内容'],
  ['docx', compound('EncryptedPackage'), '加了密码的Office文件'],
  ['docx', contents.docx.slice(0, -10), '打不开的压缩包'],
  ['xlsx', contents.ofd, 'OFD文件'],
] as const)('a wrong .%s file is reported with its actual type', (type, content, found) => {
  expect(contentMistake(type, content)?.found).toBe(found)
})

test('text in GB 18030, and in UTF-16 with a byte-order mark, is recognised', () => {
  // 自查
  expect(contentMistake('txt', bytes('d7d4b2e9'))).toBeNull()
  for (const type of ['csv', 'txt'] as const) {
    const wide = Buffer.from('\uFEFF单位\t问题\r\n', 'utf16le')
    expect(contentMistake(type, wide)).toBeNull()
    expect(contentMistake(type, Buffer.from(wide).swap16())).toBeNull()
  }
  expect(contentMistake('txt', bytes('fffe', '00000100'))?.found).toBe('认不出的内容')
  expect(contentMistake('txt', Buffer.from('\uFEFF<html>', 'utf16le'))?.found).toBe(
    '网页或者SVG图片',
  )
})

describe('the list of content types decides the type of an Office document', () => {
  /** A document whose main part has this path and this content type. */
  const office = (path: string, type: string): Uint8Array =>
    zipOf({
      '[Content_Types].xml': contentTypes({ [path]: type }),
      '_rels/.rels': relationsOf(['officeDocument', path]),
      [path]: '<x/>',
    })

  test.each([
    ['docx', 'word/document2.xml', `${wordTypes}.document.main+xml`],
    ['docx', 'Word/Main.part', `${wordTypes}.document.main+xml`],
    ['docx', '/word/document.xml', `${wordTypes}.document.main+xml`],
    ['xlsx', 'xl/book.xml', `${sheetTypes}.sheet.main+xml`],
  ] as const)('a .%s with the main part %s', (type, path, content) => {
    expect(contentMistake(type, office(path.replace(/^\//, ''), content))).toBeNull()
  })

  test.each([
    ['application/vnd.ms-word.document.macroEnabled.main+xml', '带宏的Word文件（DOCM）'],
    ['application/vnd.ms-excel.sheet.binary.macroEnabled.main', '二进制的Excel文件（XLSB）'],
    [`${sheetTypes}.sheet.main+xml`, 'Excel文件（XLSX）'],
    ['application/x', 'ZIP压缩包'],
  ])('one with the content type %s is no .docx', (content, found) => {
    expect(contentMistake('docx', office('word/document.xml', content))?.found).toBe(found)
  })

  test('parts with the usual names but without a list are a plain archive', () => {
    expect(contentMistake('docx', zip('word/document.xml'))?.found).toBe('ZIP压缩包')
    expect(contentMistake('zip', zip('word/document.xml'))).toBeNull()
  })
})

test.each([
  ['2024-q1/tongbao.pdf', 'pdf'],
  ['2024-q1/xuzhou/report-2.v1.ofd', 'ofd'],
  ['tongbao.pdf', null],
  ['2024-q1/xuzhou/a/report.pdf', null],
  ['2024-q1/通报.pdf', null],
  ['2024-q1/Tongbao.PDF', null],
  ['2024-q1/page.html', null],
  ['2024-q1/..pdf', null],
] as const)('the path %s ends in a type that can be published: %s', (path, type) => {
  expect(attachmentType(path)).toBe(type)
})
