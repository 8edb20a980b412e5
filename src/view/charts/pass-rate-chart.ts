import { type AreaView, mainRate, ratedGroup } from '#model/area.ts'
import { compareArea, coverageOf, type Obstacle, plainPercent } from '#model/figure-comparison.ts'
import { type RateView, rateText } from '#model/rate.ts'
import { isRateName, rateNames } from '#schema/group.ts'
import type { InspectedAreas } from '#model/figure-comparison.ts'
import { type ChartDescription, type ChartSeries, minPoints } from './description.ts'
import { withFirstYear } from './labels.ts'
import { rateTitle } from './rate-title.ts'

/**
 * Pass rates over the periods, one series for each area; null while there is nothing to compare. A
 * document that is not an inspection and has no pass rate, such as a month of letters, is left out, so
 * that it does not appear as a gap.
 */
export function passRateChart(
  all: readonly InspectedAreas[],
  names: readonly string[],
): ChartDescription | null {
  const views = all.filter(
    (view) =>
      view.inspection.activity === undefined ||
      names.some((area) => isPlotted(view, area, 'passed')),
  )
  const series = names.flatMap((area, position): ChartSeries[] => {
    if (views.filter((view) => isPlotted(view, area, 'passed')).length < minPoints) return []
    const name = views.flatMap(({ areas }) => areas).find(({ id }) => id === area)?.name ?? area
    return [
      {
        name,
        tone: position % 2 === 0 ? 'main' : 'neutral',
        dash: position % 2 === 1,
        group: area,
        ...ratePoints(views, area, 'passed'),
      },
    ]
  })
  if (views.length < minPoints || series.length === 0) return null
  const lowest = lowestOf(series)
  const short = shortLabels(views)
  return {
    id: 'pass-rates',
    title: rateTitle(
      views.map(({ inspection }) => inspection.period.label),
      series,
    ),
    kind: 'line',
    categoryName: '检查期',
    categories: views.map(({ inspection }) => inspection.period.label),
    ...(short === null ? {} : { shortCategories: short }),
    series,
    unit: '%',
    min: Math.max(0, Math.floor(lowest) - 1),
    max: 100,
    caption: '各期合格率',
    ...noteOf(series),
  }
}

/** The last points of a chart over the periods, under an id of their own; itself where it has no more. */
export function lastPoints(chart: ChartDescription, count: number): ChartDescription {
  const cut = chart.categories.length - count
  if (cut <= 0) return chart
  const { shortCategories: short } = chart
  const series = chart.series.map((one) => ({
    ...one,
    values: one.values.slice(cut),
    display: one.display.slice(cut),
    ...(one.hollow === undefined ? {} : { hollow: one.hollow.slice(cut) }),
    ...(one.apart === undefined ? {} : { apart: one.apart.slice(cut) }),
  }))
  const { missingNote: _all, ...rest } = chart
  return {
    ...rest,
    id: `${chart.id}-recent`,
    title: rateTitle(chart.categories.slice(cut), series),
    categories: chart.categories.slice(cut),
    ...(short === undefined ? {} : { shortCategories: withFirstYear(short.slice(cut), short) }),
    series,
    min: Math.max(0, Math.floor(lowestOf(series)) - 1),
    caption: `近${count}期合格率`,
    ...noteOf(series),
  }
}

/** How many rounds the small line beside a figure shows at most. */
export const maxSmallPoints = 12

/** The main rate of an area over the last periods up to one; null while there are not enough. */
export function smallRateChart(
  all: readonly InspectedAreas[],
  latest: InspectedAreas,
  area: AreaView,
): ChartDescription | null {
  const rate = mainRate(ratedGroup(area))
  if (rate === undefined || plotted(rate) === null) return null
  const views = all
    .slice(0, all.indexOf(latest) + 1)
    .filter(({ inspection }) => inspection.activity === latest.inspection.activity)
    .slice(-maxSmallPoints)
  const points = ratePoints(views, area.id, rate.name)
  if (points.values.filter((value) => value !== null).length < minPoints) return null
  const series = [{ name: rate.label, tone: 'main' as const, ...points }]
  return {
    id: `recent-${area.id}`,
    title: `${area.name}近${views.length}期${rate.label}`,
    kind: 'line',
    isSmall: true,
    categoryName: '检查期',
    categories: views.map(({ inspection }) => inspection.period.label),
    series,
    unit: '%',
    min: lowestOf(series),
    max: 100,
    caption: `${area.name}近${views.length}期${rate.label}`,
    ...noteOf(series),
  }
}

const lowestOf = (series: readonly Pick<ChartSeries, 'values'>[]): number =>
  Math.min(100, ...series.flatMap(({ values }) => values.filter((value) => value !== null)))

type Points = Required<Pick<ChartSeries, 'values' | 'display' | 'hollow' | 'apart'>>

/** The rate of an area in each inspection, with what may not be compared by eye. */
function ratePoints(views: readonly InspectedAreas[], id: string, name: string): Points {
  const areas = views.map((view) => view.areas.find((area) => area.id === id))
  const rates = views.map((view) => rateOf(view.areas, id, name))
  const hollow = areas.map(
    (area) => area !== undefined && coverageOf(ratedGroup(area)) === 'sample',
  )
  return {
    values: rates.map(plotted),
    display: rates.map((rate, n) =>
      rate === null
        ? absent(views[n], id, isRateName(name) ? rateNames[name] : name)
        : `${rateText(rate)}${hollow[n] === true ? '，抽查' : ''}`,
    ),
    hollow,
    apart: views.map((view, n) => {
      const [before, area] = [views[n - 1], areas[n]]
      return (
        before !== undefined &&
        area !== undefined &&
        compareArea(before, view, area).obstacles.some((one) => breaking.includes(one))
      )
    }),
  }
}

/** The obstacles that make two neighbouring points numbers of different kinds. */
const breaking: readonly Obstacle[] = [
  'other-object',
  'other-tiers',
  'other-rate',
  'other-source',
  'other-span',
]

const isPlotted = ({ areas }: InspectedAreas, id: string, name: string): boolean =>
  plotted(rateOf(areas, id, name)) !== null

/** What the look of the points says, for the note under the chart. */
function noteOf(series: readonly ChartSeries[]): { missingNote?: string } {
  const some = (of: (one: ChartSeries) => boolean): boolean => series.some(of)
  const notes = [
    some(({ hollow = [] }) => hollow.includes(true))
      ? '空心点为抽查，只说明抽到的对象，不与其他各期连线。'
      : '',
    some(({ values }) => values.includes(null)) ? '断开处为当期没有检查或文件没有写明。' : '',
    some(({ apart = [] }) => apart.includes(true)) ? '口径不同的前后两期也不连线。' : '',
  ].join('')
  return notes === '' ? {} : { missingNote: notes }
}

/** Why an inspection has no such rate of an area. */
const absent = (view: InspectedAreas | undefined, id: string, label: string): string =>
  view?.areas.some((area) => area.id === id) === true ? `没有${label}` : '没有这一项'

/** A rate of an area, or of the round that sets it. */
function rateOf(areas: readonly AreaView[], id: string, name: string): RateView | null {
  const area = areas.find((candidate) => candidate.id === id)
  const rates = [area?.rates, area?.rounds.find(({ setsRate }) => setsRate)?.group.rates]
  return rates.flatMap((list) => list ?? []).find((rate) => rate.name === name) ?? null
}

/** The value of a rate on the axis, read from its text, so that picture and table agree. */
function plotted(rate: RateView | null): number | null {
  const number = plainPercent(rate?.text?.replace(/^约/, '') ?? null)
  return number === null ? null : Number(number)
}

/**
 * "2季", with the year under the first label and under each first quarter; null unless all periods
 * are quarters.
 */
export function shortLabels(views: readonly Pick<InspectedAreas, 'inspection'>[]): string[] | null {
  const labels = views.map(({ inspection }, n) => {
    const [, year, quarter] = /^(\d{4})-q(\d)$/.exec(inspection.id) ?? []
    if (year === undefined || quarter === undefined) return null
    const name = `${quarter}季`
    return n === 0 || quarter === '1' ? `${name}\n${year}年` : name
  })
  return labels.every((label) => label !== null) ? labels : null
}
