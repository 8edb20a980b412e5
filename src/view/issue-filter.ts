import type { Model } from '#model/model.ts'
import type { IssueRecord } from '#model/dataset.ts'
import { issueCard } from './issue-cards.ts'
import { facetsOf, valuesOf } from './issue-facets.ts'
import { newestFirst, perPage } from './issue-lists.ts'
import { datedWords } from './sources.ts'

/**
 * The filters of the whole list of issues, which scripts apply; those with a single option are left
 * out.
 */
export const issueFilters = (model: Model) =>
  facetsOf(model)
    .map((facet) => ({
      name: facet.name,
      label: facet.label,
      options: valuesOf(model, newestFirst(model), facet).map(({ id, text, count }) => ({
        id,
        text: `${text}（${count}）`,
      })),
    }))
    .filter(({ options }) => options.length > 1)

/** The attributes of an entry that the filter of a list reads. */
export const issueFacets = (model: Model, record: IssueRecord): Record<string, string> =>
  Object.fromEntries([
    ['data-filtered', ''],
    ...facetsOf(model).map(
      ({ name, idsOf }) => [`data-${name}`, idsOf(model, record).join(' ')] as const,
    ),
  ])

/** An issue in short, for a filter that searches all pages of a list. */
export interface ListedIssue {
  readonly href: string
  readonly text: string
  /** Its period, the day of its document, units, and the state of its rectification. */
  readonly note: string
  /** By filter: the values of the issue, separated by spaces. */
  readonly has: Readonly<Record<string, string>>
}

/** All issues in the order of the list; none when the list fits on one page. */
export const listedIssues = (model: Model): ListedIssue[] => {
  const all = newestFirst(model)
  return all.length <= perPage ? [] : all.map((record) => listed(model, record))
}

function listed(model: Model, record: IssueRecord): ListedIssue {
  const { href, text, channels, units, unitsSuffix = '', status, state } = issueCard(model, record)
  const who = (channels.length > 0 ? channels : units).map(({ label }) => label).join('、')
  const notes = [
    record.inspection.period.label,
    datedWords(record.inspection),
    who === '' ? '' : `${who}${channels.length > 0 ? '' : unitsSuffix}`,
    status?.label ?? '',
    state ?? '',
  ]
  return {
    href,
    text,
    note: notes.filter((note) => note !== '').join('，'),
    has: Object.fromEntries(
      facetsOf(model).map(({ name, idsOf }) => [name, idsOf(model, record).join(' ')]),
    ),
  }
}
