import type { AreaComparison, areaHistory, Obstacle, RateChange } from '#model/figure-comparison.ts'
import { inspectionHeading } from './inspection-names.ts'

/** Why the figures of two inspections are not compared, beginning with what the reader can see. */
const obstacleWords: Readonly<Record<Obstacle, string>> = {
  'absent-before': '上期没有检查这一领域',
  'no-figures-before': '上期没有这项数字',
  'no-figures-now': '本期没有这项数字',
  'sampled-before': '上期为抽查',
  'sampled-now': '本期为抽查',
  'sampled-both': '本期和上期都是抽查',
  'coverage-unknown': '本期或上期通报没有写明是全部检查还是抽查',
  'other-object': '检查对象的范围不同',
  'other-tiers': '检查的层级不同',
  'other-rate': '比率的计算口径不同',
  'other-source': '数据来源不同',
  'other-span': '统计时段长短不同',
  inexact: '文件所载比率不是确切数值',
  contradictory: '文件所载比率与数量不一致',
}

/** "上期为抽查，统计时段长短不同" */
const obstaclesText = ({ obstacles }: AreaComparison): string =>
  obstacles.map((one) => obstacleWords[one]).join('，')

const minus = '−'

/** "合格率 +0.3 个百分点" */
function rateChangeText({ to, points, sign }: RateChange): string {
  if (sign === 0) return `${to.label}持平`
  return Number(points) === 0
    ? `${to.label}${sign > 0 ? '略升' : '略降'}，不到${points.replace(/\d$/, '1')}个百分点`
    : `${to.label} ${sign > 0 ? '+' : minus}${points} 个百分点`
}

/** "不合格 −2 家" */
const failedChangeText = (failed: number, counter: string): string =>
  failed === 0 ? '不合格数相同' : `不合格 ${failed > 0 ? '+' : minus}${Math.abs(failed)} ${counter}`

/** The changes of an area whose figures may be compared: "合格率 +0.3 个百分点，不合格 −2 家". */
const areaChangeText = ({ rate, failed, area }: AreaComparison): string =>
  [
    ...(rate === null ? [] : [rateChangeText(rate)]),
    ...(failed === null ? [] : [failedChangeText(failed, area.counter)]),
  ].join('，')

/**
 * How an area changed against the last inspection that is a basis for it, or why it is not said; null
 * where the area has no figure of its own, or there is no earlier inspection.
 */
export function areaChangeLine(history: ReturnType<typeof areaHistory>): string | null {
  if (history === null || history.previous.obstacles.includes('no-figures-now')) return null
  const { previous, comparable } = history
  if (comparable === null) return `不与上期比较：${obstaclesText(previous)}`
  const text = areaChangeText(comparable)
  if (text === '') return null
  const against = `比${inspectionHeading(comparable.before)}：${text}`
  return comparable === previous
    ? against
    : `${against}（${obstaclesText(previous)}，不与上期比较）`
}

/**
 * The main change of each area in one sentence for the headline: "比2024年第三季度：政务新媒体合格率
 * +0.6 个百分点；不与上期比较：政府网站（本期为抽查）。" Null where no area has an earlier figure.
 */
export function areaChangesSentence(
  histories: readonly ReturnType<typeof areaHistory>[],
): string | null {
  const known = histories.filter(
    (history) => history !== null && !history.previous.obstacles.includes('no-figures-now'),
  ) as NonNullable<ReturnType<typeof areaHistory>>[]
  const changes = known.flatMap(({ comparable }) => {
    if (comparable === null) return []
    const { rate, failed, area, before } = comparable
    const text =
      rate !== null
        ? rateChangeText(rate)
        : failed !== null
          ? failedChangeText(failed, area.counter)
          : null
    return text === null ? [] : [{ before, text: `${area.name}${text}` }]
  })
  const apart = known.flatMap(({ previous, comparable }) =>
    comparable === null ? [`${previous.area.name}（${obstaclesText(previous)}）`] : [],
  )
  const clauses = [
    ...[...Map.groupBy(changes, ({ before }) => before)].map(
      ([before, of]) => `比${inspectionHeading(before)}：${of.map(({ text }) => text).join('，')}`,
    ),
    ...(apart.length === 0 ? [] : [`不与上期比较：${apart.join('、')}`]),
  ]
  return clauses.length === 0 ? null : `${clauses.join('；')}。`
}
