import type { APIRoute } from 'astro'
import { listedIssues } from '#site/issue-filter.ts'

/** `issue-list.json`, by which a list of several pages is narrowed; there is none for a shorter one. */
export const getStaticPaths = () =>
  listedIssues().length === 0 ? [] : [{ params: { issueListData: 'issue-list' } }]

export const GET: APIRoute = () => Response.json(listedIssues())
