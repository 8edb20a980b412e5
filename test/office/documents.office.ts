import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, posix, sep } from 'node:path'
import { read, utils } from '@e965/xlsx'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openDocument } from '../support/docx.ts'
import { withoutSpace } from '../support/site.ts'
import { convert, factsOf, pagesOf, picturesIn } from './office.ts'

const officeFiles = inject('officeFiles')
const places = ['real', 'official', 'cases', 'demo', 'templates']
/**
 * The first two files of each folder, because the demo city and the units in the cases have many
 * similar ones.
 */
const isAlike = (path: string): boolean => /^demo\/|^cases\/data\/units\//.test(path)
const filesOf = (ending: string): string[] => {
  const all = places
    .flatMap((place) =>
      readdirSync(join(officeFiles, place), { recursive: true, encoding: 'utf8' }).map(
        (path) => `${place}/${path.replaceAll(sep, '/')}`,
      ),
    )
    .filter((path) => path.endsWith(ending))
    .sort()
  return [...Map.groupBy(all, posix.dirname).values()].flatMap((alike) =>
    alike.filter((path, n) => n < 2 || !isAlike(path)),
  )
}

test('there is a document of every kind', () => {
  const ofOffices = filesOf('.docx').filter((path) => /^(official|real)\//.test(path))
  expect(ofOffices.toSorted()).toEqual([
    'official/bulletins/2025-q1.docx',
    'official/self-inspections/2025-q2.docx',
    'official/self-inspections/2025-q2/shuiwu.docx',
    'real/bulletins/2024-q1.docx',
    'real/self-inspections/2024-q2.docx',
  ])
  for (const place of ['cases', 'demo'])
    for (const kind of ['bulletins', 'self-inspections'])
      expect(filesOf('.docx')).toContainEqual(expect.stringMatching(`^${place}/${kind}/`))
  expect(filesOf('.xlsx')).toEqual(
    expect.arrayContaining([
      'official/annual/2025.xlsx',
      'official/data/all.xlsx',
      'real/annual/2024.xlsx',
      'real/data/inspections/2024-q1.xlsx',
      'templates/issues.xlsx',
      'templates/self-inspection.xlsx',
    ]),
  )
})

/** Each sheet becomes a file of its own, with values as they are shown, in UTF-8. */
const everySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1'

/** Without folders, because the same names occur in many folders of the sites. */
const flat = (path: string): string => path.replaceAll('/', '_')
let folder: string
const sheetFiles: string[] = []
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gongshi-converted-'))
  const copies = (ending: string): string[] =>
    filesOf(ending).map((path) => {
      const copy = join(folder, flat(path))
      cpSync(join(officeFiles, path), copy)
      return copy
    })
  // Starting the program takes longer than converting a file.
  const workbooks = copies('.xlsx')
  convert([...copies('.docx'), ...workbooks], 'pdf', join(folder, 'pdf'))
  sheetFiles.push(...convert(workbooks, everySheet, join(folder, 'sheets')))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

const pdfOf = (path: string): string => join(folder, 'pdf', flat(path).replace(/\.\w+$/, '.pdf'))

/** How often each letter occurs in a text. */
const lettersOf = (text: string): Map<string, number> =>
  new Map(
    [...Map.groupBy([...withoutSpace(text)], (one) => one)].map(([one, all]) => [one, all.length]),
  )

/** The PDF reader takes a hyphen at the end of a line for a divided word. */
const withoutBreaks = (text: string): string => withoutSpace(text).replaceAll('-', '')

const withoutNumber = (page: string): string => page.replace(/—\s*\d+\s*—/, '')

describe.each(filesOf('.docx'))('%s in LibreOffice', (path) => {
  const pages = () => pagesOf(pdfOf(path))

  test('is A4, with its title and a number on each page', () => {
    const facts = factsOf(pdfOf(path))
    expect(facts.get('Page size')).toContain('A4')
    const core =
      openDocument(readFileSync(join(officeFiles, path))).parts['docProps/core.xml'] ?? ''
    expect(core).toContain(`<dc:title>${facts.get('Title') ?? ''}</dc:title>`)
    expect(pages().map((page) => /—\s*(\d+)\s*—/.exec(page)?.[1])).toEqual(
      Array.from({ length: Number(facts.get('Pages')) }, (_, n) => String(n + 1)),
    )
  })

  test('loses no word', () => {
    const printed = withoutBreaks(pages().map(withoutNumber).join(''))
    const { paragraphs } = openDocument(readFileSync(join(officeFiles, path)))
    for (const { style, text } of paragraphs)
      if (style !== 'TableCell') expect(printed).toContain(withoutBreaks(text))
    // The PDF reader mixes the lines of neighbouring cells.
    const left = lettersOf(printed)
    for (const [letter, count] of lettersOf(
      withoutBreaks(paragraphs.map(({ text }) => text).join('')),
    ))
      expect(left.get(letter) ?? 0, letter).toBeGreaterThanOrEqual(count)
  })
})

test('the bulletin of the sample has five pages, with the annex on a page of its own', () => {
  const pdf = pdfOf('real/bulletins/2024-q1.docx')
  const pages = pagesOf(pdf).map((page) => withoutSpace(withoutNumber(page)))
  const seed = readFileSync(join(import.meta.dirname, '../cases/seed/yibin-2024-q1.txt'), 'utf8')
  const text = withoutSpace(seed.replace(/^\uFEFF/, ''))
  const annex = pages.at(-1) ?? ''
  const before = pages.slice(0, -1).join('')
  expect(pages).toHaveLength(5)
  expect(before).toBe(text.slice(0, before.length))
  // The PDF reader reads the cells of a table by columns.
  expect([...annex].sort()).toEqual([...text.slice(before.length)].sort())
  expect(annex).toMatch(/^附件存在突出问题的政务新媒体名单序号/)
})

const head = { width: 1092, height: 168 }
const seal = { width: 420, height: 420 }

test('the office’s own bulletin has its letterhead and its seal, on a page with text', () => {
  const pdf = pdfOf('official/bulletins/2025-q1.docx')
  expect(picturesIn(pdf)).toEqual([
    { page: 1, ...head },
    { page: 2, ...seal },
  ])
  expect(pagesOf(pdf).map((page) => withoutSpace(withoutNumber(page)))).toEqual([
    expect.stringContaining('例府办函〔2025〕5号'),
    '二、下步要求请各级各部门于2025年6月6日前主动公开自查整改情况。示例市人民政府办公室2025年3月10日',
  ])
})

test.each(['official/self-inspections/2025-q2', 'official/self-inspections/2025-q2/shuiwu'])(
  '%s, which the office has not issued, has neither',
  (path) => {
    const pdf = pdfOf(`${path}.docx`)
    expect(picturesIn(pdf)).toEqual([])
  },
)

describe.each(filesOf('.xlsx'))('%s in LibreOffice', (path) => {
  test('becomes a PDF', () => {
    const pdf = pdfOf(path)
    expect(Number(factsOf(pdf).get('Pages'))).toBeGreaterThan(0)
    expect(pagesOf(pdf).join('')).not.toMatch(/#(REF|NAME|VALUE|DIV)|Err:\d/)
  })

  test('has the cells that another reader finds', () => {
    const book = read(readFileSync(join(officeFiles, path)), { cellNF: true })
    const files = book.SheetNames.map((name) => flat(path).replace('.xlsx', `-${name}.csv`))
    const own = flat(path).replace('.xlsx', '-')
    expect(sheetFiles.filter((one) => one.startsWith(own)).sort()).toEqual(files.toSorted())
    for (const [n, name] of book.SheetNames.entries()) {
      const file = join(folder, 'sheets', files[n] ?? '')
      const rows: string[][] = parse(readFileSync(file, 'utf8'), {
        bom: true,
        relax_column_count: true,
      })
      const expected = utils.sheet_to_json<string[]>(book.Sheets[name] ?? {}, {
        header: 1,
        raw: false,
        defval: '',
      })
      expect(filled(rows)).toEqual(filled(expected))
    }
  })
})

/**
 * The rows down to the last one with content: forms have empty rows to fill in, which one program
 * leaves out.
 */
function filled(rows: readonly (readonly string[])[]): string[][] {
  const shown = rows.map((row) => row.map(plain))
  return shown.slice(0, 1 + shown.findLastIndex((row) => row.some((cell) => cell !== '')))
}

/** The two programs write line breaks and truth values differently. */
const plain = (cell: string): string =>
  withoutSpace(String(cell))
    .replace(/^TRUE$/i, 'TRUE')
    .replace(/^FALSE$/i, 'FALSE')
