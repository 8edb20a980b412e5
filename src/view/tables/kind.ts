import type { Column, Row, TableHead, Value } from './table.ts'
import { isGap } from './table.ts'
import type { DataAsOf } from '#model/model.ts'
import { Memoized } from '#model/memoized.ts'

/** To which parts of the site's data a row belongs. */
export interface Belonging {
  readonly inspection?: string | null
  /** Period of a register of self-inspections. */
  readonly register?: string | null
  /** Year of a ledger of policies and consultations. */
  readonly openness?: string
  readonly units?: readonly (string | null)[]
  /** The year of a list over all its registers. */
  readonly year?: string
}

/** The rows of one thing. */
export interface PlacedRows {
  readonly belongs: Belonging
  /** At least one. */
  readonly rows: () => readonly Row[]
}

/** A kind of table: what its columns are, and where its rows come from. */
export interface TableKind extends TableHead {
  /** Returns the parts that have rows; the rows themselves are computed only on demand. */
  readonly placed: (data: DataAsOf) => PlacedRows[]
}

export interface Columns<Item> extends Omit<TableHead, 'columns'> {
  readonly columns: readonly (Column & { readonly value: (item: Item, data: DataAsOf) => Value })[]
}

interface Definition<Item> extends Columns<Item> {
  readonly items: (data: DataAsOf) => readonly Item[]
  readonly belongs: (item: Item) => Belonging
}

const everyRow = new Memoized<readonly Row[]>()

/**
 * A kind of table, defined by the items that have a row in it. All its rows are computed at once.
 */
export function tableKind<Item>({ items, belongs, ...kind }: Definition<Item>): TableKind {
  return {
    ...headOf(kind),
    placed: (data) => {
      const all = items(data)
      const rows = (): readonly Row[] =>
        everyRow.of(data.dataset, () => all.map((item) => rowOf(kind, item, data)), kind.name)
      return all.map((item, n) => ({
        belongs: belongs(item),
        rows: () => rows().slice(n, n + 1),
      }))
    },
  }
}

interface LateDefinition<Owner, Item> extends Columns<Item> {
  /** What has a row or several; that it has is known without reading their words. */
  readonly owners: (data: DataAsOf) => readonly Owner[]
  readonly belongs: (owner: Owner) => Belonging
  readonly itemsOf: (owner: Owner) => readonly Item[]
}

/** A kind of table whose rows are computed only for the files that contain them. */
export function lateTableKind<Owner, Item>({
  owners,
  belongs,
  itemsOf,
  ...kind
}: LateDefinition<Owner, Item>): TableKind {
  return {
    ...headOf(kind),
    placed: (data) =>
      owners(data).map((owner) => ({
        belongs: belongs(owner),
        rows: () => itemsOf(owner).map((item) => rowOf(kind, item, data)),
      })),
  }
}

const headOf = <Item>({ columns, ...head }: Columns<Item>): TableHead => ({
  ...head,
  columns: columns.map(({ value: _value, ...column }) => column),
})

const rowOf = <Item>({ columns }: Columns<Item>, item: Item, data: DataAsOf): Row =>
  Object.fromEntries(
    columns.map((column) => [column.key, expected(column, column.value(item, data))]),
  )

/** A reason that its column does not announce would be read as a value. */
function expected({ key, gaps = [] }: Column, value: Value): Value {
  if (isGap(value) && !gaps.includes(value.gap))
    throw new Error(`the column "${key}" announces no "${value.gap}"`)
  return value
}
