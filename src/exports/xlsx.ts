import writeExcelFile, { type Cell, type Sheet } from 'write-excel-file/node'
import {
  type Column,
  explained,
  gapWords,
  gapWordsOf,
  isGap,
  listText,
  type Provenance,
  type Table,
  typeWords,
  type Value,
  valueOf,
} from './table.ts'
import { withFixedDates } from './zip.ts'

/**
 * Tables as a workbook: a sheet each with typed cells and a head that stays, then a sheet that says
 * where the data comes from and one that explains every column.
 */
export async function workbook(
  tables: readonly Table[],
  provenance: Provenance,
): Promise<Uint8Array<ArrayBuffer>> {
  const written = await writeExcelFile([
    ...tables.map(tableSheet),
    provenanceSheet(provenance),
    dictionarySheet(tables),
  ]).toBuffer()
  return withFixedDates(written)
}

const head = (value: string): Cell => ({
  value,
  type: String,
  fontWeight: 'bold',
  backgroundColor: '#E8EEF4',
  wrap: true,
  alignVertical: 'top',
})
const text = (value: string): Cell => ({ value, type: String, wrap: true, alignVertical: 'top' })

function tableSheet({ title, columns, rows }: Table): Sheet<never> {
  return {
    sheet: title,
    stickyRowsCount: 1,
    columns: columns.map((column) => ({
      width: widthOf(
        column,
        rows.map((row) => valueOf(row, column.key)),
      ),
    })),
    data: [
      columns.map(({ title: name, unit }) =>
        head(unit === undefined ? name : `${name}（${unit}）`),
      ),
      ...rows.map((row) => columns.map((column) => cellOf(column, valueOf(row, column.key)))),
    ],
  }
}

function cellOf({ type }: Column, value: Value): Cell {
  if (typeof value === 'number') return { value, type: Number, alignVertical: 'top' }
  if (typeof value === 'boolean') return { value, type: Boolean, alignVertical: 'top' }
  if (typeof value === 'string')
    return type === 'date'
      ? { value: new Date(value), type: Date, format: 'yyyy-mm-dd', alignVertical: 'top' }
      : text(value)
  if (isGap(value))
    return { ...(text(gapWords[value.gap]) as object), textColor: '#595959' } as Cell
  return text(listText(value))
}

/** Wide enough for what stands in it, and no wider than a reader wants. */
function widthOf({ title, type, unit = '' }: Column, values: readonly Value[]): number {
  const least = type === 'date' ? 12 : 8
  const longest = values.reduce<number>(
    (most, value) => Math.max(most, widthOfText(shown(value))),
    widthOfText(title + unit),
  )
  return Math.min(Math.max(least, longest + 2), 48)
}

const shown = (value: Value): string => {
  if (isGap(value)) return gapWords[value.gap]
  return typeof value === 'object' ? listText(value) : String(value)
}

/** A Chinese character is as wide as two letters. */
const widthOfText = (words: string): number =>
  [...words].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0)

function provenanceSheet(provenance: Provenance): Sheet<never> {
  const { subject, asOf, publisher, source, licence } = provenance
  const rows = [
    ['内容', subject],
    ['数据截至', asOf],
    ['发布者', publisher],
    ['来源', source?.title],
    ['来源网址', source?.address],
    ['使用许可', licence?.name],
    ['使用许可网址', licence?.address],
  ]
  return {
    sheet: '说明',
    columns: [{ width: 16 }, { width: 80 }],
    data: rows.flatMap(([name = '', value]) =>
      value === undefined ? [] : [[head(name), text(value)]],
    ),
  }
}

function dictionarySheet(tables: readonly Table[]): Sheet<never> {
  const columns = ['表', '列', '列的英文名', '英文说法', '类型', '单位', '含义', '没有值时写']
  return {
    sheet: '数据字典',
    stickyRowsCount: 1,
    columns: [16, 18, 20, 24, 18, 8, 60, 40].map((width) => ({ width })),
    data: [
      columns.map(head),
      ...tables.flatMap((table) =>
        table.columns.map((column) =>
          [
            table.title,
            column.title,
            column.key,
            column.english,
            typeWords[column.type].chinese,
            column.unit ?? '无',
            explained(column),
            gapWordsOf(column).join('、') || '每行都有值',
          ].map(text),
        ),
      ),
    ],
  }
}
