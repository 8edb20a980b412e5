import { areAdjacent, type Comparison, type ReuseLevel, type UnitComparison } from './compare.ts'
import type { Thresholds } from './thresholds.ts'

/** The levels of reuse in words. */
export const levelWords: Readonly<Record<ReuseLevel, string>> = {
  strong: '高度雷同',
  likely: '基本雷同',
  watch: '部分雷同',
  none: '未见雷同',
}

/** What the comparison says of a unit: a level, or why there is none. */
export const verdictOf = ({ level, reason }: UnitComparison): string =>
  level === null ? `不能判断：${reason ?? ''}` : levelWords[level]

/** A share as it is printed: 92.5%. */
export const shareText = (share: number | null): string => (share === null ? '—' : `${share}%`)

/** Findings beside the reuse, in a few words; empty where there are none. */
export function otherFacts({ pair }: UnitComparison): string {
  if (pair === null) return ''
  const { years, figures, sums } = pair
  const facts = [
    years.length === 0 ? null : `上年年份${years.length}处`,
    figures.length === 0 ? null : `数字原样${figures.length}句`,
    sums.mistakes.length === 0 ? null : `结转对不上${sums.mistakes.length}处`,
  ]
  return facts.filter((fact) => fact !== null).join('、')
}

/** The reference lines in a sentence. */
export const thresholdText = ({ strong, likely, watch, verified }: Thresholds): string =>
  `参考线：${strong}%高度雷同，${likely}%基本雷同，${watch}%部分雷同${verified ? '' : '（经验值，未经核定）'}。`

type Years = Pick<Comparison, 'year' | 'lastYear' | 'folders'>

const yearText = (year: number | null): string => (year === null ? '年份不明的报告' : `${year}年`)

/** What was compared, in words: 2023年与2022年. */
export const yearsText = ({ year, lastYear, folders }: Years): string => {
  if (folders.before === null) return year === null ? '同一年各单位之间' : `${year}年各单位之间`
  return `${yearText(year)}与${yearText(lastYear)}`
}

/** The two sides of a comparison: 本年（2023年） and 上年（2022年） where one follows the other. */
export const sideYears = (years: Years): [string, string] => {
  const names: [string, string] = [yearText(years.year), yearText(years.lastYear)]
  return areAdjacent(years) ? [`本年（${names[0]}）`, `上年（${names[1]}）`] : names
}

/** What the own text is compared with, in a sentence: 上年, 2020年, 对照报告. */
export const againstText = (years: Years): string => {
  if (areAdjacent(years)) return '上年'
  return years.lastYear === null ? '对照报告' : `${years.lastYear}年`
}

/** Why folders cannot be compared in their order, in Chinese; null if they can. */
export const orderMistake = ({ year, lastYear, folders }: Years): string | null =>
  year === null || lastYear === null || lastYear < year
    ? null
    : `“${folders.before ?? ''}”是${lastYear}年的报告，“${folders.current}”是${year}年的：先写上年的文件夹，再写本年的。`

/** The order of importance: the most reuse first, then what a person has to look at. */
export const byReuse = (records: readonly UnitComparison[]): UnitComparison[] =>
  records.toSorted((a, b) => (b.reuse ?? -1) - (a.reuse ?? -1))

/** How the measure is defined, for readers of a table or of evidence. */
export const measureDefinition =
  '自有内容重复率：报告叙述的文字（总体情况、存在问题、其他事项；标题没有认全的，也算表格之间的说明）里不属于模板的字，有多少落在与对照报告连续13字以上相同的文字里。比对前统一全角半角，去掉空格和标点，数字都算同一个字；8字以上与规定格式相同，或者当年半数以上报告都有的文字，算模板。'

/** That a machine does not judge. */
export const noVerdict =
  '这是程序比对的结果，供人工核对，不是结论；“不能判断”的要人工看，不等于没有问题。'
