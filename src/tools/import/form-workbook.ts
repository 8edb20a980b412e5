import { escapedXml } from '#model/xml-text.ts'
import { columnName } from '#read/spreadsheet/sheet.ts'
import { type Sheet, type SheetCell, sheetText, workbookFiles } from '#export/tables/spreadsheet.ts'
import { fixedZip } from '#export/zip.ts'

/** A column of a table to fill in. */
export interface FormColumn {
  readonly heading: string
  /** Help text, shown beside the selected cell. */
  readonly help: string
  /** Width in Latin letters. */
  readonly width: number
  /** The allowed values; empty if any value is allowed. */
  readonly choices: readonly string[]
  /** Whether other values may be typed: several of the choices, or a new one. */
  readonly isOpen: boolean
}

interface FormTable {
  readonly name: string
  readonly columns: readonly FormColumn[]
  /** The rows that are already filled. */
  readonly rows: readonly (readonly string[])[]
}

/** A workbook to fill in: notes, tables with lists of choices, and settings for the program. */
export interface Form {
  readonly title: string
  /** The date of the file, taken from the data, in ISO 8601. */
  readonly day: string
  readonly notes: readonly string[]
  readonly tables: readonly FormTable[]
  /** Settings for reading the workbook, on a hidden sheet. */
  readonly settings: readonly string[]
}

const notesSheet = '填写说明'
const choicesSheet = '可选内容'
export const settingsSheet = '导入设置'

/** Empty rows below the filled ones. */
const spareRows = 200

/** The bytes of the workbook, which depend only on the form. */
export function formWorkbook(form: Form): Promise<Uint8Array<ArrayBuffer>> {
  const lists = choiceLists(form)
  const sheets: Sheet[] = [
    { name: notesSheet, widths: [90], hasHead: false, rows: linesOf(form.notes) },
    ...form.tables.map((table) => tableSheet(table, lists)),
    {
      name: choicesSheet,
      widths: lists.length === 0 ? [20] : lists.map(() => 20),
      hasHead: false,
      rows: columnsOf(lists),
      isHidden: true,
    },
    {
      name: settingsSheet,
      widths: [90],
      hasHead: false,
      rows: linesOf(form.settings),
      isHidden: true,
    },
  ]
  const { title, day } = form
  return fixedZip(workbookFiles(sheets, { title, day, description: form.notes.join('\n') }))
}

const entry = (value: string): SheetCell => ({ value, look: 'entry' })

const linesOf = (lines: readonly string[]): SheetCell[][] => lines.map((line) => [entry(line)])

function tableSheet(table: FormTable, lists: readonly (readonly string[])[]): Sheet {
  const { name, columns, rows } = table
  const spare = Array.from({ length: spareRows }, () => columns.map(() => entry('')))
  return {
    name,
    widths: columns.map(({ width }) => width),
    hasHead: true,
    rows: [
      columns.map(({ heading }): SheetCell => ({ value: heading, look: 'head' })),
      ...rows.map((row) => row.map(entry)),
      ...spare,
    ],
    entryRules: columns.map((column, n) => rule(column, n, table, lists)),
  }
}

/** The distinct lists of choices of all columns. */
function choiceLists({ tables }: Form): string[][] {
  const lists = new Map<string, string[]>()
  for (const { columns } of tables)
    for (const { choices } of columns)
      if (choices.length > 0) lists.set(JSON.stringify(choices), [...choices])
  return [...lists.values()]
}

function columnsOf(lists: readonly (readonly string[])[]): SheetCell[][] {
  const height = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: height }, (_, row) => lists.map((list) => entry(list[row] ?? '')))
}

/** The validation of a column: a list of choices, and help beside the cell. */
function rule(
  { heading, help, choices, isOpen }: FormColumn,
  n: number,
  { rows }: FormTable,
  lists: readonly (readonly string[])[],
): string {
  const column = columnName(n)
  const place = `${column}2:${column}${rows.length + spareRows + 1}`
  const list = lists.findIndex((one) => JSON.stringify(one) === JSON.stringify(choices))
  const from = columnName(Math.max(0, list))
  const formula =
    choices.length === 0
      ? ''
      : `<formula1>${escapedXml(`'${choicesSheet}'!$${from}$1:$${from}$${choices.length}`)}</formula1>`
  const strict = choices.length > 0 && !isOpen
  return [
    `<dataValidation${choices.length > 0 ? ' type="list"' : ''} allowBlank="1" showInputMessage="1"`,
    ` showErrorMessage="${strict ? 1 : 0}" errorTitle="${oneLine(cut(heading, 32))}" error="请从列表里选。"`,
    ` promptTitle="${oneLine(cut(heading, 32))}" prompt="${oneLine(cut(help, 255))}" sqref="${place}">`,
    `${formula}</dataValidation>`,
  ].join('')
}

/** Shortens a text: spreadsheet programs reject longer help texts. */
const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text

/** Joins lines, because such an attribute holds only one. */
const oneLine = (text: string): string => sheetText(text.replaceAll('\n', ' '))
