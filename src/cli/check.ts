import { isAbsolute, relative, sep } from 'node:path'
import { loadChecked, type CheckedData } from '#build/load-checked.ts'
import { formatGithub } from '#messages/format-github.ts'
import { formatGitlab } from '#messages/format-gitlab.ts'
import { formatSarif } from '#messages/format-sarif.ts'
import { formatJson, formatText } from '#messages/format.ts'
import { hasErrors, type LocatedProblem } from '#messages/problem.ts'
import { asOfDay, type Settings, foldersOf } from '#build/settings.ts'
import { type Command, fail } from './command.ts'
import { readOptions } from './options.ts'
import { print, printFile } from './print.ts'

const formats = {
  text: formatText,
  json: formatJson,
  github: formatGithub,
  gitlab: formatGitlab,
  sarif: formatSarif,
} as const satisfies Record<string, (problems: readonly LocatedProblem[]) => string>

interface CheckOptions {
  readonly format: keyof typeof formats
  /** Whether to show hints on style too. */
  readonly hints: boolean
  /** The published version to compare with: a branch, a tag or a commit; null for none. */
  readonly base: string | null
}

const usage = `可以写：--format ${Object.keys(formats).join('|')}、--hints、--base 已公开的版本。`

/** Checks data and content and prints every problem, for people or for programs. */
export const check: Command = async (settings, args) => {
  const options = checkOptions(args)
  if ('mistake' in options) return fail(options.mistake)
  const checked = await checkAgainst(settings, options.base)
  if ('mistake' in checked) return fail(checked.mistake)
  const { problems, hints } = checked
  const shown = options.hints ? [...problems, ...hints] : problems
  const printOutput = options.format === 'text' ? print : printFile
  printOutput(`${formats[options.format](shown)}\n`)
  if (options.format === 'text') print(`${foldersChecked(foldersOf(settings))}\n`)
  return hasErrors(problems) ? 1 : 0
}

/** Which folders were checked: someone with several may have set the wrong ones. */
const foldersChecked = ({ data, content }: { data: string; content: string }): string =>
  `检查的是 ${shownFolder(data)} 和 ${shownFolder(content)}。`

/** A folder as it is typed from here, if it is below here. */
function shownFolder(folder: string): string {
  const here = relative(process.cwd(), folder)
  return here === '' || here.startsWith('..') || isAbsolute(here)
    ? folder
    : here.replaceAll(sep, '/')
}

async function checkAgainst(
  settings: Settings,
  ref: string | null,
): Promise<CheckedData | { readonly mistake: string }> {
  const folders = foldersOf(settings)
  if (ref === null) return loadChecked(folders)
  // Loaded on demand: most checks have no base to compare with.
  const { GitMistake, withFilesAt } = await import('#read/files/git.ts')
  const asOf = (timeZone: string): string => asOfDay(settings, timeZone)
  try {
    return withFilesAt(ref, folders, (base) => loadChecked(folders, { folders: base, ref, asOf }))
  } catch (error) {
    if (!(error instanceof GitMistake)) throw error
    return { mistake: error.message }
  }
}

/** The options of the command, or what is wrong with them, in Chinese. */
export function checkOptions(args: readonly string[]): CheckOptions | { readonly mistake: string } {
  const read = readOptions(args, { values: ['format', 'base'], flags: ['hints'] })
  if ('mistake' in read) return { mistake: `${read.mistake}${usage}` }
  const { format = 'text', base = null } = read.values
  if (!isFormat(format)) return { mistake: `没有“${format}”这种格式。${usage}` }
  return { format, hints: read.flags.has('hints'), base }
}

const isFormat = (text: string): text is keyof typeof formats => Object.hasOwn(formats, text)
