/** A page as lists of pages, maps and the search know it. */
import type { IssueState } from '#model/issue-life.ts'

/** The kinds of pages by which readers filter search results. */
export const kindWords = {
  inspection: '检查',
  bulletin: '通报',
  issue: '问题',
  indicator: '检查指标',
  unit: '单位',
  channel: '账号',
  'self-inspection': '自查整改',
  openness: '政策和征求意见',
  deadlines: '期限',
  notes: '说明',
  manual: '手册和数据目录',
} as const
type PageKind = keyof typeof kindWords

/** Kinds of pages that explain: their headings, labels and notes are content for the search. */
export const explainingKinds: readonly PageKind[] = ['notes', 'manual', 'deadlines']

/** The publication states of reports by which readers filter search results. */
export const publicationWords = {
  'on-time': '按期公开',
  late: '晚于期限公开',
  published: '已公开',
} as const
export type Publication = keyof typeof publicationWords

export interface PageEntry {
  readonly href: string
  readonly title: string
  /** Earlier names of its unit or account, by which the search finds it too. */
  readonly earlierNames?: readonly string[]
  /** `null` for a page that only lists what other pages hold: it is found by its title alone. */
  readonly kind: PageKind | null
  /** A later page of a list, or the page at a former address: among results it comes last. */
  readonly isFurther?: boolean
  /** Id of the inspection or register period. */
  readonly period?: string
  readonly units?: readonly string[]
  /** Id of the inspection or register whose pages are listed together. */
  readonly record?: string
  /** The state of a report, or of an issue for each unit that it names. */
  readonly states?: readonly (Publication | IssueState['state'])[]
  /** The authored file that the page is made from, or the folder of a page that lists several. */
  readonly file?: string
  /** The newest date in the page's data; never the day of the build. */
  readonly changed?: string
}
