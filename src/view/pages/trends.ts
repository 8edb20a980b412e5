import type { Model } from '#model/model.ts'
import { chartSource } from '../charts/charts.ts'
import { areasIn, trendCharts } from '../charts/trend-charts.ts'
import * as at from '../addresses.ts'
import { areaName } from '../names.ts'

/** The tables that hold the rows of each chart. */
const tablesOf: Readonly<Record<string, string>> = {
  'pass-rates': 'rates',
  'trend-kinds': 'issues',
  'trend-tiers': 'issues',
  'trend-settled': 'rectification',
  'trend-days': 'rectification',
  'trend-published': 'register',
  'trend-messages': 'figures',
}

/** Heading of each chart's part; its title says the finding. */
const headings: Readonly<Record<string, string>> = {
  'pass-rates': '合格率',
  'trend-kinds': '问题类别',
  'trend-tiers': '层级',
  'trend-settled': '整改进展',
  'trend-days': '办结天数',
  'trend-published': '自查整改公开',
  'trend-messages': '网民留言',
}

/** What changed over all rounds; built only where there are two. */
export function trendsView(model: Model) {
  const charts = trendCharts(model)
  const rounds = Math.max(...charts.map(({ categories }) => categories.length))
  return {
    title: '历次对比',
    lead: '历次检查的合格率、问题、整改和自查公开情况。各期检查的范围可能不同，抽查的各期单独标明。',
    parts: charts.map((chart) => ({
      heading: headings[chart.id] ?? chart.id,
      table: tablesOf[chart.id] ?? 'inspections',
      more:
        chart.id === 'trend-kinds'
          ? { label: '各项检查指标', href: at.indicatorList }
          : chart.id === 'trend-published'
            ? { label: '各期自查公开', href: at.reportPeriodList }
            : undefined,
      chart,
    })),
    /** Of the pictures of what readers choose. */
    source: chartSource(model, '历次对比', at.trends),
    ranges: [4, 8].filter((range) => range < rounds),
    areas: areasIn(charts).map((id) => ({ id, label: areaName(model, id) })),
    tiers: charts
      .filter(({ id }) => id === 'trend-tiers')
      .flatMap(({ series }) => series.map(({ name, group = '' }) => ({ id: group, label: name }))),
  }
}
