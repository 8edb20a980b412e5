import type { Terms } from '#model/terms.ts'

/** How a series is coloured. `alert` is the signal red: failed or overdue, nothing else. */
export type ChartTone = 'main' | 'tint' | 'alert' | 'neutral'

/** What fills the bars of a series, so that it can be told apart without colour. */
export type ChartPattern = 'solid' | 'hatch' | 'dots' | 'lines' | 'grid' | 'plain'

export interface ChartSeries {
  /** Name in words; heads the column of the table. */
  readonly name: string
  readonly tone: ChartTone
  /** One value a category, in the chart's unit; `null` leaves a gap. */
  readonly values: readonly (number | null)[]
  /**
   * One text a category, as the reader sees it: `99.7%（369/370）`. Where the value is `null`, the
   * reason: `未公布`. The chart formats no figure itself.
   */
  readonly display: readonly string[]
  /** Draws the line of a `line` chart dashed. */
  readonly dash?: boolean
  /** Which points of a `line` are of a sample: drawn hollow and joined to no other. */
  readonly hollow?: readonly boolean[]
  /** Which points of a `line` are no continuation of the one before, so that none is drawn. */
  readonly apart?: readonly boolean[]
  /** Whether readers left it out, so that it is not drawn and others keep their look. */
  readonly isLeftOut?: boolean
  /** What readers choose it by: the id of an area or a tier. */
  readonly group?: string
  /** Overrides the pattern that goes with the tone. */
  readonly pattern?: ChartPattern
}

interface ChartTarget {
  /** The value of the line, in the chart's unit. */
  readonly value: number
  /** What it means, for the legend: `优秀线 80分`. */
  readonly label: string
  /** The area whose rates it is for, where readers choose areas. */
  readonly group?: string
}

/** A chart as plain data: what the picture, the interactive picture and the table are made from. */
export interface ChartDescription {
  /** Lower-case ASCII letters, digits and hyphens; unique on its page and fit for an address. */
  readonly id: string
  /** The finding in words, in Chinese. */
  readonly title: string
  /**
   * `bars`: horizontal, one row a category, series side by side. `stack`: horizontal, series end to
   * end. `line`: one point a category, from left to right. `columns`: upright, one column a category,
   * series on top of each other.
   */
  readonly kind: 'bars' | 'stack' | 'line' | 'columns'
  /** A `line` beside a figure, without axes and legend. */
  readonly isSmall?: boolean
  /** What the categories are, for the table's first column: `季度`. */
  readonly categoryName: string
  /** One label a row or point. */
  readonly categories: readonly string[]
  /**
   * Labels under a `line`, where the categories are too long. An empty text prints nothing; `\n`
   * starts a second line, for the year under the first quarter.
   */
  readonly shortCategories?: readonly string[]
  /** Series in the order of the table's columns; every one as long as `categories`. */
  readonly series: readonly ChartSeries[]
  /** Unit of the values: `%`, `个`, `条`. */
  readonly unit: string
  /** Start of the value axis. Bars start at 0 in any case. */
  readonly min?: number
  /** End of the value axis; needed where the whole is known, such as 22 of a register. */
  readonly max?: number
  readonly targets?: readonly ChartTarget[]
  /** One text a row of a `stack`: its total, as the reader sees it. */
  readonly totals?: readonly string[]
  /**
   * For a chart whose values are sums over rounds, so that readers can choose how many: the group of
   * each row, and its count in each round, the oldest first.
   */
  readonly rounds?: readonly { readonly group: string; readonly counts: readonly number[] }[]
  /** Why values are missing, in one sentence. */
  readonly missingNote?: string
  /** Caption of the table; the title where there is none. */
  readonly caption?: string
}

/** How many points a chart has at least: two make a line, one does not. */
export const minPoints = 2

/** The source line of a chart that is a file of its own. */
export interface ChartSource {
  /** The site, and the page that the chart is from. */
  readonly site: string
  readonly page: string
  /** The day for which the states in it were computed, as printed. */
  readonly asOf: string
  readonly terms: Terms
  /** Public address of the page, where it is known. */
  readonly address?: string | undefined
}

/** Whether the values of a chart go upwards, over categories from left to right. */
export const isUpright = ({ kind }: Pick<ChartDescription, 'kind'>): boolean =>
  kind === 'line' || kind === 'columns'
