import { escapedXml } from '#model/xml-text.ts'
import { columnName } from '#read/spreadsheet/sheet.ts'
import { type Sheet, type SheetCell, sheetText, workbookFiles } from '#export/tables/spreadsheet.ts'
import { fixedZip } from '#export/zip.ts'

/** A column of a table that people are to fill. */
export interface FormColumn {
  readonly heading: string
  /** What to write, shown beside a cell that is chosen. */
  readonly help: string
  /** In letters of the Latin alphabet. */
  readonly width: number
  /** What may be chosen from; anything may stand where there is nothing to choose. */
  readonly choices: readonly string[]
  /** Whether something else than one of the choices may be typed: several of them, or a new one. */
  readonly isOpen: boolean
}

export interface FormTable {
  readonly name: string
  readonly columns: readonly FormColumn[]
  /** What stands there already. */
  readonly rows: readonly (readonly string[])[]
}

/** A workbook to be filled: notes, tables with lists to choose from, and what the program needs. */
export interface Form {
  readonly title: string
  /** The day in the data that dates the file, as ISO 8601 writes it. */
  readonly day: string
  readonly notes: readonly string[]
  readonly tables: readonly FormTable[]
  /** Lines for the program that reads it back, on a sheet out of sight. */
  readonly settings: readonly string[]
}

const notesSheet = '填写说明'
const choicesSheet = '可选内容'
export const settingsSheet = '导入设置'

/** So many rows to fill stand below those that are filled. */
const spareRows = 200

/** The bytes of the workbook: the same for the same form on every day. */
export function formWorkbook(form: Form): Uint8Array<ArrayBuffer> {
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

/** Each list of choices once, whichever columns offer it. */
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

/** A list to choose from, and help beside the cell. */
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

/** Spreadsheets refuse a file with longer words beside a cell. */
const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text

/** Such an attribute holds one line. */
const oneLine = (text: string): string => sheetText(text.replaceAll('\n', ' '))
