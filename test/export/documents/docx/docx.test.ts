import { createCanvas } from '@napi-rs/canvas'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { docx } from '#export/documents/docx/docx.ts'
import { line, textWidth } from '#export/documents/docx/measures.ts'
import type { OfficialDocument, DocumentBlock } from '#export/documents/docx/official-document.ts'
import { openDocument } from '../../../support/docx.ts'
import { hostile } from '../../../support/hostile.ts'

const documentOf = (...blocks: DocumentBlock[]): OfficialDocument => ({
  title: '示例市检查情况的通报',
  author: '示例市人民政府办公室',
  description: '由示例公示生成。',
  day: '2024-03-01',
  blocks,
})
const opened = async (...blocks: DocumentBlock[]) => openDocument(await docx(documentOf(...blocks)))

const whole: DocumentBlock[] = [
  { kind: 'number', text: '×府办函〔2024〕5号' },
  { kind: 'title', lines: ['示例市人民政府办公室', '关于检查情况的通报'] },
  { kind: 'addressee', text: '各县（区）人民政府：' },
  { kind: 'heading', level: 1, text: '一、基本情况' },
  { kind: 'paragraph', lead: { level: 2, text: '（一）公开。' }, text: '有关情况如下。' },
  { kind: 'annexes', text: '附件：1. 名单' },
  { kind: 'further-annex', text: '2. 清单' },
  { kind: 'signature', offices: ['示例市人民政府办公室'], day: '2024年3月1日' },
  { kind: 'annex', text: '附件1' },
  {
    kind: 'table',
    table: { title: '名单', look: 'annex', columns: ['序号', '名称'], rows: [['1', '甲县']] },
  },
  { kind: 'note', text: '注：截至3月。' },
]

test('a document holds each block in its order and in the style of its kind', async () => {
  expect((await opened(...whole)).paragraphs).toEqual([
    { style: 'DocumentNumber', text: '×府办函〔2024〕5号' },
    { style: 'Title', text: '示例市人民政府办公室关于检查情况的通报' },
    { style: 'Addressee', text: '各县（区）人民政府：' },
    { style: 'Heading1', text: '一、基本情况' },
    { style: 'BodyText', text: '（一）公开。有关情况如下。' },
    { style: 'FirstAnnex', text: '附件：1. 名单' },
    { style: 'FurtherAnnex', text: '2. 清单' },
    { style: 'Signature', text: '示例市人民政府办公室' },
    { style: 'Signature', text: '2024年3月1日' },
    { style: 'Annex', text: '附件1' },
    { style: 'AnnexTitle', text: '名单' },
    { style: 'TableHead', text: '序号' },
    { style: 'TableHead', text: '名称' },
    { style: 'TableCell', text: '1' },
    { style: 'TableCell', text: '甲县' },
    { style: 'AfterTable', text: '' },
    { style: 'Note', text: '注：截至3月。' },
  ])
})

test('a long title breaks at the end of a word, a short one does not break', async () => {
  const linesOf = async (title: string) => {
    const { parts } = await opened({ kind: 'title', lines: [title] })
    const paragraph = /<w:p>(?:(?!<\/w:p>).)*w:val="Title".*?<\/w:p>/.exec(
      parts['word/document.xml'] ?? '',
    )?.[0]
    return paragraph?.split('<w:br/>').map((line) => line.replace(/<[^>]*>/g, ''))
  }
  expect(
    await linesOf('示例市人民政府办公室关于2025年第一季度政府网站和政务新媒体检查情况的通报'),
  ).toEqual(['示例市人民政府办公室关于2025年第一季度', '政府网站和政务新媒体检查情况的通报'])
  expect(await linesOf('关于政务公开检查情况的通报')).toEqual(['关于政务公开检查情况的通报'])
})

test('every style that a paragraph or a run names exists', async () => {
  const levels = [1, 2, 3, 4] as const
  const { parts } = await opened(
    ...whole,
    ...levels.flatMap((level): DocumentBlock[] => [
      { kind: 'heading', level, text: '标题' },
      { kind: 'paragraph', lead: { level, text: '标题。' }, text: '正文。' },
    ]),
    {
      kind: 'table',
      table: { title: '表', look: 'caption', columns: ['列'], rows: [['格']] },
    },
  )
  const idsIn = (name: string, pattern: RegExp) =>
    new Set([...(parts[name]?.matchAll(pattern) ?? [])].map(([, id]) => id))
  const named = idsIn('word/document.xml', /<w:[pr]Style w:val="(\w+)"/g)
  const known = idsIn('word/styles.xml', /w:styleId="(\w+)"/g)
  expect(named.size).toBeGreaterThan(15)
  expect([...named].filter((id) => !known.has(id))).toEqual([])
})

/**
 * An attribute of the first element with a name, in millimetres; the file has it in twentieths of a
 * point.
 */
const millimetresIn = (xml: string, element: string, attribute: string): number => {
  const [found = ''] = new RegExp(`<w:${element} [^>]*>`).exec(xml) ?? []
  const [, twips] = new RegExp(`w:${attribute}="(\\d+)"`).exec(found) ?? []
  return Math.round((Number(twips) / 1440) * 25.4)
}

test('the page is A4 with a block of 156 by 225 mm, 22 lines of 28 characters', async () => {
  const { parts } = await opened(...whole)
  const xml = parts['word/document.xml'] ?? ''
  const [width, height] = ['w', 'h'].map((side) => millimetresIn(xml, 'pgSz', side))
  expect([width, height]).toEqual([210, 297])
  const [top = 0, bottom = 0, left = 0, right = 0, footer] = [
    'top',
    'bottom',
    'left',
    'right',
    'footer',
  ].map((side) => millimetresIn(xml, 'pgMar', side))
  expect({ top, left }).toEqual({ top: 37, left: 28 })
  expect([210 - left - right, 297 - top - bottom]).toEqual([156, 225])
  // The page number is in size 4号, some 5 mm high; its middle is 7 mm and half of that below the
  // type area.
  expect(footer).toBe(Math.floor(35 - 7 - 2.5))
  // 28 characters of 16 pt are 448 pt wide, the type area 442.2 pt; 22 lines of 28.95 pt fill 637.8
  // pt.
  expect(xml).toContain('<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="-849"/>')
  expect((28 * (16 - 849 / 4096) * 25.4) / 72).toBeCloseTo(156, 0)
  expect((22 * (579 / 20) * 25.4) / 72).toBeCloseTo(225, 0)
})

test('each style has the font and size of the standard, and no font is embedded', async () => {
  const { parts } = await opened(...whole)
  const styles = parts['word/styles.xml'] ?? ''
  const lookOf = (id: string): string => {
    const [found = ''] = new RegExp(`w:styleId="${id}".*?</w:style>`).exec(styles) ?? []
    const [, font] = /w:eastAsia="([^"]+)"/.exec(found) ?? []
    const [, halfPoints] = /<w:sz w:val="(\d+)"/.exec(found) ?? []
    return `${font ?? ''} ${Number(halfPoints) / 2}`
  }
  expect(
    ['Normal', 'Title', 'Heading1', 'Heading2', 'Heading3', 'Heading4', 'Annex', 'PageNumber'].map(
      lookOf,
    ),
  ).toEqual([
    '仿宋_GB2312 16',
    '方正小标宋简体 22',
    '黑体 16',
    '楷体_GB2312 16',
    '仿宋_GB2312 16',
    '仿宋_GB2312 16',
    '黑体 16',
    '宋体 14',
  ])
  const fonts = parts['word/fontTable.xml'] ?? ''
  expect(fonts.match(/<w:altName /g)?.length).toBe(fonts.match(/<w:font /g)?.length)
  expect(fonts).not.toContain('<w:embed')
  expect(Object.keys(parts).filter((name) => name.startsWith('word/fonts/'))).toEqual([])
})

test('page numbers are on the outer side: right on odd pages, left on even ones', async () => {
  const { parts } = await opened(...whole)
  const sides = Object.entries(parts)
    .filter(([name]) => /^word\/footer\d\.xml$/.test(name))
    .map(([, content]) => /<w:jc w:val="(\w+)"/.exec(content)?.[1])
  expect(sides).toEqual(['right', 'left'])
  expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>')
  expect(parts['word/footer1.xml']).toMatch(/— .*PAGE.* —/)
})

test('an annex begins a page, and the head of a table is repeated', async () => {
  const { parts } = await opened(...whole)
  expect(parts['word/document.xml']).toContain('<w:pStyle w:val="Annex"/><w:pageBreakBefore/>')
  expect(parts['word/document.xml']?.match(/<w:tblHeader\/>/g)).toHaveLength(1)
})

test('the properties hold title, author, origin and language, and dates from the data', async () => {
  const core = (await opened(...whole)).parts['docProps/core.xml']
  expect(core).toContain('<dc:title>示例市检查情况的通报</dc:title>')
  expect(core).toContain('<dc:creator>示例市人民政府办公室</dc:creator>')
  expect(core).toContain('<dc:language>zh-CN</dc:language>')
  expect([...(core?.matchAll(/\d{4}-\d{2}-\d{2}T[\d:]+Z/g) ?? [])].map(([time]) => time)).toEqual([
    '2024-03-01T00:00:00Z',
    '2024-03-01T00:00:00Z',
  ])
})

test('the same document gives the same bytes', async () => {
  expect(
    Buffer.from(await docx(documentOf(...whole))).equals(await docx(documentOf(...whole))),
  ).toBe(true)
})

test('any text is text in the document', async () => {
  const text = `=cmd|'/C calc'!A0 ${hostile} “”`
  const { paragraphs, parts } = await opened(
    { kind: 'title', lines: [text] },
    { kind: 'paragraph', lead: { level: 2, text }, text },
    { kind: 'table', table: { title: text, look: 'annex', columns: [text], rows: [[text]] } },
  )
  expect(paragraphs.map((paragraph) => paragraph.text)).toEqual([
    text,
    text + text,
    text,
    text,
    text,
    '',
  ])
  expect(parts['word/document.xml']).not.toContain('<script')
})

test.each(['\u0000', '\u000b', '\u001b', '\ufffe', '\ud800'])(
  'a character that no document can hold is refused: %j',
  async (character) => {
    await expect(opened({ kind: 'note', text: `甲${character}乙` })).rejects.toThrow('控制字符')
  },
)

test('the day is four characters from the edge, with the office centred above it', async () => {
  const { parts } = await opened({
    kind: 'signature',
    offices: ['示例市人民政府办公室', '示例市甲局'],
    day: '2024年3月1日',
  })
  const character = ((156 / 25.4) * 1440) / 28
  const indents = [...(parts['word/document.xml']?.matchAll(/<w:ind w:right="(\d+)"/g) ?? [])]
  const inCharacters = indents.map(([, twips]) => Math.round((Number(twips) / character) * 4) / 4)
  // The day is 6 characters wide, so its middle is 7 characters from the edge.
  expect(inCharacters).toEqual([2, 4.5, 4])
})

test('the last paragraph and the list of annexes stay on the page of the signature', async () => {
  const { parts } = await opened(
    { kind: 'paragraph', text: '第一段。' },
    { kind: 'paragraph', text: '最后一段。' },
    { kind: 'annexes', text: '附件：1. 名单' },
    { kind: 'further-annex', text: '2. 清单' },
    { kind: 'signature', offices: ['示例市甲局'], day: '2024年3月1日' },
    { kind: 'annex', text: '附件1' },
    { kind: 'paragraph', text: '附件的文字。' },
  )
  const withNext = (parts['word/document.xml']?.match(/<w:p>.*?<\/w:p>/g) ?? [])
    .filter((paragraph) => paragraph.includes('<w:keepNext/>'))
    .map((paragraph) => paragraph.replace(/<[^>]+>/g, ''))
  expect(withNext).toEqual(['最后一段。', '附件：1. 名单', '2. 清单', '示例市甲局'])
})

test.each([1, 3, 5, 12, 40])('a table of %i columns is as wide as the block', async (count) => {
  const cells = Array.from({ length: count }, (_, n) => '很长的一格'.repeat(n + 1))
  const { parts } = await opened({
    kind: 'table',
    table: { title: '表', look: 'caption', columns: cells, rows: [cells] },
  })
  const widths = [...(parts['word/document.xml']?.matchAll(/<w:gridCol w:w="(\d+)"/g) ?? [])].map(
    ([, width]) => Number(width),
  )
  expect(widths).toHaveLength(count)
  expect(widths.reduce((sum, width) => sum + width, 0)).toBe(textWidth)
  expect(Math.min(...widths)).toBeGreaterThan(100)
})

/** A picture of this size in pixels, in one colour. */
function picture(width: number, height: number, name: string, millimetres: number) {
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#d00'
  context.fillRect(0, 0, width, height)
  const content = canvas.toBuffer('image/png').toString('base64')
  return { name, type: 'png', content, millimetres } as const
}
const head = picture(312, 40, '示例市文件红头"<', 156)
const seal = picture(84, 84, '印章', 42)
const millimetre = 36_000

test('a document without supplied pictures has none', async () => {
  const { parts } = await opened(...whole)
  expect(parts['word/document.xml']).not.toContain('<w:drawing>')
  expect(Object.keys(parts).filter((name) => name.startsWith('word/media/'))).toEqual([])
})

test('a supplied letterhead is 35 mm below the edge of the text block, as wide as it, two lines above the text', async () => {
  const bytes = await docx({ ...documentOf(...whole), head })
  expect(Buffer.from(unzipSync(bytes)['word/media/head.png'] ?? []).toString('base64')).toBe(
    head.content,
  )
  const { parts, paragraphs } = openDocument(bytes)
  expect(paragraphs[0]).toEqual({ style: 'DocumentNumber', text: '' })
  const [first = ''] = parts['word/document.xml']?.match(/<w:p>.*?<\/w:p>/) ?? []
  expect(first).toContain(`w:before="${Math.round((35 / 25.4) * 1440)}" w:after="${2 * line}"`)
  expect(first).toContain(`<wp:extent cx="${156 * millimetre}" cy="${20 * millimetre}"/>`)
  expect(first).toContain('descr="示例市文件红头&quot;&lt;"')
  expect(parts['word/_rels/document.xml.rels']).toMatch(/Id="rIdHead"[^>]*Target="media\/head.png"/)
  expect(parts['[Content_Types].xml']).toMatch(/ContentType="image\/png" Extension="png"/)
})

test('a supplied seal is behind office and day, centred a little above them, less than a line below the text', async () => {
  const { parts } = openDocument(await docx({ ...documentOf(...whole), seal }))
  const xml = parts['word/document.xml'] ?? ''
  const [, left, top, width, height] = (
    /behindDoc="1".*?<wp:posOffset>(-?\d+)<.*?<wp:posOffset>(-?\d+)<.*?cx="(\d+)" cy="(\d+)"/.exec(
      xml,
    ) ?? []
  ).map(Number)
  const [, before = 0, indent = 0] = (
    /w:val="Signature"\/><w:keepNext\/><w:spacing w:before="(\d+)"\/><w:ind w:right="(\d+)"\/>/.exec(
      xml,
    ) ?? []
  ).map(Number)
  const emu = 635
  const centre = (left ?? 0) + (width ?? 0) / 2
  // 示例市人民政府办公室 is ten characters wide.
  const office = (textWidth - indent - (10 * textWidth) / 28 / 2) * emu
  expect(Math.abs(centre - office)).toBeLessThan(millimetre)
  // The boundary of the two lines is one line below the top of the first.
  expect(line * emu - ((top ?? 0) + (height ?? 0) / 2)).toBeCloseTo((line * emu) / 2, -3)
  const belowText = before * emu + (top ?? 0)
  expect(belowText).toBeGreaterThan(0)
  expect(belowText).toBeLessThan(line * emu)
})

test('a document of several offices has no seal of one of them', async () => {
  const joint: DocumentBlock = { kind: 'signature', offices: ['甲办', '乙局'], day: '2024年3月1日' }
  const { parts } = openDocument(await docx({ ...documentOf(joint), seal }))
  expect(parts['word/document.xml']).not.toContain('<w:drawing>')
  expect(parts).not.toHaveProperty('word/media/seal.png')
})
