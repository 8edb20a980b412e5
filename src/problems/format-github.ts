import { summary, wording } from './format.ts'
import type { Level, LocatedProblem } from './problem.ts'

const commands: Readonly<Record<Level, string>> = {
  error: 'error',
  warning: 'warning',
  hint: 'notice',
}

/** The report as workflow commands, which GitHub shows on the changed lines, and the totals. */
export function formatGithub(problems: readonly LocatedProblem[]): string {
  return [...problems.map(annotation), summary(problems)].join('\n')
}

function annotation(problem: LocatedProblem): string {
  const { code, file, level, position } = problem
  const { says, write } = wording(problem)
  const place = position === null ? [] : [`line=${position.line}`, `col=${position.column}`]
  const properties = [`file=${property(file)}`, ...place, `title=${property(code)}`]
  return `::${commands[level]} ${properties.join(',')}::${data(`${says}${write}`)}`
}

const data = (text: string): string =>
  text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')

const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
