/** What is told of a page where pages are listed, found and told apart. */
import type { IssueState } from '#model/issue-life.ts'

/** What a page is about, as readers choose among search results. */
export const kindWords = {
  inspection: '检查',
  bulletin: '通报',
  issue: '问题',
  unit: '单位',
  channel: '账号',
  'self-inspection': '自查整改',
  deadlines: '期限',
  notes: '说明',
} as const
export type PageKind = keyof typeof kindWords

/** How a report was made public, as readers choose among search results. */
export const publicationWords = {
  'on-time': '按期公开',
  late: '晚于期限公开',
  published: '已公开',
} as const
export type Publication = keyof typeof publicationWords

export interface PageEntry {
  readonly href: string
  readonly title: string
  /** `null` for a page that only lists what other pages hold: it is not searched. */
  readonly kind: PageKind | null
  /** Id of the inspection or register period. */
  readonly period?: string
  readonly units?: readonly string[]
  /** How far its matter has come: one of a report, of an issue one for each unit that it names. */
  readonly states?: readonly (Publication | IssueState['state'])[]
  /** The newest day in what the page tells; never the day of a build. */
  readonly changed?: string
}
