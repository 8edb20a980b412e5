import { displayWidth } from '#messages/display-width.ts'
import { serialDay } from '#model/calendar.ts'
import { noLicence, termsText } from '#model/terms.ts'
import { dictionaryTable } from '../packages/dictionary.ts'
import { type Sheet, type SheetCell, workbookFiles } from './spreadsheet.ts'
import {
  type Column,
  gapWords,
  isGap,
  listText,
  type Provenance,
  type Table,
  type Value,
  valueOf,
} from '#view/tables/table.ts'
import type { Deflate } from '../deflate.ts'
import { fixedZip } from '../zip.ts'
import type { AllTablesFormat } from './table-format.ts'

/**
 * Tables as a workbook: a sheet each with typed cells and a head that stays, then a sheet that says
 * where the data comes from and one that explains every column.
 */
export const workbook = (
  tables: readonly Table[],
  provenance: Provenance,
  deflate?: Deflate,
): Promise<Uint8Array<ArrayBuffer>> =>
  fixedZip(
    workbookFiles(
      [...tables.map(tableSheet), provenanceSheet(provenance), tableSheet(dictionaryTable(tables))],
      {
        title: provenance.subject,
        author: provenance.publisher,
        description: termsText(provenance),
        day: provenance.asOf,
      },
    ),
    deflate,
  )

/** All tables of a part of the site in one workbook. */
export const xlsx: AllTablesFormat = {
  extension: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  isText: false,
  heading: '工作簿',
  holds: 'all tables',
  write: (tables, { provenance, deflate }) => workbook(tables, provenance, deflate),
}

const head = (value: string): SheetCell => ({ value, look: 'head' })
const text = (value: string): SheetCell => ({ value: fitting(value), look: 'text' })

/** So many characters a cell holds; spreadsheets repair or refuse a file with more. */
const maxCellLength = 32_767
const cutNote = '……（单元格放不下，全文见同一张表的CSV或JSON文件）'

/** A text, or as much of it as a cell can hold, with a note on where all of it is. */
const fitting = (value: string): string =>
  value.length > maxCellLength ? value.slice(0, maxCellLength - cutNote.length) + cutNote : value

const tableSheet = ({ title, columns, rows }: Table): Sheet => ({
  name: title,
  hasHead: true,
  widths: columns.map((column) =>
    widthOf(
      column,
      rows.map((row) => valueOf(row, column.key)),
    ),
  ),
  rows: [
    columns.map(({ title: name, unit }) => head(unit === undefined ? name : `${name}（${unit}）`)),
    ...rows.map((row) => columns.map((column) => cellOf(column, valueOf(row, column.key)))),
  ],
})

function cellOf({ type }: Column, value: Value): SheetCell {
  if (typeof value === 'number' || typeof value === 'boolean') return { value, look: 'value' }
  if (typeof value === 'string')
    return type === 'date' ? { value: serialDay(value), look: 'day' } : text(value)
  if (isGap(value)) return { value: gapWords[value.gap], look: 'reason' }
  return text(listText(value))
}

/** In characters; a wider cell is wrapped. */
const maxWidth = 48

/** Wide enough for the content of the column, up to a limit. */
function widthOf({ title, type, unit }: Column, values: readonly Value[]): number {
  const least = type === 'date' ? 12 : 8
  let longest = 2 * displayWidth(title + (unit ?? ''))
  for (const value of values) {
    if (longest + 2 >= maxWidth) break
    // The beginning of a long text is wide enough.
    const start = shown(value).slice(0, maxWidth)
    // No character is wider than two.
    if (2 * start.length > longest) longest = Math.max(longest, 2 * displayWidth(start))
  }
  return Math.min(Math.max(least, longest + 2), maxWidth)
}

const shown = (value: Value): string => {
  if (isGap(value)) return gapWords[value.gap]
  return typeof value === 'object' ? listText(value) : String(value)
}

function provenanceSheet(provenance: Provenance): Sheet {
  const { subject, asOf, notice, publisher, source, licence } = provenance
  const rows = [
    ['内容', subject],
    ['性质', notice],
    ['数据截至', asOf],
    ['发布者', publisher],
    ['来源', source?.title],
    ['来源网址', source?.address],
    ['使用许可', licence?.name ?? noLicence],
    ['使用许可网址', licence?.address],
  ]
  return {
    name: '说明',
    hasHead: false,
    widths: [16, 80],
    rows: rows.flatMap(([name = '', value]) =>
      value === undefined ? [] : [[head(name), text(value)]],
    ),
  }
}
