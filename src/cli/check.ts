import { loadChecked } from '#loading/load-checked.ts'
import { formatGithub } from '#problems/format-github.ts'
import { formatSarif } from '#problems/format-sarif.ts'
import { formatJson, formatText } from '#problems/format.ts'
import { hasErrors, type LocatedProblem } from '#problems/problem.ts'
import type { Command } from './command.ts'

const formats = {
  text: formatText,
  json: formatJson,
  github: formatGithub,
  sarif: formatSarif,
} as const satisfies Record<string, (problems: readonly LocatedProblem[]) => string>

interface CheckOptions {
  readonly format: keyof typeof formats
  /** Whether to show matters of style too. */
  readonly hints: boolean
}

const usage = `可以写：--format ${Object.keys(formats).join('|')}、--hints。`

/** Reads data and content and prints every problem, in a form for people or for programs. */
export const check: Command = ({ dataDir, contentDir }, args) => {
  const options = checkOptions(args)
  if ('mistake' in options) {
    process.stderr.write(`${options.mistake}\n`)
    return 1
  }
  const { problems, hints } = loadChecked({ data: dataDir, content: contentDir })
  const shown = options.hints ? [...problems, ...hints] : problems
  process.stdout.write(`${formats[options.format](shown)}\n`)
  return hasErrors(problems) ? 1 : 0
}

/** The options of the command, or what is wrong with them, in Chinese. */
export function checkOptions(args: readonly string[]): CheckOptions | { readonly mistake: string } {
  let options: CheckOptions = { format: 'text', hints: false }
  const rest = args.flatMap((arg) =>
    arg.startsWith('--format=') ? ['--format', arg.slice('--format='.length)] : [arg],
  )
  while (rest.length > 0) {
    const name = rest.shift() ?? ''
    if (name === '--hints') options = { ...options, hints: true }
    else if (name === '--format') {
      const format = rest.shift() ?? ''
      if (!isFormat(format))
        return {
          mistake:
            format === '' || format.startsWith('--')
              ? `“--format”后面缺少内容。${usage}`
              : `没有“${format}”这种格式。${usage}`,
        }
      options = { ...options, format }
    } else return { mistake: `看不懂“${name}”。${usage}` }
  }
  return options
}

const isFormat = (text: string): text is keyof typeof formats => Object.hasOwn(formats, text)
