import { type IssueRecord, unitsOfIssue } from '#domain/dataset.ts'
import type { IssueState } from '#domain/issue-life.ts'
import { indicatorName } from './issue-cards.ts'
import { issueStateNames, severityWords } from './issue-words.ts'
import { rowsOf } from './ledger.ts'
import { areaName, unitLink } from './names.ts'

/** By what issues are told apart: in the filter and as lists of their own. */
interface Facet {
  readonly name: 'period' | 'area' | 'indicator' | 'severity' | 'state' | 'unit'
  readonly label: string
  readonly idsOf: (record: IssueRecord) => readonly string[]
  readonly labelOf: (id: string, record: IssueRecord) => string
  /** Lists of its own; periods and units have pages that list their issues. */
  readonly cut: boolean
}

export const facets: readonly Facet[] = [
  {
    name: 'period',
    label: '检查期',
    idsOf: ({ inspection }) => [inspection.id],
    labelOf: (_id, { inspection }) => inspection.period.label,
    cut: false,
  },
  {
    name: 'area',
    label: '领域',
    idsOf: ({ issue }) => [issue.area],
    labelOf: (_id, record) => areaName(record.issue.area),
    cut: true,
  },
  {
    name: 'indicator',
    label: '检查指标',
    idsOf: ({ issue }) => issue.indicators ?? [],
    labelOf: (id, { inspection }) => indicatorName(id, inspection),
    cut: true,
  },
  {
    name: 'severity',
    label: '程度',
    idsOf: ({ issue }) => [issue.severity],
    labelOf: (_id, { issue }) => severityWords[issue.severity],
    cut: true,
  },
  {
    name: 'state',
    label: '整改状态',
    idsOf: (record) => rowsOf(record).map(({ state }) => state.state),
    labelOf: (id) => issueStateNames[id as IssueState['state']],
    cut: true,
  },
  {
    name: 'unit',
    label: '单位',
    idsOf: ({ issue }) => unitsOfIssue(issue),
    labelOf: (id) => unitLink(id).label,
    cut: false,
  },
]

interface Value {
  readonly id: string
  readonly text: string
  count: number
}

/** What a facet comes to among some issues, in the order of the list; no two read alike. */
export function valuesOf(
  records: readonly IssueRecord[],
  { idsOf, labelOf }: Pick<Facet, 'idsOf' | 'labelOf'>,
): Value[] {
  const values = new Map<string, Value & { readonly area: string }>()
  for (const record of records)
    for (const id of new Set(idsOf(record))) {
      const known = values.get(id)
      if (known !== undefined) known.count++
      else
        values.set(id, {
          id,
          text: labelOf(id, record),
          area: areaName(record.issue.area),
          count: 1,
        })
    }
  // 栏目空白 of websites and of accounts are two indicators.
  const named = distinct([...values.values()], ({ text, area }) => `${text}（${area}）`)
  return distinct(named, ({ text, id }) => `${text}（${id}）`)
}

/** Values with the texts that several of them share told apart. */
function distinct<T extends Value>(values: readonly T[], apart: (value: T) => string): T[] {
  const times = new Map<string, number>()
  for (const { text } of values) times.set(text, (times.get(text) ?? 0) + 1)
  return values.map((value) =>
    (times.get(value.text) ?? 0) > 1 ? { ...value, text: apart(value) } : value,
  )
}
