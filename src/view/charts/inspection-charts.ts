import { type AreaView, countLine, type SplitView } from '#model/area.ts'
import type { IssueRecord } from '#model/dataset.ts'
import { rateText } from '#model/rate.ts'
import { type ChartDescription, type ChartSeries, minPoints } from './description.ts'

/** What a population is made of. */
export function compositionChart(area: AreaView, split: SplitView): ChartDescription | null {
  const counted = split.rows.filter(({ number }) => number !== null)
  if (counted.length < minPoints) return null
  const most = Math.max(...counted.map(({ number }) => number ?? 0))
  // The largest part is named only when all parts are known.
  const isWhole = split.note === null && counted.length === split.rows.length
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
    caption: `${area.object}${split.label}${split.note === null ? '' : `（${split.note}）`}（${split.of}）`,
  }
}

/**
 * Issues of one inspection by area, those that count in the rate apart.
 *
 * @param found how many issues there are, in words
 * @param elsewhere issues of which the document names no area
 */
export function issuesByAreaChart(
  areas: readonly Pick<AreaView, 'name' | 'issues'>[],
  found = (count: number): string => `通报提出${count}项问题`,
  elsewhere: readonly IssueRecord[] = [],
): ChartDescription | null {
  const shown = [...areas, { name: '文件未写明领域', issues: elsewhere }].filter(
    ({ issues }) => issues.length > 0,
  )
  if (shown.length < minPoints) return null
  const counted = shown.map(
    ({ issues }) => issues.filter(({ issue }) => issue.counts_in_rate === true).length,
  )
  const others = shown.map(({ issues }, n) => issues.length - (counted[n] ?? 0))
  // An issue of several areas is one issue.
  const every = [...new Set(shown.flatMap(({ issues }) => issues))]
  const total = every.length
  const isStated = shown.every(({ issues }) =>
    issues.every(({ issue }) => issue.counts_in_rate !== 'not-stated'),
  )
  const inRate = every.filter(({ issue }) => issue.counts_in_rate === true).length
  const series: ChartSeries[] = [
    { name: '计入合格率', tone: 'alert', values: counted, display: counted.map((n) => `${n}项`) },
    { name: '其他问题', tone: 'main', values: others, display: others.map((n) => `${n}项`) },
  ]
  return {
    id: 'issues-by-area',
    // When the document does not say for every issue whether it counts, a count of zero would be
    // wrong.
    title: `${found(total)}${isStated || inRate > 0 ? `，其中${inRate}项${isStated ? '' : '写明'}计入合格率` : ''}`,
    kind: 'stack',
    categoryName: '领域',
    categories: shown.map(({ name }) => name),
    series: series.filter(({ values }) => values.some((value) => (value ?? 0) > 0)),
    unit: '项',
    totals: shown.map(({ issues }) => `${issues.length}项`),
    caption: `问题按领域${shown.reduce((sum, { issues }) => sum + issues.length, 0) > total ? '（涉及几个领域的，每个领域各计一项）' : ''}`,
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
  if (counts.size < minPoints) return null
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
  if (rows.length < minPoints || valid === 0) return null
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
