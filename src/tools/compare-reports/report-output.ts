import { terminalColumns } from '#messages/display-width.ts'
import { printable } from '#messages/printable.ts'
import { type Comparison, spanOf, type UnitComparison } from './compare.ts'
import {
  byReuse,
  measureDefinition,
  noVerdict,
  otherFacts,
  shareText,
  thresholdText,
  verdictOf,
  yearsText,
} from './words.ts'

/**
 * The records of a comparison for programs, one for each unit. `reuse` is null where there is no
 * verdict, and `reason` says why; positions count UTF-16 units in the extracted texts.
 */
export const recordsForPrograms = ({ records }: Comparison): object[] =>
  records.map((record) => ({
    unit: record.unit,
    outcome: record.outcome,
    level: record.level,
    reuse: record.reuse,
    reason: record.reason,
    own: record.own,
    template: record.template,
    ...(record.other === null ? {} : { other: record.other }),
    ...(record.notes.length === 0 ? {} : { notes: record.notes }),
    ...factsOf(record),
    runs: runsOfRecord(record),
  }))

function factsOf({ pair }: UnitComparison): object {
  if (pair === null) return {}
  const { years, figures, sums } = pair
  return {
    left_over_years: years.length,
    same_figures: figures.length,
    sums: { mistakes: sums.mistakes, checked: sums.checked, unchecked: sums.unchecked },
  }
}

/** The shared runs of a pair: their characters, and where they stand in both texts. */
export const runsOfRecord = ({ pair }: UnitComparison) =>
  (pair?.runs ?? []).map(({ from, to, other }) => ({
    characters: to - from,
    current: pair === null ? null : spanOf(pair.current.normalized, from, to),
    before: pair === null ? null : spanOf(pair.before.normalized, other, other + to - from),
  }))

/** The result as a table for a person, with what it means. */
export function comparisonText(comparison: Comparison): string {
  const { records, shared, thresholds } = comparison
  const count = (outcome: UnitComparison['outcome']): number =>
    records.filter((record) => record.outcome === outcome).length
  const head = ['单位', '自有字数', '重复率', '模板占比', '其他发现', '程序的提示']
  const rows = byReuse(records).map((record) => [
    record.other === null ? record.unit : `${record.unit}（与${record.other}）`,
    record.own === null ? '—' : String(record.own),
    shareText(record.reuse),
    shareText(record.template),
    otherFacts(record),
    verdictOf(record),
  ])
  const drafts = shared.map(
    ({ reports, own }) =>
      `  ${reports.length}个单位共用${own}字：${reports.map(({ unit }) => unit).join('、')}`,
  )
  return [
    `年度报告比对：${yearsText(comparison)}，${records.length}个单位`,
    '',
    ...alignedRows([head, ...rows.map((cells) => cells.map(printable))]),
    '',
    `达到参考线的${count('found')}个，没有达到的${count('clean')}个，不能判断的${count('cannot-tell')}个。`,
    ...(drafts.length === 0 ? [] : ['共用底稿（三个以上单位，不影响重复率）：', ...drafts]),
    ...comparison.notes.map((note) => `说明：${printable(note)}。`),
    ...records.flatMap(({ notes }) => notes.map((note) => `说明：${note}。`)),
    measureDefinition,
    thresholdText(thresholds),
    noVerdict,
    '',
  ].join('\n')
}

/** Rows with their cells below each other; the last cell is not padded. */
function alignedRows(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => terminalColumns(row[column] ?? ''))),
  )
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === row.length - 1
          ? cell
          : cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - terminalColumns(cell))),
      )
      .join('  '),
  )
}
