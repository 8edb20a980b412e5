import type { Model } from '#model/model.ts'
import type { Inspection, IssueRecord } from '#model/dataset.ts'
import * as at from './addresses.ts'
import { facetsOf, valuesOf } from './issue-facets.ts'
import { countsWords } from './issue-words.ts'
import { areaNamesOf, type Link } from './names.ts'
import { quoted } from './quote.ts'
import { inspectionViews, issuesInView } from './inspection-views.ts'
import { Memoized } from '#model/memoized.ts'

/** A page of a list of issues: of all issues, or of those with one value of a facet. */
export interface IssueListPage {
  readonly href: string
  /** Address of the first page of the list. */
  readonly first: string
  readonly title: string
  /** One sentence on the whole list and on this page of it. */
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

/** Cards on a page: as many as readers look through before they narrow the list. */
export const perPage = 20

const pages = new Memoized<readonly IssueListPage[]>()

/** Every page of every list of issues that is not empty; the list of all issues first. */
export const issueListPages = (model: Model): readonly IssueListPage[] =>
  pages.of(model.dataset, () => pagesOfLists(model))

function pagesOfLists(model: Model): IssueListPage[] {
  const all = newestFirst(model)
  if (all.length === 0) return []
  return [
    ...paged(at.issueList, '问题', '各期通报提出的问题', all),
    ...facetsOf(model)
      .filter(({ cut }) => cut)
      .flatMap(({ name, label, idsOf, labelOf }) =>
        valuesOf(model, all, { idsOf, labelOf }).flatMap(({ id, text }) => {
          const title = `${label}为${quoted(text)}的问题`
          const some = all.filter((record) => idsOf(model, record).includes(id))
          return paged(at.issueCut(name, id), title, title, some)
        }),
      ),
  ]
}

/** The issues in the order of the lists: by period, newest first, and area. */
export const newestFirst = (model: Model): readonly IssueRecord[] =>
  ordered.of(model.dataset, () =>
    [...inspectionViews(model)].reverse().flatMap((view) => issuesInView(model, view)),
  )
const ordered = new Memoized<readonly IssueRecord[]>()

function paged(
  first: string,
  title: string,
  what: string,
  whole: readonly IssueRecord[],
): IssueListPage[] {
  const pages = Math.ceil(whole.length / perPage)
  const counted = whole.filter(({ issue }) => issue.counts_in_rate === true).length
  const saysWhether = whole.every(
    ({ issue, inspection }) => countsWords(issue, inspection) !== null,
  )
  return Array.from({ length: pages }, (_, n) => {
    const records = whole.slice(n * perPage, (n + 1) * perPage)
    const from = n * perPage + 1
    const here = pages === 1 ? '' : `本页列出第${from}项至第${from + records.length - 1}项。`
    return {
      href: at.listPage(first, n + 1),
      first,
      title: n === 0 ? title : `${title}（第${n + 1}页）`,
      lead: `${what}共${whole.length}项${counted === 0 ? '' : `，其中${counted}项计入合格率`}。提出问题不等于不合格${saysWhether ? '：是否计入，每项都写明' : ''}。${here}`,
      records,
      count: whole.length,
      number: n + 1,
      pages,
      filtered: first === at.issueList && n === 0 && whole.length > 1,
    }
  })
}

const cuts = new Memoized<{ label: string; value: Link[] }[]>()

/** Links to the lists by facet, each with its number of issues. */
export const issueCuts = (model: Model): { label: string; value: Link[] }[] =>
  cuts.of(model.dataset, () => cutsOf(model))

function cutsOf(model: Model): { label: string; value: Link[] }[] {
  const all = newestFirst(model)
  return [
    ...facetsOf(model)
      .filter(({ name }) => name !== 'unit')
      .map((facet) => ({
        label: facet.label,
        value: valuesOf(model, all, facet).map(({ id, text, count }) => ({
          label: `${text}（${count}项）`,
          href: facet.cut ? at.issueCut(facet.name, id) : `${at.inspectionPage(id)}#issues`,
        })),
      }))
      .filter(({ value }) => value.length > 0),
    { label: '单位', value: [{ label: '各单位的页面', href: at.unitList }] },
  ]
}

/** The issues of a page, by period and area. */
export function issueListGroups(
  model: Model,
  records: readonly IssueRecord[],
): { inspection: Inspection; areas: { name: string; records: IssueRecord[] }[] }[] {
  const groups: ReturnType<typeof issueListGroups> = []
  for (const record of records) {
    const name = areaNamesOf(model, record.issue)
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
