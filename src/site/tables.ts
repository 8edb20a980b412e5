import type { AreaView, GroupView } from '#domain/area.ts'
import { rateText } from '#charts/inspection-charts.ts'

export interface RateRow {
  readonly area: AreaView
  readonly name: string
  readonly text: string
  readonly fraction: string
  /** Where the number comes from: printed in the document, or computed here. */
  readonly origin: string
}

/** Every rate of an inspection; a rate that cannot be given says why. */
export function rateRows(areas: readonly AreaView[]): RateRow[] {
  return areas.flatMap((area) =>
    area.rates.map((rate) => ({
      area,
      name: rate.note === null ? rate.label : `${rate.label}（${rate.note}）`,
      text: rate.text ?? rate.reason ?? '',
      fraction:
        rate.numerator === null || rate.denominator === null
          ? '文件未单列'
          : `${rate.numerator}/${rate.denominator}`,
      origin: rate.stated !== null ? '文件所载' : rate.computed !== null ? '计算' : '没有',
    })),
  )
}

interface Column {
  readonly label: string
  readonly number?: boolean
}
export interface Table {
  readonly columns: Column[]
  readonly rows: string[][]
}

const notStated = '文件未写明'

/** Blocks of the same kind side by side: a row a block, a column for everything that any one has. */
export function groupTable(
  head: string,
  blocks: readonly {
    readonly label: string
    readonly group: GroupView | null
    readonly text: string | null
  }[],
  of: string | null,
): Table {
  const groups = blocks.map(({ group }) => group).filter((group) => group !== null)
  const distinct = (names: readonly string[]): string[] => [...new Set(names)]
  const counts = distinct(groups.flatMap((group) => group.counts.map(({ label }) => label))).filter(
    (label) => label !== of,
  )
  const rates = distinct(groups.flatMap((group) => group.rates.map(({ label }) => label)))
  const figures = distinct(groups.flatMap((group) => group.figures.map(({ label }) => label)))
  const columns: Column[] = [
    { label: head },
    ...(of === null ? [] : [{ label: of, number: true }]),
    ...[...counts, ...rates, ...figures].map((label) => ({ label, number: true })),
  ]
  const rows = blocks.map(({ label, group, text }) => [
    label,
    ...(of === null ? [] : [text ?? notStated]),
    ...counts.map((name) => group?.counts.find((count) => count.label === name)?.text ?? notStated),
    ...rates.map((name) => {
      const rate = group?.rates.find((candidate) => candidate.label === name)
      return rate === undefined ? notStated : rateText(rate)
    }),
    ...figures.map(
      (name) => group?.figures.find(({ label: figure }) => figure === name)?.text ?? notStated,
    ),
  ])
  return { columns, rows }
}
