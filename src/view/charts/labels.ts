import { axisOf, axisValues } from './axis.ts'
import type { ChartDescription } from './description.ts'

/** Labels of a line's value axis, highest first. The highest has the unit; `%` is on each. */
export function valueLabels(description: ChartDescription): string[] {
  const { unit } = description
  return axisValues(axisOf(description))
    .reverse()
    .map((value, i) => `${String(value)}${unit === '%' || i === 0 ? unit : ''}`)
}

/** A note that a line's value axis does not start at 0; undefined when it does. */
export function axisNote(description: ChartDescription): string | undefined {
  const { min } = axisOf(description)
  return min === 0 ? undefined : `纵轴从${String(min)}${description.unit}起。`
}

/** A picture of bars shows this many of a long list, unless readers ask for all. */
export const maxBars = 10

/** What the fold of a chart's table is called. */
export const tableFold = (rows: number): string => `数据表（${rows}行）`

/** The last of some short labels, with the year under the first of them. */
export function withFirstYear(cut: readonly string[], whole: readonly string[]): string[] {
  const [first = '', ...others] = cut
  const year = whole
    .slice(0, whole.length - cut.length + 1)
    .reverse()
    .find((label) => label.includes('\n'))
    ?.split('\n')[1]
  return [first.includes('\n') || year === undefined ? first : `${first}\n${year}`, ...others]
}

interface CategoryLabel {
  readonly text: string
  /** Left out on a narrow screen. */
  readonly wide: boolean
}

/** Width of the plot, in characters, that labels may fill. */
const room = { wide: 38, narrow: 14 }

/**
 * Labels under a line, one a category and some of them empty, so that they fit on one line. The
 * last one always stays. Of short labels, a narrow screen keeps those of two lines.
 */
export function categoryLabels(description: ChartDescription): CategoryLabel[] {
  const { categories, shortCategories } = description
  if (shortCategories) {
    const length = shortCategories.join('').length
    // Of more labels than fit on a wide screen, only the years remain, under their first period.
    if (length > 2 * room.wide)
      return shortCategories.map((text) => ({ text: text.split('\n')[1] ?? '', wide: false }))
    const many = length > room.narrow
    return shortCategories.map((text) => ({ text, wide: many && !text.includes('\n') }))
  }
  const longest = Math.max(1, ...categories.map((text) => text.length))
  const step = (width: number) => Math.ceil((categories.length * (longest + 1)) / width)
  const last = categories.length - 1
  return categories.map((text, i) => ({
    text: (last - i) % step(room.wide) === 0 ? text : '',
    wide: (last - i) % step(room.narrow) !== 0,
  }))
}
