import type { Model } from '#model/model.ts'
import { areasOfIssue, type IssueRecord, unitsOfIssue } from '#model/dataset.ts'
import type { IssueState } from '#model/issue-life.ts'
import { Memoized } from '#model/memoized.ts'
import { indicatorName } from './issue-cards.ts'
import { issueStateNames, severityWords } from './issue-words.ts'
import { ledgerRows } from './ledger.ts'
import { areaName, areaNamesOf, unitLink } from './names.ts'

/** A property by which issues are filtered and, with `cut`, listed on pages of their own. */
interface Facet {
  readonly name: 'period' | 'area' | 'indicator' | 'severity' | 'state' | 'parent' | 'unit'
  readonly label: string
  readonly idsOf: (model: Model, record: IssueRecord) => readonly string[]
  readonly labelOf: (model: Model, id: string, record: IssueRecord) => string
  /**
   * Whether each value has its own list; periods and units have pages that list their issues
   * anyway.
   */
  readonly cut: boolean
}

const everyFacet: readonly Facet[] = [
  {
    name: 'period',
    label: '检查期',
    idsOf: (_model, { inspection }) => [inspection.id],
    labelOf: (_model, _id, { inspection }) => inspection.period.label,
    cut: false,
  },
  {
    name: 'area',
    label: '领域',
    idsOf: (_model, { issue }) => areasOfIssue(issue),
    labelOf: (model, id) => areaName(model, id),
    cut: true,
  },
  {
    name: 'indicator',
    label: '检查指标',
    idsOf: (_model, { issue }) => issue.indicators ?? [],
    labelOf: (model, id, { inspection }) => indicatorName(model, id, inspection),
    cut: true,
  },
  {
    name: 'severity',
    label: '程度',
    idsOf: (_model, { issue }) => [issue.severity],
    labelOf: (_model, _id, { issue }) => severityWords[issue.severity],
    cut: true,
  },
  {
    name: 'state',
    label: '整改状态',
    idsOf: (model, record) => ledgerRows(model, record).map(({ state }) => state.state),
    labelOf: (_model, id) => issueStateNames[id as IssueState['state']],
    cut: true,
  },
  {
    name: 'parent',
    label: '上级单位',
    idsOf: ({ dataset }, { issue }) =>
      unitsOfIssue(issue).flatMap((unit) => dataset.units[unit]?.parent ?? []),
    labelOf: (model, id) => unitLink(model, id).label,
    cut: true,
  },
  {
    name: 'unit',
    label: '单位',
    idsOf: (_model, { issue }) => unitsOfIssue(issue),
    labelOf: (model, id) => unitLink(model, id).label,
    cut: false,
  },
]

const facets = new Memoized<readonly Facet[]>()

/** The facets of a site: that of the units above others only where units have one. */
export const facetsOf = ({ dataset }: Pick<Model, 'dataset'>): readonly Facet[] =>
  facets.of(dataset, () =>
    Object.values(dataset.units).some(({ parent }) => parent !== undefined)
      ? everyFacet
      : everyFacet.filter(({ name }) => name !== 'parent'),
  )

interface FacetValue {
  readonly id: string
  readonly text: string
  count: number
}

/** The values of a facet among some issues, in the order of the list, each with a distinct text. */
export function valuesOf(
  model: Model,
  records: readonly IssueRecord[],
  { idsOf, labelOf }: Pick<Facet, 'idsOf' | 'labelOf'>,
): FacetValue[] {
  const values = new Map<string, FacetValue & { readonly area: string }>()
  for (const record of records)
    for (const id of new Set(idsOf(model, record))) {
      const known = values.get(id)
      if (known !== undefined) known.count++
      else
        values.set(id, {
          id,
          text: labelOf(model, id, record),
          area: areaNamesOf(model, record.issue),
          count: 1,
        })
    }
  // Two indicators may have the same name, such as 栏目空白 of websites and of accounts.
  const named = distinct([...values.values()], ({ text, area }) => `${text}（${area}）`)
  return distinct(named, ({ text, id }) => `${text}（${id}）`)
}

/** Replaces the texts that several values share by longer, distinct ones. */
function distinct<T extends FacetValue>(values: readonly T[], apart: (value: T) => string): T[] {
  const times = new Map<string, number>()
  for (const { text } of values) times.set(text, (times.get(text) ?? 0) + 1)
  return values.map((value) =>
    (times.get(value.text) ?? 0) > 1 ? { ...value, text: apart(value) } : value,
  )
}
