import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractImages, extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { titleWords } from '#model/title-words.ts'
import { pdfOptions } from '../../src/cli/pdf.ts'
import { command } from '../support/command.ts'
import { withoutSpace } from '../support/site.ts'

const sites = inject('sites')

test.each([
  [[], { wanted: [], out: 'pdf', fonts: 'own' }],
  [['--system-fonts'], { wanted: [], out: 'pdf', fonts: 'system' }],
  [
    ['/bulletins/2024-q1.html', '--out', '文件'],
    { wanted: ['bulletins/2024-q1'], out: '文件', fonts: 'own' },
  ],
])('%j', (args, options) => {
  expect(pdfOptions(args)).toEqual(options)
})

test.each([[['--out']], [['--papers']]])('for %j the command prints one line', (args) => {
  expect(pdfOptions(args)).toEqual({ mistake: expect.stringMatching(/^[^\n]+$/) })
})

describe('the documents of the sample and of the fictional office, read by another program', () => {
  let folder: string
  const open = (path: string) => getDocumentProxy(new Uint8Array(readFileSync(join(folder, path))))
  const bulletin = 'real/bulletins/2024-q1.pdf'
  const register = 'real/self-inspections/2024-q2.pdf'
  const ownBulletin = 'official/bulletins/2025-q1.pdf'
  const ownRegister = 'official/self-inspections/2025-q2.pdf'
  const ownReport = 'official/self-inspections/2025-q2/shuiwu.pdf'
  const documents = [ownBulletin, ownRegister, ownReport, bulletin, register]

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gongshi-pdf-'))
    for (const site of ['real', 'official'] as const)
      command(['pdf', '--out', join(folder, site)], { OUT_DIR: sites[site] })
  })
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  /** The titles in the outline in order, of all levels. */
  async function outlineOf(path: string): Promise<string[]> {
    const titles: string[] = []
    const visit = (
      items: Awaited<ReturnType<Awaited<ReturnType<typeof open>>['getOutline']>>,
    ): void => {
      for (const { title, items: inner } of items) {
        titles.push(withoutSpace(title))
        visit(inner as typeof items)
      }
    }
    visit(await (await open(path)).getOutline())
    return titles
  }

  const textOf = async (path: string): Promise<string[]> =>
    (await extractText(await open(path))).text.map(withoutSpace)

  test('exist for each document', () => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    expect(files.filter((path) => path.endsWith('.pdf')).sort()).toEqual(documents)
  })

  test.each(documents)('%s is tagged, in Chinese, on A4, with an outline', async (path) => {
    const document = await open(path)
    const { info } = await document.getMetadata()
    expect(info).toMatchObject({ Language: 'zh-CN' })
    expect((await outlineOf(path)).length).toBeGreaterThan(1)
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true })
    const [, , width, height] = (await document.getPage(1)).view
    expect([width, height].map((points) => Math.round(((points ?? 0) / 72) * 25.4))).toEqual([
      210, 297,
    ])
  })

  test.each(documents)('the title of %s breaks only between words', async (path) => {
    const [title = ''] = await outlineOf(path)
    const { items } = await (await (await open(path)).getPage(1)).getTextContent()
    const letters = items.flatMap((item) =>
      'str' in item
        ? [...withoutSpace(item.str)].map((letter) => ({
            letter,
            height: (item.transform as number[])[5] ?? 0,
          }))
        : [],
    )
    const start = letters
      .map(({ letter }) => letter)
      .join('')
      .indexOf(title)
    expect([title, start]).not.toEqual([title, -1])
    const heights = letters.slice(start, start + title.length).map(({ height }) => height)
    const parted = heights.flatMap((height, n) =>
      n > 0 && Math.abs(height - (heights[n - 1] ?? height)) > 6 ? [n] : [],
    )
    const ends = titleWords(title).map((_word, n, words) => words.slice(0, n).join('').length)
    expect(parted.filter((place) => !ends.includes(place))).toEqual([])
    if (path.includes('bulletins')) expect(parted.length).toBeGreaterThan(0)
  })

  test('the bulletin has an outline of its headings', async () => {
    expect(await outlineOf(bulletin)).toEqual(
      expect.arrayContaining(['一、基本情况', '（二）网站运行情况。', '三、下步要求', '附件']),
    )
  })

  test.each([
    [bulletin, '宜宾市人民政府办公室', '非官方示例，依据公开文件整理'],
    [ownBulletin, '示例市人民政府办公室', '使用许可：示例市公共数据开放授权许可'],
    [ownRegister, '示例市人民政府办公室', '来源：示例市人民政府办公室检查通报'],
    [ownReport, '市水务局', '使用许可：示例市公共数据开放授权许可'],
  ])('%s states its publisher, its source and its terms', async (path, author, terms) => {
    const { info } = await (await open(path)).getMetadata()
    expect(info).toMatchObject({ Author: author, Subject: expect.stringContaining(terms) })
    const title = withoutSpace((info as { Title: string }).Title)
    expect(withoutSpace((await textOf(path)).join(''))).toContain(title)
  })

  test('the office’s own bulletin has its letterhead, number, name, day and seal', async () => {
    const document = await open(ownBulletin)
    const sizesOn = async (page: number) =>
      (await extractImages(document, page)).map(({ width, height }) => [width, height])
    expect([await sizesOn(1), await sizesOn(2)]).toEqual([[[1092, 168]], [[420, 420]]])
    const [first = '', last = ''] = await textOf(ownBulletin)
    expect(first).toMatch(/^—1—例府办函〔2025〕5号示例市人民政府办公室关于/)
    expect(last).toContain('情况。示例市人民政府办公室2025年3月10日')
  })

  test('the register and a report can be read and searched in Chinese', async () => {
    expect(await outlineOf(ownRegister)).toEqual(
      expect.arrayContaining(['2025年第二季度自查整改公开台账', '各单位']),
    )
    expect((await textOf(ownRegister)).join('')).toContain('市水务局按期公开2025年6月4日')
    expect(await outlineOf(ownReport)).toEqual(
      expect.arrayContaining(['一、自查情况', '二、存在问题和整改情况', '三、下一步']),
    )
    const report = (await textOf(ownReport)).join('')
    for (const words of [
      '例水函〔2025〕12号',
      '局门户网站1个链接打不开',
      '每月自查一次，发现问题当月整改。',
    ])
      expect(report).toContain(words)
  })

  test('the text of the bulletin is that of the document, with numbered pages', async () => {
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
    const lines = items
      // This includes lines of nothing but a number and a full stop; below the last line is the
      // page number.
      .flatMap((item) =>
        'str' in item && item.str.trim() !== '' ? [item.transform as number[]] : [],
      )
      .map((place) => Math.floor((top - (place[5] ?? 0)) / 28.95))
      .filter((line) => line < 22 || line > 24)
    expect([...new Set(lines)]).toEqual(Array.from({ length: 22 }, (_, n) => n))
  })
})
