import { type ChartDescription, isUpright } from './description.ts'

interface Axis {
  readonly min: number
  readonly max: number
  readonly step: number
}

/**
 * The value axis. Bars start at 0, so that their lengths are proportional. A line may start at a
 * higher round value, which the component then states. For `%` the axis ends at 100, unless a value
 * is higher.
 */
export function axisOf(description: ChartDescription): Axis {
  const values = extent(description)
  const top = Math.max(...values, ...(description.targets ?? []).map(({ value }) => value))
  if (!isUpright(description)) {
    const max = description.max ?? (description.unit === '%' ? Math.max(100, top) : top)
    return { min: 0, max: max > 0 ? max : 1, step: max > 0 ? max : 1 }
  }

  const low =
    description.kind === 'columns'
      ? 0
      : Math.min(...values, ...(description.targets ?? []).map(({ value }) => value))
  const from = description.min ?? (low === top ? Math.min(0, low) : low)
  const to = Math.max(description.max ?? top, from)
  const step = roundStep((to - from || 1) / 3)
  const min = Math.floor(tidy(from / step)) * step
  const max = Math.ceil(tidy(to / step)) * step
  return { min: tidy(min), max: tidy(max > min ? max : min + step), step }
}

/** The values of the axis, lowest first. */
export function axisValues({ min, max, step }: Axis): number[] {
  return Array.from({ length: Math.round((max - min) / step) + 1 }, (_, i) => tidy(min + i * step))
}

function extent({ kind, categories, series }: ChartDescription): number[] {
  const values =
    kind === 'stack' || kind === 'columns'
      ? categories.map((_, i) => series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0))
      : series.flatMap(({ values }) => values.filter((value) => value !== null))
  return values.length > 0 ? values : [0]
}

/** The next of 1, 2, 5, 10, … at or above a size. */
function roundStep(size: number): number {
  const power = 10 ** Math.floor(Math.log10(size))
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= size * 0.999) ?? 10
  return tidy(factor * power)
}

function tidy(value: number): number {
  return Number(value.toFixed(9))
}
