import { bounded, omittedLines } from './bounded.ts'
import { totalsLine, wording } from './format.ts'
import { printable } from './printable.ts'
import type { Level, LocatedProblem } from './problem.ts'

const commands: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  hint: 'notice',
}

/**
 * The report as workflow commands, which GitHub shows at the changed lines, with the totals. Very
 * many problems with one code are limited.
 */
export function formatGithub(problems: readonly LocatedProblem[]): string {
  const { shown, omitted } = bounded(problems)
  return [...shown.map(annotation), ...omittedLines(omitted), totalsLine(problems)].join('\n')
}

function annotation(problem: LocatedProblem): string {
  const { code, file, level, position } = problem
  const { says, write } = wording(problem)
  const place = position === null ? [] : [`line=${position.line}`, `col=${position.column}`]
  const properties = [`file=${property(file)}`, ...place, `title=${property(code)}`]
  return `::${commands[level]} ${properties.join(',')}::${data(`${says}${write}`)}`
}

/** On one line, as the runner reads it: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts. */
const data = (text: string): string => printable(text).replace(/%/g, '%25')

const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
