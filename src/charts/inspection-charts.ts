import { type AreaView, countLine, type SplitView } from '#domain/area.ts'
import type { Inspection } from '#domain/dataset.ts'
import type { RateView } from '#domain/rate.ts'
import { type Register, type RegisterGroup, rowsByGroup } from '#domain/register.ts'
import type { ChartDescription, ChartSeries } from './description.ts'

/** A rate as the reader sees it: never without its fraction where there is one. */
export function rateText(rate: RateView): string {
  if (rate.text === null) return rate.reason ?? '不计算比率'
  return rate.numerator === null || rate.denominator === null
    ? `${rate.text}（数量文件未单列）`
    : `${rate.text}（${rate.numerator}/${rate.denominator}）`
}

interface Round {
  readonly inspection: Inspection
  readonly areas: readonly AreaView[]
}

/** Two points make a line; one does not. */
const fewestPoints = 2

/**
 * Pass rates over the periods, a series an area; null while there is nothing to compare. A document
 * that is no inspection and has no such rate, a month of letters, is no gap between two inspections.
 */
export function passRateChart(
  all: readonly Round[],
  names: readonly string[],
): ChartDescription | null {
  const rounds = all.filter(
    ({ inspection, areas }) =>
      inspection.activity === undefined ||
      names.some((area) => plotted(passRate(areas, area)) !== null),
  )
  const series = names.flatMap((area, position): ChartSeries[] => {
    const rates = rounds.map(({ areas }) => passRate(areas, area))
    if (rates.filter((rate) => plotted(rate) !== null).length < fewestPoints) return []
    const name = rounds.flatMap(({ areas }) => areas).find(({ id }) => id === area)?.name ?? area
    return [
      {
        name,
        tone: position % 2 === 0 ? 'main' : 'neutral',
        dash: position % 2 === 1,
        values: rates.map(plotted),
        display: rates.map((rate, n) => (rate === null ? absent(rounds[n], area) : rateText(rate))),
      },
    ]
  })
  if (rounds.length < fewestPoints || series.length === 0) return null
  const lowest = Math.min(
    100,
    ...series.flatMap(({ values }) => values.filter((value) => value !== null)),
  )
  const last = rounds.at(-1)
  // The last document may be of one area alone.
  const told = series.filter(({ values }) => values.at(-1) !== null)
  const short = shortLabels(rounds)
  return {
    id: 'pass-rates',
    title: `${last?.inspection.period.label ?? ''}：${(told.length === 0 ? series : told)
      .map(({ name, display }) => `${name}合格率 ${display.at(-1) ?? ''}`)
      .join('，')}`,
    kind: 'line',
    categoryName: '检查期',
    categories: rounds.map(({ inspection }) => inspection.period.label),
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
const absent = (round: Round | undefined, id: string): string =>
  round?.areas.some((area) => area.id === id) === true ? '没有合格率' : '没有这一项'

/** The rate of passes of an area, or of the round that sets it. */
function passRate(areas: readonly AreaView[], id: string): RateView | null {
  const area = areas.find((candidate) => candidate.id === id)
  const rates = [area?.rates, area?.rounds.find(({ setsRate }) => setsRate)?.group.rates]
  return rates.flatMap((list) => list ?? []).find(({ name }) => name === 'passed') ?? null
}

/** Where a rate stands on the axis: where its text says, so that picture and table agree. */
function plotted(rate: RateView | null): number | null {
  const [, number] = /^约?(\d+(?:\.\d+)?)[%％]$/.exec(rate?.text ?? '') ?? []
  return number === undefined ? null : Number(number)
}

/** "2季", with the year under the first and under each first quarter; none for other rhythms. */
function shortLabels(rounds: readonly Round[]): string[] | null {
  const labels = rounds.map(({ inspection }, n) => {
    const [, year, quarter] = /^(\d{4})-q(\d)$/.exec(inspection.id) ?? []
    if (year === undefined || quarter === undefined) return null
    const name = `${quarter}季`
    return n === 0 || quarter === '1' ? `${name}\n${year}年` : name
  })
  return labels.every((label) => label !== null) ? labels : null
}

/** What a population is made of. */
export function compositionChart(area: AreaView, split: SplitView): ChartDescription | null {
  const counted = split.rows.filter(({ number }) => number !== null)
  if (counted.length < fewestPoints) return null
  const most = Math.max(...counted.map(({ number }) => number ?? 0))
  // Of parts that are not all known, none is known to be the largest.
  const isWhole = split.exhaustive && counted.length === split.rows.length
  const [largest, ...others] = isWhole ? counted.filter(({ number }) => number === most) : []
  const finding =
    largest === undefined || others.length > 0
      ? ''
      : `：${largest.label}最多，${countLine({ ...largest, more: [] }, area.counter)}`
  return {
    id: `${area.id}-${split.by}`,
    title: `${area.object}${split.label}${finding}`,
    kind: 'bars',
    categoryName: split.label.replace(/^按/, ''),
    categories: split.rows.map(({ label }) => label),
    series: [
      {
        name: split.of,
        tone: 'main',
        values: split.rows.map(({ number }) => number),
        display: split.rows.map((row) => countLine(row, area.counter)),
      },
    ],
    unit: area.counter,
    caption: `${area.object}${split.label}（${split.of}）`,
  }
}

/** Issues of one inspection by area, those that count in the rate apart. */
export function issuesByAreaChart(areas: readonly AreaView[]): ChartDescription | null {
  const shown = areas.filter(({ issues }) => issues.length > 0)
  if (shown.length < fewestPoints) return null
  const counted = shown.map(
    ({ issues }) => issues.filter(({ issue }) => issue.counts_in_rate === true).length,
  )
  const others = shown.map(({ issues }, n) => issues.length - (counted[n] ?? 0))
  const total = shown.reduce((sum, { issues }) => sum + issues.length, 0)
  const isSaid = shown.every(({ issues }) =>
    issues.every(({ issue }) => issue.counts_in_rate !== 'not-stated'),
  )
  const inRate = counted.reduce((sum, number) => sum + number, 0)
  const series: ChartSeries[] = [
    { name: '计入合格率', tone: 'alert', values: counted, display: counted.map((n) => `${n}项`) },
    { name: '其他问题', tone: 'main', values: others, display: others.map((n) => `${n}项`) },
  ]
  return {
    id: 'issues-by-area',
    // Where the document leaves open what counts, none would be said too much.
    title: `通报提出${total}项问题${isSaid || inRate > 0 ? `，其中${inRate}项${isSaid ? '' : '写明'}计入合格率` : ''}`,
    kind: 'stack',
    categoryName: '领域',
    categories: shown.map(({ name }) => name),
    series: series.filter(({ values }) => values.some((value) => (value ?? 0) > 0)),
    unit: '项',
    totals: shown.map(({ issues }) => `${issues.length}项`),
    caption: '问题按领域',
  }
}

/** Issues of one inspection by indicator. */
export function issuesByKindChart(
  areas: readonly AreaView[],
  nameOf: (indicator: string) => string,
): ChartDescription | null {
  const counts = new Map<string, number>()
  for (const { issues } of areas)
    for (const { issue } of issues)
      for (const indicator of issue.indicators ?? [])
        counts.set(indicator, (counts.get(indicator) ?? 0) + 1)
  if (counts.size < fewestPoints) return null
  // Sorting is stable, so equal counts keep the order of the document.
  const rows = [...counts].sort(([, a], [, b]) => b - a)
  return {
    id: 'issues-by-kind',
    title: `问题涉及${rows.length}类检查指标`,
    kind: 'bars',
    categoryName: '检查指标',
    categories: rows.map(([id]) => nameOf(id)),
    series: [
      {
        name: '问题',
        tone: 'main',
        values: rows.map(([, count]) => count),
        display: rows.map(([, count]) => `${count}项`),
      },
    ],
    unit: '项',
    caption: '问题按检查指标（一项问题可涉及多类）',
  }
}

/** Messages of one inspection: valid ones and what became of them. */
export function messageChart(area: AreaView): ChartDescription | null {
  const rows = area.counts.filter(
    ({ name, number }) =>
      number !== null && ['received', 'valid', 'closed', 'closed_on_time', 'open'].includes(name),
  )
  const valid = rows.find(({ name }) => name === 'valid')?.number ?? 0
  if (rows.length < fewestPoints || valid === 0) return null
  const rate = area.rates.find(({ name }) => name === 'closed_on_time')
  const most = Math.max(...rows.map(({ number }) => number ?? 0))
  return {
    id: `${area.id}-handling`,
    title:
      rate?.text == null
        ? `有效留言${valid}${area.counter}`
        : `有效留言${valid}${area.counter}，${rate.label}${rateText(rate)}`,
    kind: 'bars',
    categoryName: '办理情况',
    categories: rows.map(({ label }) => label),
    series: [
      {
        name: '数量',
        tone: 'main',
        values: rows.map(({ number }) => number),
        display: rows.map((row) => countLine(row, area.counter)),
      },
    ],
    unit: area.counter,
    max: most,
    caption: `${area.name}办理情况`,
  }
}

const groupTones: Readonly<Record<RegisterGroup, ChartSeries['tone']>> = {
  'on-time': 'main',
  published: 'main',
  undated: 'tint',
  late: 'tint',
  pending: 'neutral',
  overdue: 'alert',
  exempt: 'neutral',
}

/** How many of those on whom the duty lies have published, as far as this site has recorded. */
export function registerChart(register: Register, partial: boolean): ChartDescription | null {
  // The exempt are not among those on whom the duty lies.
  const groups = rowsByGroup(register.rows).filter(({ group }) => group !== 'exempt')
  if (groups.length < fewestPoints) return null
  const whole = partial ? `本站收录的${register.expected}个单位中` : `${register.expected}个单位中`
  return {
    id: `register-${register.period}`,
    title: `${whole}，本站收录到${register.published}个单位的自查整改情况`,
    kind: 'stack',
    categoryName: '台账',
    categories: [register.label],
    series: groups.map(({ group, label, rows }) => ({
      name: label,
      tone: groupTones[group],
      values: [rows.length],
      display: [`${rows.length}个`],
    })),
    unit: '个',
    max: register.expected,
    totals: [`${register.expected}个`],
    caption: `${register.label}自查整改公开情况`,
  }
}
