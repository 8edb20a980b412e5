import type { Column, Row, TableHead, Value } from '#exports/table.ts'
import { isGap } from '#exports/table.ts'
import type { SiteData } from '../data.ts'

/** What the tables are made from. */
export type OpenData = Pick<SiteData, 'dataset' | 'index' | 'asOf'>

/** To which parts of the site's data a row belongs. */
export interface Belonging {
  readonly inspection?: string | null
  /** Period of a register of self-inspections. */
  readonly register?: string | null
  readonly units?: readonly (string | null)[]
}

export interface PlacedRow {
  readonly row: Row
  readonly belongs: Belonging
}

/** A kind of table: what its columns are, and where its rows come from. */
export interface TableKind extends TableHead {
  readonly rows: (data: OpenData) => PlacedRow[]
}

interface Definition<Item> extends Omit<TableHead, 'columns'> {
  readonly items: (data: OpenData) => readonly Item[]
  readonly belongs: (item: Item) => Belonging
  readonly columns: readonly (Column & { readonly value: (item: Item, data: OpenData) => Value })[]
}

/** A kind of table from the things that have a row in it. */
export function tableKind<Item>({ items, belongs, columns, ...head }: Definition<Item>): TableKind {
  return {
    ...head,
    columns: columns.map(({ value: _value, ...column }) => column),
    rows: (data) =>
      items(data).map((item) => ({
        belongs: belongs(item),
        row: Object.fromEntries(
          columns.map((column) => [column.key, expected(column, column.value(item, data))]),
        ),
      })),
  }
}

/** A reason that its column does not announce would be read as a value. */
function expected({ key, gaps = [] }: Column, value: Value): Value {
  if (isGap(value) && !gaps.includes(value.gap))
    throw new Error(`the column "${key}" announces no "${value.gap}"`)
  return value
}
