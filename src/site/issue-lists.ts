import { type Inspection, type IssueRecord, unitsOfIssue } from '#domain/dataset.ts'
import type { IssueState } from '#domain/issue-life.ts'
import * as at from './addresses.ts'
import { shared, siteData } from './data.ts'
import { indicatorName, issueCard } from './issue-cards.ts'
import { rowsOf } from './ledger.ts'
import { areaName, type Link, unitLink } from './names.ts'
import { rounds } from './rounds.ts'
import { issueStateNames, severityWords } from './issue-words.ts'

/** A page of a list of issues: all of them, or those that one main cut leaves. */
export interface IssueListPage {
  readonly href: string
  /** Address of the first page of the list. */
  readonly first: string
  readonly title: string
  /** One true sentence on the whole list and this page of it. */
  readonly lead: string
  readonly records: readonly IssueRecord[]
  /** How many there are on all pages. */
  readonly count: number
  /** Counted from 1. */
  readonly number: number
  readonly pages: number
  /** Whether scripts can narrow it: the first page of the whole list. */
  readonly filtered: boolean
}

/** By what issues are told apart: in the filter and as lists of their own. */
interface Facet {
  readonly name: 'period' | 'area' | 'indicator' | 'severity' | 'state' | 'unit'
  readonly label: string
  readonly idsOf: (record: IssueRecord) => readonly string[]
  readonly labelOf: (id: string, record: IssueRecord) => string
  /** Lists of its own; periods and units have pages that list their issues. */
  readonly cut: boolean
}

const facets: readonly Facet[] = [
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

/** So many cards, with styles, stay well below 25 kB gzipped. */
const perPage = 80

const pages = shared<readonly IssueListPage[]>('issue lists')

/** Every page of every list of issues: the whole first. Nothing is listed that is empty. */
export const issueListPages = (): readonly IssueListPage[] =>
  pages.of(siteData().dataset, pagesOfLists)

function pagesOfLists(): IssueListPage[] {
  const all = newestFirst()
  if (all.length === 0) return []
  return [
    ...paged(at.issueList, '问题', '各期通报提出的问题', all),
    ...facets
      .filter(({ cut }) => cut)
      .flatMap(({ name, label, idsOf, labelOf }) =>
        valuesOf(all, { idsOf, labelOf }).flatMap(({ id, text }) => {
          const title = `${label}为“${text}”的问题`
          const some = all.filter((record) => idsOf(record).includes(id))
          return paged(at.issueCut(name, id), title, title, some)
        }),
      ),
  ]
}

/** The issues in the order of the lists: by period, newest first, and area. */
const newestFirst = (): readonly IssueRecord[] =>
  ordered.of(siteData().dataset, () =>
    [...rounds()].reverse().flatMap(({ areas }) => areas.flatMap(({ issues }) => issues)),
  )
const ordered = shared<readonly IssueRecord[]>('issues, newest first')

function paged(
  first: string,
  title: string,
  what: string,
  whole: readonly IssueRecord[],
): IssueListPage[] {
  const pages = Math.ceil(whole.length / perPage)
  const counted = whole.filter(({ issue }) => issue.counts_in_rate === true).length
  return Array.from({ length: pages }, (_, n) => {
    const records = whole.slice(n * perPage, (n + 1) * perPage)
    const from = n * perPage + 1
    const here = pages === 1 ? '' : `本页列出第${from}项至第${from + records.length - 1}项。`
    return {
      href: at.listPage(first, n + 1),
      first,
      title: n === 0 ? title : `${title}（第${n + 1}页）`,
      lead: `${what}共${whole.length}项，其中${counted}项计入合格率。提出问题不等于不合格：是否计入，每项都写明。${here}`,
      records,
      count: whole.length,
      number: n + 1,
      pages,
      filtered: first === at.issueList && n === 0 && whole.length > 1,
    }
  })
}

interface Value {
  readonly id: string
  readonly text: string
  count: number
}

/** What a facet comes to among some issues, in the order of the list; no two read alike. */
function valuesOf(
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

const cuts = shared<{ label: string; value: Link[] }[]>('issue cuts')

/** The ways to the lists of the main cuts, with how much each holds. */
export const issueCuts = (): { label: string; value: Link[] }[] =>
  cuts.of(siteData().dataset, cutsOf)

function cutsOf(): { label: string; value: Link[] }[] {
  const all = newestFirst()
  return [
    ...facets
      .filter(({ name }) => name !== 'unit')
      .map((facet) => ({
        label: facet.label,
        value: valuesOf(all, facet).map(({ id, text, count }) => ({
          label: `${text}（${count}项）`,
          href: facet.cut ? at.issueCut(facet.name, id) : `${at.inspectionPage(id)}#issues`,
        })),
      }))
      .filter(({ value }) => value.length > 0),
    { label: '单位', value: [{ label: '各单位的页面', href: at.unitList }] },
  ]
}

/** The choices by which scripts narrow the whole list; one that leaves no choice is not there. */
export const issueFilters = () =>
  facets
    .map((facet) => ({
      name: facet.name,
      label: facet.label,
      options: valuesOf(newestFirst(), facet).map(({ id, text, count }) => ({
        id,
        text: `${text}（${count}）`,
      })),
    }))
    .filter(({ options }) => options.length > 1)

/** Attributes by which the filter of a list knows an entry. */
export const issueFacets = (record: IssueRecord): Record<string, string> =>
  Object.fromEntries([
    ['data-filtered', ''],
    ...facets.map(({ name, idsOf }) => [`data-${name}`, idsOf(record).join(' ')] as const),
  ])

/** An issue in short, for a filter that looks beyond the page. */
export interface ListedIssue {
  readonly href: string
  readonly text: string
  /** Whose it is, of which period, and where its rectification stands. */
  readonly note: string
  /** By choice: the values that it has, between spaces. */
  readonly has: Readonly<Record<string, string>>
}

/** All issues in the order of the list; none where the list stands whole on one page. */
export const listedIssues = (): ListedIssue[] => {
  const all = newestFirst()
  return all.length <= perPage ? [] : all.map(listed)
}

function listed(record: IssueRecord): ListedIssue {
  const { href, text, channels, units, unitsSuffix = '', status, state } = issueCard(record)
  const who = (channels.length > 0 ? channels : units).map(({ label }) => label).join('、')
  const notes = [
    record.inspection.period.label,
    who === '' ? '' : `${who}${channels.length > 0 ? '' : unitsSuffix}`,
    status.label,
    state ?? '',
  ]
  return {
    href,
    text,
    note: notes.filter((note) => note !== '').join('，'),
    has: Object.fromEntries(facets.map(({ name, idsOf }) => [name, idsOf(record).join(' ')])),
  }
}

/** The issues of a page, by period and area. */
export function issueListGroups(
  records: readonly IssueRecord[],
): { inspection: Inspection; areas: { name: string; records: IssueRecord[] }[] }[] {
  const groups: ReturnType<typeof issueListGroups> = []
  for (const record of records) {
    const name = areaName(record.issue.area)
    let group = groups.at(-1)
    if (group?.inspection !== record.inspection) {
      group = { inspection: record.inspection, areas: [] }
      groups.push(group)
    }
    const area = group.areas.at(-1)
    if (area?.name === name) area.records.push(record)
    else group.areas.push({ name, records: [record] })
  }
  return groups
}
