import type { ChartDescription } from './description.ts'

interface ChartCell {
  readonly text: string
  /** Absent where the value is missing; the text then holds the reason. */
  readonly value?: number
}

interface ChartRow {
  readonly head: string
  readonly cells: readonly ChartCell[]
}

/** The table beside a chart. The browser draws the interactive chart from it. */
export function tableOf({ categories, series }: ChartDescription): ChartRow[] {
  return categories.map((head, i) => ({
    head,
    cells: series.map(({ values, display }) => {
      const value = values[i] ?? null
      return { text: display[i] ?? '', ...(value === null ? {} : { value }) }
    }),
  }))
}
