/**
 * What the chart of a trend shows, in words made from its table alone: the build says it of all rounds,
 * the browser of those that readers chose.
 */
import type { ChartDescription } from './description.ts'
import { rateTitle } from './rate-title.ts'

export const trendNames = [
  'pass-rates',
  'trend-kinds',
  'trend-tiers',
  'trend-settled',
  'trend-days',
  'trend-published',
  'trend-messages',
] as const
export type TrendName = (typeof trendNames)[number]

/** The part of a chart that its title is made from. */
type Shown = Pick<ChartDescription, 'categories' | 'series'>

const titles: Readonly<Record<TrendName, (shown: Shown, rounds: number) => string>> = {
  'pass-rates': ({ categories, series }) =>
    series.every(({ isLeftOut }) => isLeftOut === true)
      ? '所选领域没有可以对比的合格率'
      : rateTitle(categories, series),
  'trend-kinds': ({ categories, series: [counts] }, rounds) => {
    const values = (counts?.values ?? []).map((value) => value ?? 0)
    const most = Math.max(0, ...values)
    const top = categories.filter((_, n) => values[n] === most)
    return most === 0
      ? `近${rounds}期没有收录这些领域的问题`
      : `近${rounds}期问题最多的类别${top.length > 3 ? `有${top.length}类` : `是${top.map((name) => `“${name}”`).join('、')}`}，${top.length > 1 ? '各' : ''}${most}项`
  },
  'trend-tiers': (shown) => lastRow(shown, '点名'),
  'trend-settled': ({ categories, series }) => {
    const sum = (values: readonly (number | null)[] = []) =>
      values.reduce<number>((total, value) => total + (value ?? 0), 0)
    const all = sum(series.flatMap(({ values }) => values))
    return `近${categories.length}期的问题按单位计${all}项次，${sum(series[0]?.values)}项次已有办结、复核通过等记录`
  },
  'trend-days': ({ categories, series: [days] }) => {
    let last = categories.length - 1
    while (last > 0 && (days?.values[last] ?? null) === null) last -= 1
    return `${categories[last] ?? ''}的问题从通知到办结：${days?.display[last] ?? ''}`
  },
  'trend-published': (shown) => lastRow(shown, '自查整改情况'),
  'trend-messages': (shown) => lastRow(shown, '网民留言'),
}

/**
 * The last category with each of its values: 2024年第四季度点名：县（区）12项次，市直部门31项次. Of a part
 * that readers chose, it says of which part there is nothing.
 */
function lastRow({ categories, series }: Shown, what: string): string {
  const last = categories.length - 1
  const parts = series.flatMap(({ name, values, display, isLeftOut }) =>
    isLeftOut === true || !(values[last] ?? 0) ? [] : [`${name}${display[last] ?? ''}`],
  )
  const isPart = series.some(({ isLeftOut }) => isLeftOut === true)
  const shown = series.filter(({ isLeftOut }) => isLeftOut !== true).map(({ name }) => name)
  const none = `${isPart ? shown.join('、') : ''}没有`
  return `${categories[last] ?? ''}${what}：${parts.length === 0 ? none : parts.join('，')}`
}

/** @param rounds over how many rounds the chart goes */
export const trendTitle = (name: TrendName, shown: Shown, rounds: number): string =>
  titles[name](shown, rounds)

/** How often a kind was found, and in how many of the rounds: 31项（8期中7期）. */
export const kindText = (counts: readonly number[]): string => {
  const sum = counts.reduce((total, count) => total + count, 0)
  return `${sum}项（${counts.length}期中${counts.filter((count) => count > 0).length}期）`
}
