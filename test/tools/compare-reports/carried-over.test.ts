import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type DocumentText, linesOfText } from '#read/documents/document-lines.ts'
import { readDocuments } from '#read/documents/read-documents.ts'
import { addUp } from '#tools/compare-reports/carried-over.ts'
import { blocksOfReport, formTables, manners, usualTitles } from '../../support/report-manners.ts'
import { writtenReports } from '../../support/written-reports.ts'

type Rows = readonly (readonly string[])[]
type Requests = readonly [received: number, from: number, handled: number, left: number]
type Documents = readonly [issued: number, abolished: number, valid: number]

/** How offices fill in the cells of a table. */
const fillings: Readonly<Record<string, (rows: Rows) => Rows>> = {
  'as it is': (rows) => rows,
  'with empty cells for nothing': (rows) =>
    rows.map((row) => row.map((cell, n) => (cell === '0' && n < row.length - 1 ? '' : cell))),
  'with strokes for nothing': (rows) =>
    rows.map((row) => row.map((cell) => (cell === '0' ? '—' : cell))),
  'with separators of thousands': (rows) =>
    rows.map((row) =>
      row.map((cell) => (/^\d{4,}$/.test(cell) ? Number(cell).toLocaleString('en') : cell)),
    ),
  'with full-width digits': (rows) =>
    rows.map((row) =>
      row.map((cell) =>
        /^\d+$/.test(cell)
          ? cell.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
          : cell,
      ),
    ),
}

function reportIn(
  manner: string,
  requests: Requests,
  documents: Documents,
  fill: (rows: Rows) => Rows,
): readonly [name: string, content: Uint8Array | string] {
  const [{ unit, years }] = writtenReports as [(typeof writtenReports)[number]]
  const tables = formTables(requests, documents)
  const blocks = blocksOfReport(unit, 2023, years[0], usualTitles, {
    ...tables,
    requests: fill(tables.requests).map((row) => [...row]),
    documents: fill(tables.documents).map((row) => [...row]),
  })
  const [ending, content] = manners[manner]?.(blocks) ?? ['', '']
  return [`a.${ending}`, content]
}

/** What is found in two reports, as files. */
function sumsOf(
  now: readonly [string, Uint8Array | string],
  last: readonly [string, Uint8Array | string],
): ReturnType<typeof addUp> {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-test-'))
  const names = [now, last].map(([name, content], n) => {
    writeFileSync(join(folder, `${n}${name}`), content)
    return `${n}${name}`
  })
  const [a, b] = readDocuments(folder, names).map(({ content }) => content as DocumentText)
  rmSync(folder, { recursive: true })
  if (a === undefined || b === undefined) throw new Error('not read')
  return addUp(a, b)
}

const last: readonly [Requests, Documents] = [
  [1_012, 0, 1_010, 2],
  [3, 1, 1_020],
]
const right: readonly [Requests, Documents] = [
  [5, 2, 6, 1],
  [2, 1, 1_021],
]
const wrong: readonly [Requests, Documents] = [
  [5, 0, 6, 1],
  [2, 1, 1_025],
]
const found = ({ mistakes }: ReturnType<typeof addUp>): string[] =>
  mistakes.map(({ expected, printed }) => `${printed}, not ${expected}`)

describe.each(Object.entries(fillings))('tables %s', (filling, fill) => {
  test.each(Object.keys(manners))(
    'are never said to be wrong where they are right: %s',
    (manner) => {
      const { mistakes, checked, unchecked } = sumsOf(
        reportIn(manner, ...right, fill),
        reportIn(manner, ...last, fill),
      )
      expect(mistakes).toEqual([])
      expect(checked.length + unchecked.length).toBe(4)
      if (isLegible(filling)) expect(unchecked).toEqual([])
    },
  )
})

/** Without its cells, a flattened row with an empty one could be any row. */
const isLegible = (filling: string): boolean =>
  filling !== 'with empty cells for nothing' && filling !== 'with strokes for nothing'

test.each(Object.keys(manners))('a table that does not add up is reported: %s', (manner) => {
  for (const [filling, fill] of Object.entries(fillings)) {
    const all = ['1, not -1', '0, not 2', '1025, not 1021']
    const mistakes = found(
      sumsOf(reportIn(manner, ...wrong, fill), reportIn(manner, ...last, fill)),
    )
    expect(mistakes.filter((one) => !all.includes(one))).toEqual([])
    if (isLegible(filling)) expect(mistakes).toEqual(all)
  }
})

test('empty cells of a table of a page or a Word document are nothing, if the row adds up', () => {
  const empty = fillings['with empty cells for nothing']
  if (empty === undefined) throw new Error('no such filling')
  for (const manner of ['page of a portal', 'Word document', 'text, a row in a line'])
    expect(
      found(sumsOf(reportIn(manner, ...wrong, empty), reportIn(manner, ...last, empty))),
    ).toEqual(['1, not -1', '0, not 2', '1025, not 1021'])
})

test('words of the table in a sentence before it are not read as a row', () => {
  const row = (words: string, n: number): string => [words, n, 0, 0, 0, 0, 0, n].join('\t')
  const text = [
    '我局本年新收政府信息公开申请数量12件，上年结转政府信息公开申请数量 3 件，同比 1 0 0 0 0 0 1。',
    row('一、本年新收政府信息公开申请数量', 4),
    row('二、上年结转政府信息公开申请数量', 1),
    row('（七）总计', 3),
    row('四、结转下年度继续办理', 2),
  ].join('\n')
  const { mistakes, checked } = addUp(linesOfText(text), null)
  expect({ mistakes, checked }).toEqual({ mistakes: [], checked: ['本年申请的收和办'] })
})
