/** Every chart of the site. Pages show the charts, and each is published as a file, too. */
import type { ChartDescription, ChartSource } from './description.ts'
import type { Model } from '#model/model.ts'
import {
  compositionChart,
  issuesByAreaChart,
  issuesByKindChart,
  messageChart,
} from './inspection-charts.ts'
import { lastPoints, maxSmallPoints } from './pass-rate-chart.ts'
import { interpretationChart } from './openness-charts.ts'
import { registerChart } from './register-chart.ts'
import { ratesChart, trendCharts } from './trend-charts.ts'
import type { AreaView } from '#model/area.ts'
import { chineseDate } from '#model/calendar.ts'
import { isMissing } from '#model/figure.ts'
import { opennessYears } from '#model/openness-facts.ts'
import { termsOf } from '#model/terms.ts'
import { type Register, registerOf } from '#model/register.ts'
import * as at from '../addresses.ts'
import { opennessTitle } from '../openness-words.ts'
import { indicatorName } from '../issue-cards.ts'
import { issuesFound } from '../sentences.ts'
import type { InspectedAreas } from '#model/figure-comparison.ts'
import { inspectionViews } from '../inspection-views.ts'
import { inspectionName, registerTitle } from '../inspection-names.ts'

/** The id of the chart of a split, numbered because the name of a split may hold other characters. */
const splitChartId = ({ id }: Pick<AreaView, 'id'>, n: number): string => `${id}-split-${n + 1}`

/** The charts of an area of an inspection. */
export const areaCharts = (area: AreaView): ChartDescription[] =>
  [
    ...area.splits.map((split, n) => {
      const chart = compositionChart(area, split)
      return chart === null ? null : { ...chart, id: splitChartId(area, n) }
    }),
    messageChart(area),
  ].filter((chart) => chart !== null)

/** The charts of an inspection's issues. */
export const issueCharts = (
  model: Model,
  { inspection, areas }: InspectedAreas,
): ChartDescription[] =>
  [
    issuesByAreaChart(
      areas,
      (count) => issuesFound(inspection, count),
      (model.index.issuesByInspection.get(inspection.id) ?? []).filter(({ issue }) =>
        isMissing(issue.area),
      ),
    ),
    issuesByKindChart(areas, (id) => indicatorName(model, id, inspection)),
  ].filter((chart) => chart !== null)

/** The rates of the last inspections, for the home page. */
export const recentRatesChart = (model: Model): ChartDescription | null => {
  const chart = ratesChart(model)
  return chart === null ? null : lastPoints(chart, maxSmallPoints)
}

/** How many units of a register have published. */
export const chartOfRegister = (model: Model, register: Register): ChartDescription | null =>
  registerChart(register, model.dataset.roster === 'partial')

interface SiteChart {
  readonly chart: ChartDescription
  readonly source: ChartSource
}

/** What the files of the charts of a page say of their source. */
export const chartSource = (
  { dataset: { site }, asOf, siteUrl }: Pick<Model, 'dataset' | 'asOf' | 'siteUrl'>,
  page: string,
  href: string,
): ChartSource => ({
  site: site.name,
  page,
  asOf: chineseDate(asOf),
  terms: termsOf(site),
  ...(siteUrl === undefined ? {} : { address: at.absolute(siteUrl, href) }),
})

/** Every chart by the address of its files, without their ending. */
export function siteCharts(model: Model): ReadonlyMap<string, SiteChart> {
  const { dataset, index, asOf } = model
  const charts = new Map<string, SiteChart>()
  const add = (
    part: string,
    page: string,
    href: string,
    found: readonly (ChartDescription | null)[],
  ): void => {
    for (const chart of found)
      if (chart !== null)
        charts.set(at.chartFile(part, chart.id), {
          chart,
          source: chartSource(model, page, href),
        })
  }
  add(at.allData, '各期检查结果', at.inspectionList, [ratesChart(model), recentRatesChart(model)])
  add(at.allData, '历次对比', at.trends, trendCharts(model))
  for (const view of inspectionViews(model))
    add(
      at.inspectionPart(view.inspection.id),
      inspectionName(view.inspection, '结果'),
      at.inspectionPage(view.inspection.id),
      [...view.areas.flatMap(areaCharts), ...issueCharts(model, view)],
    )
  for (const order of index.orders.values()) {
    const register = registerOf(dataset, order, asOf)
    const { period } = register
    add(at.registerPart(period), registerTitle(register), at.registerPage(period), [
      chartOfRegister(model, register),
    ])
  }
  for (const of of opennessYears(model))
    add(at.opennessPart(of.year), opennessTitle(of.year), at.opennessPage(of.year), [
      interpretationChart(model, of),
    ])
  return charts
}
