import { headlines } from '#tools/diff/review-headlines.ts'
import { reviewFormats, type ReviewFormat } from '#tools/diff/review-formats.ts'
import { isWholeReview, type OwedCorrection } from '#tools/diff/review.ts'
import { reviewedRecords } from '#tools/diff/review-records.ts'
import type { Folders } from '#read/files/files.ts'
import { changedElsewhere, withFilesAt } from '#read/files/git.ts'
import { loadChecked, readVersion } from '#build/load-checked.ts'
import { ReadingCache } from '#read/reading-cache.ts'
import { wording } from '#messages/format.ts'
import { pageChanges } from '#tools/diff/page-changes.ts'
import { asOfDay, foldersOf } from '#build/settings.ts'
import { type Command, fail } from './command.ts'
import { readOptions } from './options.ts'
import { print, printFile } from './print.ts'

const usage = `可以写：npm run diff -- 旧版本 [新版本] [--format ${Object.keys(reviewFormats).join('|')}] [--approved yes|no]，例如 npm run diff -- main。`

interface DiffOptions {
  readonly base: string
  /** Null for the working tree. */
  readonly head: string | null
  readonly format: ReviewFormat
  /** Whether changes of the program are approved; null without the option. */
  readonly isApproved: boolean | null
}

/**
 * Describes what changed between a revision and the working tree, or between two revisions. With
 * `--approved no` it fails if anything but authored files changed.
 */
export const diff: Command = (settings, args) => {
  const options = diffOptions(args)
  if ('mistake' in options) return fail(options.mistake)
  const { base, head, format, isApproved } = options
  const current = foldersOf(settings)
  const asOf = (timeZone: string): string => asOfDay(settings, timeZone)
  const compare = (elsewhere: readonly string[], earlier: Folders, later: Folders): string => {
    // Nearly all files are the same in both versions.
    const cache = new ReadingCache()
    const [before, now] = [readVersion(earlier, cache), readVersion(later, cache)]
    const records = reviewedRecords(before, now)
    const isWhole = isWholeReview(records)
    const day = asOf((now.dataset ?? before.dataset)?.site.time_zone ?? 'UTC')
    return reviewFormats[format]({
      between: head === null ? `与版本“${base}”相比` : `版本“${head}”与“${base}”相比`,
      elsewhere,
      isApproved,
      headlines: isWhole ? headlines(before, now, records, day) : [],
      records,
      pages: isWhole ? pageChanges(before.dataset, now.dataset, day) : null,
      owed: owedIn(later, { folders: earlier, ref: base, asOf }, cache),
      siteUrl: settings.siteUrl,
    })
  }
  const elsewhere = changedElsewhere(base, head, current)
  const text = withFilesAt(base, current, (earlier) =>
    head === null
      ? compare(elsewhere, earlier, current)
      : withFilesAt(head, current, (later) => compare(elsewhere, earlier, later)),
  )
  const printOutput = format === 'text' ? print : printFile
  printOutput(text)
  return elsewhere.length > 0 && isApproved === false ? 1 : 0
}

/** Changes of published records for which no correction is recorded. */
function owedIn(
  folders: Folders,
  against: NonNullable<Parameters<typeof loadChecked>[1]>,
  cache: ReadingCache,
): OwedCorrection[] {
  return loadChecked(folders, against, cache)
    .problems.filter(({ code }) => code === 'correction-missing' || code === 'record-withdrawn')
    .map((problem) => ({
      file: problem.file,
      line: problem.position?.line ?? null,
      says: wording(problem).says,
      entry: String(problem.args.entry ?? ''),
    }))
}

/** The options of the command, or what is wrong with them, in Chinese. */
export function diffOptions(args: readonly string[]): DiffOptions | { readonly mistake: string } {
  const read = readOptions(args, { values: ['format', 'approved'], words: 2 })
  if ('mistake' in read) return { mistake: `${read.mistake}${usage}` }
  const { format = 'text', approved = null } = read.values
  if (!isFormat(format)) return { mistake: `没有“${format}”这种格式。${usage}` }
  if (approved !== null && approved !== 'yes' && approved !== 'no')
    return { mistake: `“--approved”后面只能写 yes 或 no。${usage}` }
  const [base, head = null] = read.words
  if (base === undefined || base === '') return { mistake: `请写明与哪个版本比较。${usage}` }
  return { base, head, format, isApproved: approved === null ? null : approved === 'yes' }
}

const isFormat = (text: string): text is ReviewFormat => Object.hasOwn(reviewFormats, text)
