import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openDocument } from '../support/docx.ts'
import { withoutSpace } from '../support/site.ts'
import { convert, factsOf, pagesOf } from './office.ts'

const site = inject('officeSite')
const filesOf = (ending: string): string[] =>
  readdirSync(site, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll(sep, '/'))
    .filter((path) => path.endsWith(ending))
    .sort()

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongshi-converted-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

/** Each file in a folder of its own: names are the same in many folders of the site. */
const converted = (path: string, filter: string): string[] => {
  const into = join(folder, path.replaceAll('/', '_'), filter.slice(0, 3))
  return convert([join(site, path)], filter, into).map((name) => join(into, name))
}

const withoutNumber = (page: string): string => page.replace(/—\s*\d+\s*—/, '')

describe.each(filesOf('.docx'))('%s in LibreOffice', (path) => {
  let pdf: string
  beforeAll(() => {
    pdf = converted(path, 'pdf')[0] ?? ''
  })

  test('is A4, with its title and a number on each page', () => {
    const facts = factsOf(pdf)
    expect(facts.get('Page size')).toContain('A4')
    const core = openDocument(readFileSync(join(site, path))).parts['docProps/core.xml'] ?? ''
    expect(core).toContain(`<dc:title>${facts.get('Title') ?? ''}</dc:title>`)
    expect(pagesOf(pdf).map((page) => /—\s*(\d+)\s*—/.exec(page)?.[1])).toEqual(
      Array.from({ length: Number(facts.get('Pages')) }, (_, n) => String(n + 1)),
    )
  })

  test('loses no word', () => {
    const printed = withoutSpace(pagesOf(pdf).map(withoutNumber).join(''))
    for (const { text } of openDocument(readFileSync(join(site, path))).paragraphs)
      expect(printed).toContain(withoutSpace(text))
  })
})

test('the bulletin is the seed on five pages, the annex on a page of its own', () => {
  const [pdf = ''] = converted('bulletins/2024-q1.docx', 'pdf')
  const pages = pagesOf(pdf).map((page) => withoutSpace(withoutNumber(page)))
  const seed = readFileSync(join(import.meta.dirname, '../cases/seed/yibin-2024-q1.txt'), 'utf8')
  const text = withoutSpace(seed.replace(/^\uFEFF/, ''))
  const annex = pages.at(-1) ?? ''
  const before = pages.slice(0, -1).join('')
  expect(pages).toHaveLength(5)
  expect(before).toBe(text.slice(0, before.length))
  // The reader of the PDF takes the cells of a table by columns.
  expect([...annex].sort()).toEqual([...text.slice(before.length)].sort())
  expect(annex).toMatch(/^附件存在突出问题的政务新媒体名单序号/)
})

/** Every sheet into a file of its own, values as they are shown, UTF-8. */
const everySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'

describe.each(filesOf('.xlsx'))('%s in LibreOffice', (path) => {
  test('becomes a PDF', () => {
    const [pdf = ''] = converted(path, 'pdf')
    expect(Number(factsOf(pdf).get('Pages'))).toBeGreaterThan(0)
    expect(pagesOf(pdf).join('')).not.toMatch(/#(REF|NAME|VALUE|DIV)|Err:\d/)
  })

  test('has the cells that another reader finds', () => {
    const book = read(readFileSync(join(site, path)), { cellNF: true })
    const sheets = converted(path, everySheet)
    expect(sheets).toHaveLength(book.SheetNames.length)
    for (const name of book.SheetNames) {
      const file = sheets.find((one) => one.endsWith(`-${name}.csv`))
      const rows: string[][] = parse(readFileSync(file ?? '', 'utf8'), {
        bom: true,
        relax_column_count: true,
      })
      const expected = utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, {
        header: 1,
        raw: false,
        defval: '',
      })
      expect(rows.map((row) => row.map(plain))).toEqual(expected.map((row) => row.map(plain)))
    }
  })
})

/** The two programs write line breaks and truth in their own ways. */
const plain = (cell: string): string =>
  withoutSpace(String(cell))
    .replace(/^TRUE$/i, 'TRUE')
    .replace(/^FALSE$/i, 'FALSE')
