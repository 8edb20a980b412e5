import { join } from 'node:path'
import { type Dataset, type Index, indexDataset } from '#domain/dataset.ts'
import { firstCommits, GitMistake } from '#loading/git.ts'
import { publicDataset } from '#domain/publication.ts'
import { type CheckedData, loadChecked } from '#loading/load-checked.ts'
import { formatText } from '#problems/format.ts'
import type { LocatedProblem } from '#problems/problem.ts'
import { isUnfinished } from '#problems/unfinished.ts'
import { asDraft } from './draft.ts'
import { areStopping, asOfDay, settingsFrom, type Settings, foldersOf } from './settings.ts'

export interface SiteData {
  /** What is public on that day; nothing else reaches a page or a file. */
  readonly dataset: Dataset
  readonly index: Index
  /** The day for which every state on the pages is computed. */
  readonly asOf: string
  /** Whether that day was set, so that the pages stay at it; otherwise they follow the calendar. */
  readonly pinned: boolean
  /** Whether something in it is still to be filled in, so that this is no release. */
  readonly isDraft: boolean
  /** The day on which a file was first committed, as its committer says; null when that is not asked or not known. */
  readonly committed: (file: string) => string | null
}

/**
 * Thrown when the data has errors: nothing may be built from it. Its message is the whole report;
 * `loc` and `hint` are what Astro's error screen reads.
 */
export class DataError extends Error {
  readonly hint = '改正并保存后，页面会自动刷新。'
  readonly loc: { file: string; line: number; column: number } | undefined

  constructor(problems: readonly LocatedProblem[], settings: Settings) {
    super(formatText(problems))
    this.name = '数据有误'
    const first = problems.find(({ level }) => level === 'error')
    if (first?.position != null)
      this.loc = {
        file: pathOf(first.file, settings),
        line: first.position.line,
        column: first.position.column,
      }
    // Where the program noticed is of no use to the person who can mend the file.
    this.stack = this.message
  }
}

let checked: CheckedData | null = null
let memo: SiteData | null = null

/** What was read and checked, once in this run. */
export function checkedData(settings: Settings): CheckedData {
  checked ??= loadChecked(foldersOf(settings))
  return checked
}

/** The one dataset of this run. */
export function siteData(): SiteData {
  memo ??= readSiteData()
  return memo
}

/** Forgets the dataset, so that a running development server reads changed files. */
export function forgetSiteData(): void {
  checked = null
  memo = null
}

function readSiteData(): SiteData {
  const settings = settingsFrom(process.env)
  const { dataset, problems } = checkedData(settings)
  if (dataset === null || areStopping(problems, settings)) throw new DataError(problems, settings)
  const asOf = asOfDay(settings, dataset.site.time_zone)
  const left = problems.filter(isUnfinished).length
  const published = publicDataset(left === 0 ? dataset : asDraft(dataset, left, asOf), asOf)
  return {
    dataset: published,
    index: indexDataset(published),
    asOf,
    pinned: settings.asOf !== undefined,
    isDraft: left > 0,
    committed: committedIn(settings),
  }
}

function committedIn({ history, dataDir }: Settings): SiteData['committed'] {
  if (history !== 'git') return () => null
  try {
    const days = firstCommits(dataDir)
    return (file) => days.get(file) ?? null
  } catch (error) {
    // Nothing is lost that somebody published; the build says why it is not there.
    if (error instanceof GitMistake) return () => null
    throw error
  }
}

/** The path on disk of a file that problems call `data/…` or `content/…`. */
function pathOf(file: string, { dataDir, contentDir }: Settings): string {
  const [root, ...rest] = file.split('/')
  return join(root === 'data' ? dataDir : contentDir, ...rest)
}
