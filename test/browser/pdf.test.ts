import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { pdfOptions } from '../../src/cli/pdf.ts'
import { command } from '../support/command.ts'
import { withoutSpace } from '../support/site.ts'

const sites = inject('sites')

test.each([
  [[], { wanted: [], out: 'pdf' }],
  [['/bulletins/2024-q1.html', '--out', '文件'], { wanted: ['bulletins/2024-q1'], out: '文件' }],
])('%j', (args, options) => {
  expect(pdfOptions(args)).toEqual(options)
})

test.each([[['--out']], [['--papers']]])('%j is answered in one line', (args) => {
  expect(pdfOptions(args)).toEqual({ mistake: expect.stringMatching(/^[^\n]+$/) })
})

describe('the papers of the real site, read by another program', () => {
  let folder: string
  const open = (path: string) => getDocumentProxy(new Uint8Array(readFileSync(join(folder, path))))
  const bulletin = 'bulletins/2024-q1.pdf'
  const register = 'self-inspections/2024-q2.pdf'

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongshi-pdf-'))
    command(['pdf', '--out', folder], { OUT_DIR: sites.real })
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  test('are one for each document', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    expect(files.filter((path) => path.endsWith('.pdf')).sort()).toEqual([bulletin, register])
  })

  test.each([bulletin, register])('%s is tagged, in Chinese, on A4', async (path) => {
    const document = await open(path)
    const { info } = await document.getMetadata()
    expect(info).toMatchObject({ Language: 'zh-CN' })
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true })
    const [, , width, height] = (await document.getPage(1)).view
    expect([width, height].map((points) => Math.round(((points ?? 0) / 72) * 25.4))).toEqual([
      210, 297,
    ])
  })

  test('the bulletin has an outline of its headings', async () => {
    const outline = await (await open(bulletin)).getOutline()
    const titles: string[] = []
    const visit = (items: typeof outline): void => {
      for (const { title, items: inner } of items) {
        titles.push(withoutSpace(title))
        visit(inner as typeof outline)
      }
    }
    visit(outline)
    expect(titles).toEqual(
      expect.arrayContaining(['一、基本情况', '（二）网站运行情况。', '三、下步要求', '附件']),
    )
  })

  test('the text of the bulletin comes out as the document says it, with numbered pages', async () => {
    const { text } = await extractText(await open(bulletin))
    const numbers = text.map((page) => /— ?(\d+) ?—/.exec(page)?.[1])
    expect(numbers).toEqual(text.map((_page, n) => String(n + 1)))
    const seed = readFileSync(join(import.meta.dirname, '../cases/seed/yibin-2024-q1.txt'), 'utf8')
    const printed = withoutSpace(text.map((page) => page.replace(/— ?\d+ ?—/, '')).join(''))
    expect(printed.replace('非官方示例，依据公开文件整理', '')).toBe(
      withoutSpace(seed.replace(/^\uFEFF/, '')),
    )
  })

  test('a page holds 22 lines', async () => {
    const page = await (await open(bulletin)).getPage(2)
    const { items } = await page.getTextContent()
    const top = 841.92 - (37 / 25.4) * 72
    const lines = items.flatMap((item) =>
      'str' in item && /[\u4e00-\u9fff]/.test(item.str)
        ? [Math.floor((top - ((item.transform as number[])[5] ?? 0)) / 28.95)]
        : [],
    )
    expect([...new Set(lines)]).toEqual(Array.from({ length: 22 }, (_, n) => n))
  })
})
