import { unzipSync } from 'fflate'
import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/node'
import { escapedXml } from '#domain/xml-text.ts'
import { columnName } from '#spreadsheet/sheet.ts'
import { fixedZip } from './zip.ts'

/** What the library lets others add to a workbook. */
type Addition = NonNullable<NonNullable<Parameters<typeof writeExcelFile>[1]>['features']>[number]

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
  readonly notes: readonly string[]
  readonly tables: readonly FormTable[]
  /** Lines for the program that reads it back, on a sheet out of sight. */
  readonly settings: readonly string[]
}

export const notesSheet = '填写说明'
export const choicesSheet = '可选内容'
export const settingsSheet = '导入设置'

/** So many rows to fill stand below those that are filled. */
const spareRows = 200

/** The bytes of the workbook: the same for the same form on every day. */
export async function formWorkbook(form: Form): Promise<Uint8Array<ArrayBuffer>> {
  const lists = choiceLists(form)
  const sheets: Sheet<never>[] = [
    {
      sheet: notesSheet,
      columns: [{ width: 90 }],
      data: form.notes.map((line) => [textCell(line)]),
    },
    ...form.tables.map(tableSheet),
    { sheet: choicesSheet, data: columnsOf(lists) },
    { sheet: settingsSheet, data: form.settings.map((line) => [textCell(line)]) },
  ]
  const features = [chosen(form, lists), hiding(form)]
  const written = await writeExcelFile(sheets, { features }).toBuffer()
  return fixedZip(unzipSync(written))
}

/** Kept as text: a spreadsheet would turn 2024-6 or 007 into something else. */
const textCell = (value: string): Cell => ({
  value,
  type: String,
  format: '@',
  wrap: true,
  alignVertical: 'top',
})

function tableSheet({ name, columns, rows }: FormTable): Sheet<never> {
  const filled = rows.map((row) => row.map(textCell))
  const spare = Array.from({ length: spareRows }, () => columns.map(() => textCell('')))
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
    data: [
      columns.map(({ heading }): Cell => ({
        value: heading,
        type: String,
        fontWeight: 'bold',
        backgroundColor: '#E8EEF4',
        wrap: true,
        alignVertical: 'top',
      })),
      ...filled,
      ...spare,
    ],
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

function columnsOf(lists: readonly (readonly string[])[]): Cell[][] {
  const height = Math.max(0, ...lists.map(({ length }) => length))
  return Array.from({ length: height }, (_, row) =>
    lists.map((list) => (list[row] === undefined ? null : textCell(list[row]))),
  )
}

/** Lists to choose from and help, which the library that writes the workbook does not know. */
function chosen({ tables }: Form, lists: readonly (readonly string[])[]): Addition {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          insert(_sheet, { sheetIndex }) {
            const table = tables[sheetIndex - 1]
            if (table === undefined) return undefined
            const rules = table.columns.map((column, n) => rule(column, n, table, lists))
            return `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`
          },
        },
      },
    },
  }
}

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
    ` showErrorMessage="${strict ? 1 : 0}" errorTitle="${oneLine(heading)}" error="请从列表里选。"`,
    ` promptTitle="${oneLine(cut(heading, 32))}" prompt="${oneLine(cut(help, 255))}" sqref="${place}">`,
    `${formula}</dataValidation>`,
  ].join('')
}

/** Spreadsheets refuse a file with longer words beside a cell. */
const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text

function hiding({ tables }: Form): Addition {
  return {
    files: {
      transform: {
        'xl/workbook.xml': {
          transformElementAttributes: (tag, attributes, index) =>
            tag === 'sheet' && index !== undefined && index > tables.length
              ? { ...attributes, state: 'hidden' }
              : attributes,
        },
      },
    },
  }
}

/** Such an attribute holds one line. */
const oneLine = (text: string): string => escapedXml(text.replaceAll('\n', ' '))
