import { review, reviewJson, reviewText } from '#exports/review.ts'
import { GitMistake, withFilesAt } from '#loading/git.ts'
import { loadChecked, readVersion } from '#loading/load-checked.ts'
import { asOfDay } from '#site/settings.ts'
import type { Command } from './command.ts'

const usage =
  '可以写：npm run diff -- 旧版本 [新版本] [--format text|json]，例如 npm run diff -- main。'

interface DiffOptions {
  readonly base: string
  /** Null for the working tree. */
  readonly head: string | null
  readonly format: 'text' | 'json'
}

/** Says in words what changed between a revision and the working tree, or between two revisions. */
export const diff: Command = (settings, args) => {
  const options = diffOptions(args)
  if ('mistake' in options) return fail(options.mistake)
  const { base, head, format } = options
  const folders = { data: settings.dataDir, content: settings.contentDir }
  try {
    const before = withFilesAt(base, folders, readVersion)
    const now = head === null ? readVersion(folders) : withFilesAt(head, folders, readVersion)
    const parts = review(before, now)
    if (format === 'json') {
      process.stdout.write(reviewJson(parts))
      return 0
    }
    const between = head === null ? `与版本“${base}”相比` : `版本“${head}”与“${base}”相比`
    process.stdout.write(reviewText(parts, between))
    const owed = head === null ? owedSince(base) : 0
    if (owed > 0)
      process.stdout.write(
        `\n已公开的内容有${owed}处改动没有写更正；npm run check -- --base ${base} 列出要补的更正。\n`,
      )
    return 0
  } catch (error) {
    if (error instanceof GitMistake) return fail(error.message)
    throw error
  }

  function owedSince(ref: string): number {
    const asOf = (timeZone: string): string => asOfDay(settings, timeZone)
    const { problems } = withFilesAt(ref, folders, (earlier) =>
      loadChecked(folders, { folders: earlier, ref, asOf }),
    )
    return problems.filter(({ code }) => ['correction-missing', 'record-withdrawn'].includes(code))
      .length
  }
}

function fail(message: string): number {
  process.stderr.write(`${message}\n`)
  return 1
}

/** The options of the command, or what is wrong with them, in Chinese. */
export function diffOptions(args: readonly string[]): DiffOptions | { readonly mistake: string } {
  const rest = args.flatMap((arg) => {
    const [, value] = /^--format=(.*)$/.exec(arg) ?? []
    return value === undefined ? [arg] : ['--format', value]
  })
  const at = rest.indexOf('--format')
  const format = at === -1 ? 'text' : (rest.splice(at, 2)[1] ?? '')
  if (format !== 'text' && format !== 'json')
    return { mistake: `没有“${format}”这种格式。${usage}` }
  const strange = rest.find((arg) => arg.startsWith('-'))
  if (strange !== undefined) return { mistake: `看不懂“${strange}”。${usage}` }
  const [base, head, ...more] = rest
  if (base === undefined || base === '') return { mistake: `请写明与哪个版本比较。${usage}` }
  if (more.length > 0) return { mistake: `看不懂“${more.join(' ')}”。${usage}` }
  return { base, head: head ?? null, format }
}
