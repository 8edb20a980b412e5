import type { ChartDescription } from './description.ts'

interface ChartCell {
  readonly text: string
  /** Absent where the value is missing; the text then holds the reason. */
  readonly value?: number
  /** Whether its point is hollow, or not joined with the one before. */
  readonly hollow?: true
  readonly apart?: true
}

interface ChartRow {
  readonly head: string
  readonly cells: readonly ChartCell[]
}

/** The table beside a chart. The browser draws the interactive chart from it. */
export function tableOf({ categories, series }: ChartDescription): ChartRow[] {
  return categories.map((head, i) => ({
    head,
    cells: series.map(({ values, display, hollow, apart }) => {
      const value = values[i] ?? null
      return {
        text: display[i] ?? '',
        ...(value === null ? {} : { value }),
        ...(hollow?.[i] === true ? { hollow: true as const } : {}),
        ...(apart?.[i] === true ? { apart: true as const } : {}),
      }
    }),
  }))
}

/**
 * The rows of a chart as cells of a file: of each series the number in the chart's unit, empty where
 * there is none, and the text that readers see.
 *
 * @param terms the terms of use, which each row repeats, because no data package describes the file
 */
export const chartCells = (chart: ChartDescription, terms: string): string[][] => [
  [
    chart.categoryName,
    ...chart.series.flatMap(({ name }) => [`${name}（${chart.unit}）`, `${name}（图中文字）`]),
    '来源和使用许可',
  ],
  ...tableOf(chart).map(({ head, cells }) => [
    head,
    ...cells.flatMap(({ value, text }) => [value === undefined ? '' : String(value), text]),
    terms,
  ]),
]
