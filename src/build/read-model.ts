import { UserError } from '#messages/user-error.ts'
import { type Model, modelOf } from '#model/model.ts'
import { explanationGroups } from '#read/explanations.ts'
import { commitOfFiles, firstCommits, GitMistake } from '#read/files/git.ts'
import { type CheckedData, loadChecked } from './load-checked.ts'
import { chapterHeads } from '#read/manual.ts'
import type { ReadingCache } from '#read/reading-cache.ts'
import { formatText } from '#messages/format.ts'
import type { LocatedProblem } from '#messages/problem.ts'
import { isUnfinished } from '#messages/unfinished.ts'
import { asDraft } from './draft.ts'
import { pathIn } from '#read/files/rewrite.ts'
import { areStopping, asOfDay, foldersOf, type Settings } from './settings.ts'
import { product } from './product.ts'

/**
 * Thrown when the data has errors, so that nothing is built from it. Its message is the whole
 * report; Astro's error screen reads `loc` and `hint`.
 */
export class DataError extends UserError {
  readonly hint = '改正并保存后，页面会自动刷新。'
  readonly loc: { file: string; line: number; column: number } | undefined

  constructor(problems: readonly LocatedProblem[], settings: Settings) {
    super(formatText(problems))
    this.name = '数据有误'
    const first = problems.find(({ level }) => level === 'error')
    if (first?.position != null)
      this.loc = {
        file: pathIn(foldersOf(settings), first.file),
        line: first.position.line,
        column: first.position.column,
      }
    // A stack trace does not help the editor who has to correct the file.
    this.stack = this.message
  }
}

/**
 * Reads and checks the folders of the settings and makes the model.
 *
 * @param cache what was read of these files before
 * @throws DataError when the data has errors
 */
export const readModel = (settings: Settings, cache?: ReadingCache): Model =>
  modelOfChecked(loadChecked(foldersOf(settings), null, cache), settings)

/**
 * The model of data that has been read and checked.
 *
 * @throws DataError when the data has errors
 */
export function modelOfChecked({ dataset, problems }: CheckedData, settings: Settings): Model {
  if (dataset === null || areStopping(problems, settings)) throw new DataError(problems, settings)
  const asOf = asOfDay(settings, dataset.site.time_zone)
  const left = problems.filter(isUnfinished).length
  return modelOf(left === 0 ? dataset : asDraft(dataset, left, asOf), {
    asOf,
    pinned: settings.asOf !== undefined,
    isDraft: left > 0,
    committed: committedIn(settings),
    commit: commitIn(settings),
    siteUrl: settings.siteUrl,
    contentDir: settings.contentDir,
    isArchived: settings.archives !== undefined,
    hasPdfs: settings.pdf !== undefined,
    manual: () => ({
      chapters: chapterHeads(),
      messages: explanationGroups(),
    }),
    version: product.version,
    warnings: problems.filter(({ level }) => level === 'warning').length,
  })
}

const commitIn = ({ history, dataDir, contentDir }: Settings): string | null =>
  history === 'git' ? commitOfFiles([dataDir, contentDir]) : null

function committedIn({ history, dataDir }: Settings): Model['committed'] {
  if (history !== 'git') return () => null
  try {
    const days = firstCommits(dataDir)
    return (file) => days.get(file) ?? null
  } catch (error) {
    // Without git history pages leave these days out; the build prints why.
    if (error instanceof GitMistake) return () => null
    throw error
  }
}
