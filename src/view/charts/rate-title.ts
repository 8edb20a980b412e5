import type { ChartSeries } from './description.ts'

/** The finding of a chart of pass rates: what the last period shows. */
export function rateTitle(
  categories: readonly string[],
  series: readonly Pick<ChartSeries, 'name' | 'values' | 'display' | 'isLeftOut'>[],
): string {
  const last = categories.length - 1
  const shown = series.filter(({ isLeftOut }) => isLeftOut !== true)
  // The last document may cover only one area.
  const withRate = shown.filter(({ values }) => (values[last] ?? null) !== null)
  return `${categories[last] ?? ''}：${(withRate.length === 0 ? shown : withRate)
    .map(({ name, display }) => `${name}合格率 ${display[last] ?? ''}`)
    .join('，')}`
}
