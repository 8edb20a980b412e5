import type { Model } from '#model/model.ts'
import { type GroupView, groupView, hasDetails, measureViews } from '#model/area.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import { subjectOf } from '#model/report-periods.ts'
import { areaName, channelName, unitName } from './names.ts'
import { measureFact } from './block-tables.ts'

/** A unit's self-inspection report in its usual order, for its page and its document. */
interface ReportView {
  /** Numbered headings such as 一、自查情况; null for a part that the report does not have. */
  readonly findings: string | null
  readonly problems: string | null
  readonly outlook: string | null
  readonly figures: readonly Fact[]
  readonly results: readonly {
    readonly name: string
    readonly counter: string
    readonly group: GroupView
    readonly titled: boolean
  }[]
  /** Figures of some accounts, under their names. */
  readonly accounts: readonly { readonly name: string; readonly items: readonly Fact[] }[]
  /**
   * The columns of the table of problems: the problem itself, and what at least one problem states.
   */
  readonly columns: readonly { readonly label: string; readonly cells: readonly string[] }[]
  /** The report's statement that it found no problem. */
  readonly clear: string | null
  /**
   * Names of columns that no problem fills, of a report on rectification that is recorded whole.
   */
  readonly missingColumns: readonly string[]
}

type Fact = ReturnType<typeof measureFact>

/** What a column or cell says that the report does not fill. */
export const notInReport = '报告未写明'

export function reportView(model: Model, report: SelfInspection): ReportView {
  const { site } = model.dataset
  const factsOf = (measures: SelfInspection['figures']): Fact[] =>
    measureViews(measures, model.dataset).map(measureFact)
  const figures = factsOf(report.figures)
  const results = Object.entries(report.results ?? {}).map(([id, group]) => {
    const view = groupView(group, site.rate_decimals, model.dataset)
    return {
      name: group.label ?? areaName(model, id),
      counter: group.counter ?? site.areas[id]?.counter ?? '',
      group: view,
      titled: hasDetails(view),
    }
  })
  const accounts = (report.accounts ?? []).map(({ channels, figures: own }) => ({
    name: channels.map((id) => channelName(model, id)).join('、'),
    items: factsOf(own),
  }))
  const problems = report.problems ?? []
  const columns = [
    { label: '问题', cells: problems.map(({ problem }) => problem) },
    {
      label: '领域',
      cells: problems.map(({ area }) => (area === undefined ? undefined : areaName(model, area))),
    },
    {
      label: '单位',
      cells: problems.map(({ units }) => units?.map((id) => unitName(model, id)).join('、')),
    },
    {
      label: '网站或账号',
      cells: problems.map(({ channels }) =>
        channels?.map((id) => channelName(model, id)).join('、'),
      ),
    },
    {
      label: '数字',
      cells: problems.map(
        ({ figures: own }) =>
          own &&
          factsOf(own)
            .map(({ label, value }) => `${label}${value}`)
            .join('；'),
      ),
    },
    { label: '整改措施', cells: problems.map(({ measure }) => measure) },
    { label: '整改结果', cells: problems.map(({ result }) => result) },
  ].filter(({ cells }) => cells.some((cell) => cell !== undefined))
  const hasFigures = figures.length > 0 || results.length > 0 || accounts.length > 0
  const problemsName =
    columns.some(({ label }) => label.startsWith('整改')) || subjectOf(report).includes('整改')
      ? '存在问题和整改情况'
      : '存在问题'
  const names = [
    ...(report.summary !== undefined || hasFigures ? ['自查情况'] : []),
    ...(problems.length > 0 || report.no_problems !== undefined ? [problemsName] : []),
    ...(report.outlook !== undefined ? ['下一步'] : []),
  ]
  // A single part has no number: 一、 alone would announce a second one.
  const heading = (name: string): string | null => {
    if (!names.includes(name)) return null
    return names.length === 1 ? name : `${'一二三'[names.indexOf(name)] ?? ''}、${name}`
  }
  return {
    findings: heading('自查情况'),
    problems: heading(problemsName),
    outlook: heading('下一步'),
    figures,
    results,
    accounts,
    columns: columns.map(({ label, cells }) => ({
      label,
      cells: cells.map((cell) => cell ?? notInReport),
    })),
    clear: report.no_problems ?? null,
    missingColumns:
      problems.length === 0 ||
      problemsName === '存在问题' ||
      report.document?.abridged !== undefined
        ? []
        : ['整改措施', '整改结果'].filter((name) => columns.every(({ label }) => label !== name)),
  }
}
