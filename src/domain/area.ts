import { countNames, type CountName, type Tally } from '#schema/figure.ts'
import {
  type Area,
  type Rate,
  type RateName,
  type Split,
  splitNames,
  type SplitName,
} from '#schema/group.ts'
import { chineseDate } from './calendar.ts'
import type { Dataset, Index, Inspection, IssueRecord } from './dataset.ts'
import { countOf, figureText, numberOf } from './figure.ts'
import { rateView, type RateView } from './rate.ts'

export interface CountView {
  readonly name: CountName
  readonly label: string
  readonly text: string
  readonly number: number | null
}

export interface SplitView {
  readonly by: SplitName
  /** "按层级" */
  readonly label: string
  readonly of: string
  readonly rows: readonly {
    readonly label: string
    readonly text: string
    readonly number: number | null
  }[]
}

/** One area of one inspection, with everything that a page shows of it. */
export interface AreaView {
  readonly id: string
  readonly name: string
  /** What is counted: "政府网站", and its counter word "家". */
  readonly object: string
  readonly counter: string
  readonly coverage: 'full' | 'sample' | null
  readonly source: string | null
  /** "2023年12月以来", when the block has a window of its own. */
  readonly window: string | null
  readonly counts: readonly CountView[]
  readonly splits: readonly SplitView[]
  readonly rates: readonly RateView[]
  readonly checked: number | null
  readonly passed: number | null
  readonly failed: number | null
  readonly issues: readonly IssueRecord[]
}

export function areaView(
  dataset: Dataset,
  index: Index,
  inspection: Inspection,
  id: string,
): AreaView {
  const area: Area = inspection.areas[id] ?? {}
  const words = dataset.site.areas[id]
  const tally = area.tally ?? {}
  return {
    id,
    name: words?.name ?? id,
    object: words?.object ?? words?.name ?? id,
    counter: words?.counter ?? '个',
    coverage: area.coverage ?? null,
    source: area.source ?? null,
    window: windowText(area.window),
    counts: countViews(tally),
    splits: (Object.entries(area.splits ?? {}) as [SplitName, Split][]).map(([by, split]) =>
      splitView(by, split),
    ),
    rates: (Object.entries(area.rates ?? {}) as [RateName, Rate][]).map(([name, rate]) =>
      rateView(name, rate, tally, dataset.site.rate_decimals),
    ),
    checked: countOf(tally, 'checked'),
    passed: countOf(tally, 'passed'),
    failed: countOf(tally, 'failed'),
    issues: index.issues.filter(
      (record) => record.inspection.id === inspection.id && record.issue.area === id,
    ),
  }
}

/** All areas of an inspection, in the order of its file. */
export const areaViews = (dataset: Dataset, index: Index, inspection: Inspection): AreaView[] =>
  Object.keys(inspection.areas).map((id) => areaView(dataset, index, inspection, id))

function countViews(tally: Tally): CountView[] {
  const names = Object.keys(countNames) as CountName[]
  return names.flatMap((name) => {
    const value = tally[name]
    return value === undefined
      ? []
      : [{ name, label: countNames[name], text: figureText(value), number: numberOf(value) }]
  })
}

function splitView(by: SplitName, split: Split): SplitView {
  return {
    by,
    label: `按${splitNames[by]}`,
    of: countNames[split.of],
    rows: Object.entries(split.parts).map(([label, part]) => {
      const figure = typeof part === 'object' && 'tally' in part ? part.tally[split.of] : part
      return {
        label,
        text: figure === undefined ? '文件未写明' : figureText(figure),
        number: numberOf(figure),
      }
    }),
  }
}

function windowText(window: Area['window']): string | null {
  const { start, end } = window ?? {}
  if (start !== undefined && end !== undefined) return `${chineseDate(start)}至${chineseDate(end)}`
  if (start !== undefined) return `${chineseDate(start)}以来`
  return end === undefined ? null : `截至${chineseDate(end)}`
}
