/** The charts of the page of trends: what changed over the rounds, as far as it is recorded. */
import type { CountName } from '#schema/figure.ts'
import { unitsOfIssue } from '#model/dataset.ts'
import { lastDayInTime } from '#model/deadline.ts'
import { compareArea } from '#model/figure-comparison.ts'
import type { LedgerRow } from '#model/ledger.ts'
import { Memoized } from '#model/memoized.ts'
import type { Model } from '#model/model.ts'
import { type RegisterGroup, registerGroups, registerOf, rowsByGroup } from '#model/register.ts'
import { medianOf, sortedSettlementDays } from '#model/settlement.ts'
import type { InspectedAreas } from '#model/figure-comparison.ts'
import { inspectionViews } from '../inspection-views.ts'
import { indicatorName } from '../issue-cards.ts'
import { rowsOfInspection } from '../ledger.ts'
import { areaName } from '../names.ts'
import { type ChartDescription, type ChartSeries, minPoints } from './description.ts'
import { passRateChart, shortLabels } from './pass-rate-chart.ts'
import { groupLooks } from './register-chart.ts'
import { kindText, type TrendName, trendTitle } from './trend-titles.ts'

/** Every chart of trends that has something to show; none for a site with one round. */
export const trendCharts = (model: Model): readonly ChartDescription[] =>
  allCharts.of(model.dataset, () => chartsOf(model))
const allCharts = new Memoized<readonly ChartDescription[]>()

function chartsOf(model: Model): ChartDescription[] {
  const views = inspectionViews(model).filter(({ inspection }) => inspection.activity === undefined)
  if (views.length < minPoints) return []
  return [
    ratesChart(model),
    kinds(model, views),
    tiers(model, views),
    settled(model, views),
    days(model, views),
    published(model),
    messages(model, views),
  ].filter((chart) => chart !== null)
}

type Rest = Omit<ChartDescription, 'id' | 'title'>

const titled = (id: TrendName, rest: Rest, rounds = rest.categories.length): ChartDescription => ({
  id,
  title: trendTitle(id, rest, rounds),
  ...rest,
})

/** The rounds as categories. */
function roundsOf(views: readonly InspectedAreas[]) {
  const short = shortLabels(views)
  return {
    categoryName: '检查期',
    categories: views.map(({ inspection }) => inspection.period.label),
    ...(short === null ? {} : { shortCategories: short }),
  }
}

/** The pass rates of all inspections, with the thresholds that the catalogues give for them as lines. */
export function ratesChart(model: Model): ChartDescription | null {
  const { dataset, index } = model
  const chart = passRateChart(inspectionViews(model), Object.keys(dataset.site.areas))
  if (chart === null) return null
  const shown = new Set(chart.series.map(({ group }) => group))
  const targets = [...index.indicators.values()].flatMap(({ indicator }) =>
    shown.has(indicator.area)
      ? Object.entries(indicator.thresholds ?? {}).flatMap(([name, { value, unit }]) =>
          name.endsWith('合格率') && unit === '%'
            ? [
                {
                  value,
                  label: `${areaName(model, indicator.area)}${name}${value}%`,
                  group: indicator.area,
                },
              ]
            : [],
        )
      : [],
  )
  if (targets.length === 0) return chart
  return {
    ...chart,
    min: Math.max(
      0,
      Math.min(chart.min ?? 0, ...targets.map(({ value }) => Math.floor(value) - 1)),
    ),
    targets,
  }
}

/** Issues by kind over the rounds; each is counted under every kind that it has. */
function kinds(model: Model, views: readonly InspectedAreas[]): ChartDescription | null {
  const counts = new Map<string, number[]>()
  const last = views.at(-1)?.inspection
  views.forEach(({ inspection }, n) => {
    for (const { issue } of model.index.issuesByInspection.get(inspection.id) ?? [])
      for (const kind of issue.indicators ?? []) {
        const own = counts.get(kind) ?? views.map(() => 0)
        own[n] = (own[n] ?? 0) + 1
        counts.set(kind, own)
      }
  })
  if (counts.size < minPoints || last === undefined) return null
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
  const rows = [...counts].sort(([, a], [, b]) => sum(b) - sum(a))
  const areaOf = (kind: string): string => model.index.indicators.get(kind)?.indicator.area ?? ''
  return titled(
    'trend-kinds',
    {
      kind: 'bars',
      categoryName: '检查指标',
      // Two areas may have a kind of the same name.
      categories: rows.map(([kind]) => {
        const name = indicatorName(model, kind, last)
        const isShared = rows.some(
          ([other]) => other !== kind && indicatorName(model, other, last) === name,
        )
        return isShared ? `${name}（${areaName(model, areaOf(kind))}）` : name
      }),
      series: [
        {
          name: '问题',
          tone: 'main',
          values: rows.map(([, own]) => sum(own)),
          display: rows.map(([, own]) => kindText(own)),
        },
      ],
      rounds: rows.map(([kind, own]) => ({ group: areaOf(kind), counts: own })),
      unit: '项',
      caption: '各期问题按检查指标（一项问题可涉及多类）',
    },
    views.length,
  )
}

type Look = Pick<ChartSeries, 'tone' | 'pattern'>

/** Findings by the tier of the units that they name. */
function tiers(model: Model, views: readonly InspectedAreas[]): ChartDescription | null {
  const { dataset } = model
  const rows = views.map(({ inspection }) =>
    (model.index.issuesByInspection.get(inspection.id) ?? []).flatMap(({ issue }) =>
      unitsOfIssue(issue).flatMap((unit) => dataset.units[unit]?.tier ?? []),
    ),
  )
  const series = Object.entries(dataset.site.tiers).map(([tier, name], n) => ({
    name,
    group: tier,
    ...(tierLooks[n % tierLooks.length] ?? tierLooks[0]),
    ...counts(
      rows.map((own) => own.filter((one) => one === tier).length),
      '项次',
    ),
  }))
  return stacked('trend-tiers', roundsOf(views), series, {
    unit: '项次',
    caption: '各期问题按层级（按点名的单位计，没有写明单位的不计）',
    missingNote: '各期检查的范围不同，有的领域是抽查：多少不等于好坏。',
  })
}

const tierLooks: readonly [Look, ...Look[]] = [
  { tone: 'main' },
  { tone: 'tint' },
  { tone: 'neutral' },
  { tone: 'main', pattern: 'hatch' },
  { tone: 'tint', pattern: 'lines' },
  { tone: 'main', pattern: 'grid' },
]

const counts = (values: readonly number[], unit: string) => ({
  values,
  display: values.map((value) => `${value}${unit}`),
})

/** Series on top of each other, without those that are 0 everywhere; null where nothing is left. */
function stacked(
  id: TrendName,
  rounds: Pick<ChartDescription, 'categoryName' | 'categories' | 'shortCategories'>,
  series: readonly ChartSeries[],
  rest: Pick<ChartDescription, 'unit' | 'caption' | 'missingNote'>,
): ChartDescription | null {
  const shown = series.filter(({ values }) => values.some((value) => (value ?? 0) > 0))
  if (shown.length === 0 || rounds.categories.length < minPoints) return null
  return titled(id, { kind: 'columns', ...rounds, series: shown, ...rest })
}

/** How far the findings of each round have come, each finding and unit in one part. */
function settled(model: Model, views: readonly InspectedAreas[]): ChartDescription | null {
  const rows = views.map(({ inspection }) => rowsOfInspection(model, inspection))
  return stacked(
    'trend-settled',
    roundsOf(views),
    progress.map(({ name, tone, pattern, has }) => ({
      name,
      tone,
      ...(pattern === undefined ? {} : { pattern }),
      ...counts(
        rows.map((own) => own.filter(has).length),
        '项次',
      ),
    })),
    {
      unit: '项次',
      caption: '各期问题的整改进展',
      missingNote: '一项问题点名几个单位，计几项次。本站没有收录不等于没有整改。',
    },
  )
}

const isRechecked = ({ recheck }: LedgerRow) => recheck !== null
const isReported = ({ report, rectified }: LedgerRow) =>
  report.state === 'reported' || rectified !== null

/** The parts, of which the first that applies counts; the title tells of the first. */
const progress: readonly (Pick<ChartSeries, 'name' | 'tone' | 'pattern'> & {
  readonly has: (row: LedgerRow) => boolean
})[] = [
  {
    name: '有办结、复核通过等记录',
    tone: 'main',
    has: ({ open, state }) => !open && state.state !== 'withdrawn',
  },
  {
    name: '已撤销',
    tone: 'tint',
    pattern: 'plain',
    has: ({ state }) => state.state === 'withdrawn',
  },
  {
    name: '复核过，还没有办结',
    tone: 'alert',
    has: (row) => row.open && isRechecked(row),
  },
  {
    name: '报送或者整改了，还没有复核',
    tone: 'tint',
    pattern: 'lines',
    has: (row) => row.open && !isRechecked(row) && isReported(row),
  },
  {
    name: '没有收录报送和整改',
    tone: 'neutral',
    has: (row) => row.open && !isRechecked(row) && !isReported(row),
  },
]

function days(model: Model, views: readonly InspectedAreas[]): ChartDescription | null {
  const found = views.map(({ inspection }) =>
    sortedSettlementDays(rowsOfInspection(model, inspection)),
  )
  if (found.filter((own) => own.length > 0).length < minPoints) return null
  return titled('trend-days', {
    kind: 'line',
    ...roundsOf(views),
    series: [
      {
        name: '从通知到办结或复核通过的天数',
        tone: 'main',
        values: found.map(medianOf),
        display: found.map((own) =>
          own.length === 0
            ? '没有日期齐全的'
            : `中位数${medianOf(own) ?? ''}天（${own[0] ?? ''}至${own.at(-1) ?? ''}天，${own.length}项次日期齐全）`,
        ),
      },
    ],
    unit: '天',
    min: 0,
    caption: '各期问题从通知到办结或复核通过的天数',
    missingNote: '只计两个日期都收录的项次；没有这样的，线断开。',
  })
}

/** How the units of each register published. */
function published(model: Model): ChartDescription | null {
  const { dataset, index, asOf } = model
  const registers = [...index.orders.values()]
    .map((order) => registerOf(dataset, order, asOf))
    // Of a period whose last day is ahead, what is missing says nothing.
    .filter(({ order, published: count }) => {
      const last = lastDayInTime(order.deadline)
      return count > 0 || (last !== null && last < asOf)
    })
  const of = (group: RegisterGroup): number[] =>
    registers.map(
      ({ rows }) => rowsByGroup(rows).find((one) => one.group === group)?.rows.length ?? 0,
    )
  const groups = (Object.keys(registerGroups) as RegisterGroup[]).filter(
    (group) => group !== 'exempt',
  )
  return stacked(
    'trend-published',
    {
      categoryName: '自查时段',
      categories: registers.map(({ label }) => label),
      ...shortPeriods(registers.map(({ period }) => period)),
    },
    groups.map((group) => ({
      name: registerGroups[group].label,
      ...groupLooks[group],
      ...counts(of(group), '个'),
    })),
    {
      unit: '个',
      caption: '各期自查整改公开情况',
      missingNote:
        '各时段应当公开的单位不同。本站未收录不等于未公开；主管机关核查过的才写“经核查未公开”。',
    },
  )
}

/** "3季" and "年度", with the year under the first of each year; nothing where a period is of another kind. */
function shortPeriods(periods: readonly string[]): { shortCategories?: string[] } {
  const parts = periods.map((period) => /^(\d{4})-(?:q([1-4])|annual)$/.exec(period))
  if (parts.some((part) => part === null)) return {}
  return {
    shortCategories: parts.map((part, n) => {
      const [, year = '', quarter] = part ?? []
      const name = quarter === undefined ? '年度' : `${quarter}季`
      return year === parts[n - 1]?.[1] ? name : `${name}\n${year}年`
    }),
  }
}

/** The messages of each round: received, closed, closed on time. */
function messages(model: Model, views: readonly InspectedAreas[]): ChartDescription | null {
  const id = Object.keys(model.dataset.site.areas).find((area) =>
    views.some(({ areas }) =>
      areas.some((one) => one.id === area && one.counts.some(({ name }) => name === 'closed')),
    ),
  )
  if (id === undefined) return null
  const areas = views.map((view) => view.areas.find((one) => one.id === id))
  const counter = areas.find((area) => area !== undefined)?.counter ?? '条'
  const apart = views.map((view, n) => {
    const [before, area] = [views[n - 1], areas[n]]
    return (
      before !== undefined &&
      area !== undefined &&
      compareArea(before, view, area).obstacles.some((one) => /^other-/.test(one))
    )
  })
  const series = (['received', 'closed', 'closed_on_time'] as const satisfies CountName[]).flatMap(
    (name, n): ChartSeries[] => {
      const found = areas.map((area) => area?.counts.find((count) => count.name === name))
      const values = found.map((count) => count?.number ?? null)
      return values.filter((value) => value !== null).length < minPoints
        ? []
        : [
            {
              name: found.find((count) => count !== undefined)?.label ?? name,
              tone: n === 1 ? 'neutral' : 'main',
              dash: n > 0,
              values,
              display: values.map((value) =>
                value === null ? '文件没有写明' : `${value}${counter}`,
              ),
              apart,
            },
          ]
    },
  )
  if (series.length === 0) return null
  return titled('trend-messages', {
    kind: 'line',
    ...roundsOf(views),
    series,
    unit: counter,
    min: 0,
    caption: `各期${areaName(model, id)}`,
    missingNote: '断开处为文件没有写明，或者前后两期的时段、来源不同。',
  })
}

/** The areas that readers can choose: those of the rates and of the kinds. */
export const areasIn = (charts: readonly ChartDescription[]): string[] => [
  ...new Set([
    ...charts
      .filter(({ id }) => id === 'pass-rates')
      .flatMap(({ series }) => series.flatMap(({ group }) => group ?? [])),
    ...charts.flatMap(({ rounds = [] }) => rounds.map(({ group }) => group)),
  ]),
]
