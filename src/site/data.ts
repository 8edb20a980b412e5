import { dayIn } from '#domain/calendar.ts'
import { type Dataset, type Index, indexDataset } from '#domain/dataset.ts'
import { loadChecked } from '#loading/load-checked.ts'
import { hasErrors, type LocatedProblem } from '#problems/problem.ts'
import { settingsFrom } from './settings.ts'

export interface SiteData {
  readonly dataset: Dataset
  readonly index: Index
  /** The day for which every state on the pages is computed. */
  readonly asOf: string
}

/** Thrown when the data has errors: nothing may be built from it. */
export class DataError extends Error {
  readonly problems: readonly LocatedProblem[]
  constructor(problems: readonly LocatedProblem[]) {
    super('the data has errors')
    this.name = 'DataError'
    this.problems = problems
  }
}

let memo: SiteData | null = null

/** The one dataset of this run. */
export function siteData(): SiteData {
  memo ??= readSiteData()
  return memo
}

/** Forgets the dataset, so that a running development server reads changed files. */
export function forgetSiteData(): void {
  memo = null
}

function readSiteData(): SiteData {
  const settings = settingsFrom(process.env)
  const { dataset, problems } = loadChecked({ data: settings.dataDir, content: settings.contentDir })
  if (dataset === null || hasErrors(problems)) throw new DataError(problems)
  return {
    dataset,
    index: indexDataset(dataset),
    asOf: settings.asOf ?? dayIn(dataset.site.time_zone, new Date()),
  }
}
