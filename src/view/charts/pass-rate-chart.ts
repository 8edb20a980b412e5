import type { AreaView } from '#model/area.ts'
import { type RateView, rateText } from '#model/rate.ts'
import type { InspectionView } from '../inspection-views.ts'
import { type ChartDescription, type ChartSeries, minPoints } from './description.ts'

/**
 * Pass rates over the periods, one series for each area; null while there is nothing to compare. A
 * document that is not an inspection and has no pass rate, such as a month of letters, is left out, so
 * that it does not appear as a gap.
 */
export function passRateChart(
  all: readonly InspectionView[],
  names: readonly string[],
): ChartDescription | null {
  const views = all.filter(
    ({ inspection, areas }) =>
      inspection.activity === undefined ||
      names.some((area) => plotted(passRate(areas, area)) !== null),
  )
  const series = names.flatMap((area, position): ChartSeries[] => {
    const rates = views.map(({ areas }) => passRate(areas, area))
    if (rates.filter((rate) => plotted(rate) !== null).length < minPoints) return []
    const name = views.flatMap(({ areas }) => areas).find(({ id }) => id === area)?.name ?? area
    return [
      {
        name,
        tone: position % 2 === 0 ? 'main' : 'neutral',
        dash: position % 2 === 1,
        values: rates.map(plotted),
        display: rates.map((rate, n) => (rate === null ? absent(views[n], area) : rateText(rate))),
      },
    ]
  })
  if (views.length < minPoints || series.length === 0) return null
  const lowest = Math.min(
    100,
    ...series.flatMap(({ values }) => values.filter((value) => value !== null)),
  )
  const last = views.at(-1)
  // The last document may cover only one area.
  const withRate = series.filter(({ values }) => values.at(-1) !== null)
  const short = shortLabels(views)
  return {
    id: 'pass-rates',
    title: `${last?.inspection.period.label ?? ''}：${(withRate.length === 0 ? series : withRate)
      .map(({ name, display }) => `${name}合格率 ${display.at(-1) ?? ''}`)
      .join('，')}`,
    kind: 'line',
    categoryName: '检查期',
    categories: views.map(({ inspection }) => inspection.period.label),
    ...(short === null ? {} : { shortCategories: short }),
    series,
    unit: '%',
    min: Math.max(0, Math.floor(lowest) - 1),
    max: 100,
    caption: '各期合格率',
    ...(series.some(({ values }) => values.includes(null))
      ? { missingNote: '断开处为当期没有检查或文件没有写明。' }
      : {}),
  }
}

/** Why an inspection has no rate of passes of an area. */
const absent = (view: InspectionView | undefined, id: string): string =>
  view?.areas.some((area) => area.id === id) === true ? '没有合格率' : '没有这一项'

/** The rate of passes of an area, or of the round that sets it. */
function passRate(areas: readonly AreaView[], id: string): RateView | null {
  const area = areas.find((candidate) => candidate.id === id)
  const rates = [area?.rates, area?.rounds.find(({ setsRate }) => setsRate)?.group.rates]
  return rates.flatMap((list) => list ?? []).find(({ name }) => name === 'passed') ?? null
}

/** The value of a rate on the axis, read from its text, so that picture and table agree. */
function plotted(rate: RateView | null): number | null {
  const [, number] = /^约?(\d+(?:\.\d+)?)[%％]$/.exec(rate?.text ?? '') ?? []
  return number === undefined ? null : Number(number)
}

/**
 * "2季", with the year under the first label and under each first quarter; null unless all periods
 * are quarters.
 */
function shortLabels(views: readonly InspectionView[]): string[] | null {
  const labels = views.map(({ inspection }, n) => {
    const [, year, quarter] = /^(\d{4})-q(\d)$/.exec(inspection.id) ?? []
    if (year === undefined || quarter === undefined) return null
    const name = `${quarter}季`
    return n === 0 || quarter === '1' ? `${name}\n${year}年` : name
  })
  return labels.every((label) => label !== null) ? labels : null
}
