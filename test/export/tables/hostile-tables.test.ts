import { appendFileSync, readdirSync } from 'node:fs'
import { join, sep } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { load } from 'cheerio'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { indexDataset } from '#model/dataset.ts'
import { atomFeed } from '#export/atom.ts'
import { contentOf, filesOf, scopeAt } from '#export/tables/files.ts'
import { tableFormats } from '#export/tables/formats.ts'
import type { TableFormat } from '#export/tables/table-format.ts'
import { catalogueText, packageText } from '#export/tables/catalogue.ts'
import { structuredText } from '#export/structured-data.ts'
import { applyEdit, base, copyOf, sample } from '../../support/authored.ts'
import { loadChecked } from '#build/load-checked.ts'
import { hostileReaders } from '../../browser/hostile-files.ts'
import { datasetWith, inspectionWith, issue } from '../../support/dataset.ts'

/** Texts that people may type into a name or a finding, and that programs could misinterpret. */
const texts = {
  'a command of a spreadsheet': `=cmd|' /C calc'!A0`,
  'a link of a spreadsheet': '=HYPERLINK("https://www.example.com/?"&A1,"点这里")',
  'a sum': '+1+1',
  'a sum in full width': '＝1＋1',
  'a difference': '-2+3',
  'a function of old spreadsheets': '@SUM(1,1)',
  'quotes and a comma': '他说“是”,"否","""',
  lines: '第一行\n第二行\r\n第三行',
  'the end of a CDATA section': 'a]]>b<![CDATA[c',
  markup: `</script><script>alert(1)</script><!-- & &amp; '`,
  'characters of four bytes': '𠮷野家😀𪚥',
  'a formula after a space': ' =1+1',
  'the number of a sign, as workbooks write it': '_x0041_ _x005F_x000D_',
} as const

const data = (text: string) => {
  const dataset = datasetWith({
    units: { jia: { name: text, tier: 'county' } },
    inspections: [
      inspectionWith({
        issuer: text,
        issues: { '2024-q1-01': { ...issue, text, units: ['jia'] } },
      }),
    ],
  })
  return { dataset, index: indexDataset(dataset), asOf: '2024-06-08' }
}

async function fileOf(text: string, format: TableFormat): Promise<Buffer> {
  const source = data(text)
  const scope = scopeAt(source, 'all')
  const file =
    scope &&
    filesOf(scope).find(
      (one) =>
        one.format === format &&
        one.table?.name === (format.holds === 'all tables' ? undefined : 'issues'),
    )
  if (file === undefined) throw new Error(`no ${format.extension}`)
  return Buffer.from(await contentOf(source, file))
}

/**
 * By extension: requires that a file holds the text of an issue, and no formula. A new format needs
 * its reader here.
 */
const requireText: Readonly<Record<string, (bytes: Buffer, text: string) => void>> = {
  csv(bytes, text) {
    const [row] = parse(bytes, { bom: true, columns: true }) as Record<string, string>[]
    const cell = row?.['问题'] ?? ''
    expect(cell.replace(/^'(?=[=+\-@＝])/, '')).toBe(text)
    for (const part of Object.values(row ?? {})) expect(part).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
  },
  json(bytes, text) {
    const { rows } = JSON.parse(bytes.toString('utf8')) as { rows: { text: string }[] }
    expect(rows[0]?.text).toBe(text)
  },
  xlsx(bytes, text) {
    const book = read(bytes)
    const sheet = book.Sheets['问题'] ?? {}
    const rows = utils.sheet_to_json<Record<string, string>>(sheet)
    expect(rows[0]?.['问题']).toBe(text.replaceAll('\r\n', '\n'))
    for (const [name, cell] of Object.entries(sheet) as [string, { t?: string; f?: string }][])
      if (!name.startsWith('!')) expect(cell.f).toBeUndefined()
  },
}

test('each format has a reader here, and one for the built site with hostile texts', () => {
  const extensions = tableFormats.map(({ extension }) => extension).sort()
  expect(Object.keys(requireText).sort()).toEqual(extensions)
  expect(extensions.filter((one) => !Object.hasOwn(hostileReaders, one))).toEqual([])
})

describe.each(Object.entries(texts))('%s', (_name, text) => {
  test.each(tableFormats)('survives $extension, and begins no formula there', async (format) => {
    requireText[format.extension]?.(await fileOf(text, format), text)
  })

  test('survives a feed, the data package, the catalogue and the data of a page', async () => {
    const entry = {
      id: 'tag:a,2024:1',
      title: text,
      updated: '2024-06-08T00:00:00+08:00',
      address: 'https://a.example/',
      summary: text,
    }
    const $ = load(
      atomFeed({
        id: 'tag:a,2024:feed',
        title: text,
        author: text,
        rights: text,
        self: 'https://a.example/f',
        page: 'https://a.example/',
        since: '2024-06-08T00:00:00+08:00',
        entries: [entry],
      }),
      { xml: true },
    )
    expect($('entry > summary').text()).toBe(text)
    const source = data(text)
    const named = {
      ...source,
      dataset: { ...source.dataset, site: { ...source.dataset.site, name: text } },
    }
    const described = JSON.parse(await packageText(named)) as { title: string }
    expect(described.title).toBe(text)
    const listed = JSON.parse(await catalogueText(named)) as { title: string }
    expect(listed.title).toBe(text)
    expect(structuredText([{ name: text }])).not.toContain('<')
  })
})

const refusedCharacters = [
  ['a null byte', '\u0000'],
  ['an escape', '\u001b'],
  ['a vertical tab', '\u000b'],
] as const

test.each(refusedCharacters)(
  '%s in another spelling is refused before anything is made, with a message',
  (_name, character) => {
    const { folder, data: authored, content } = copyOf(base)
    applyEdit(folder, {
      file: 'data/inspections/2024-q1.yaml',
      append: `remarks: ["备注${JSON.stringify(character).slice(1, -1)}"]\n`,
    })
    const { problems } = loadChecked({ data: authored, content })
    expect(problems.map(({ level, code }) => `${level} ${code}`)).toContain(
      'error control-character',
    )
  },
)

test.each(refusedCharacters)(
  '%s is refused in every file before anything is made, with a message',
  (_name, character) => {
    const { folder, data: authored, content } = copyOf(sample)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(yaml|mdx)$/.test(path))
      .map((path) => path.replaceAll(sep, '/'))
    expect(files.length).toBeGreaterThan(5)
    for (const file of files)
      appendFileSync(
        join(folder, file),
        file.endsWith('.mdx') ? `\n备注${character}。\n` : `# 备注${character}\n`,
      )
    const { problems } = loadChecked({ data: authored, content })
    const refused = problems.filter(
      ({ level, code }) => level === 'error' && code === 'control-character',
    )
    expect(new Set(refused.map(({ file }) => file))).toEqual(new Set(files))
  },
)
