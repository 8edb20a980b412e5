import { loadChecked } from '#loading/load-checked.ts'
import { formatJson, formatText } from '#problems/format.ts'
import { hasErrors } from '#problems/problem.ts'
import type { Command } from './command.ts'

/** Reads data and content and prints every problem; `--format json` prints them for programs. */
export const check: Command = ({ dataDir, contentDir }, args) => {
  const { problems } = loadChecked({ data: dataDir, content: contentDir })
  const json = args.join(' ').includes('--format json') || args.includes('--format=json')
  process.stdout.write(`${json ? formatJson(problems) : formatText(problems)}\n`)
  return hasErrors(problems) ? 1 : 0
}
