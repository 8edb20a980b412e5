import { bounded, omittedLines } from './bounded.ts'
import { catalogue } from './catalogue.ts'
import { terminalColumns } from './display-width.ts'
import { shortName } from './nearest.ts'
import { printable, printableJson, printableLines } from './printable.ts'
import type { Level, LocatedProblem, Problem } from './problem.ts'

/** The sentence of a problem and what to write instead, in Chinese. */
export function wording({ code, args }: Pick<Problem, 'code' | 'args'>): {
  says: string
  write: string
} {
  const { says, write } = catalogue[code]
  return { says: fill(says, args), write: fill(write, args) }
}

/**
 * The largest length of a quoted text in a message, in characters. Suggested entries are shorter.
 */
const maxArgumentLength = 5000

function fill(template: string, args: Problem['args']): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    printable(shortName(String(args[name] ?? whole), maxArgumentLength)),
  )
}

/**
 * A report for people: each problem with its position, the line and a caret below the column; then
 * the totals and where the codes are explained. Very many problems with one code are limited.
 */
export function formatText(problems: readonly LocatedProblem[]): string {
  const { shown, omitted } = bounded(problems)
  const blocks = shown.map(formatOne)
  const end =
    problems.length === 0
      ? totalsLine([])
      : [...omittedLines(omitted), totalsLine(problems), whereExplained].join('\n')
  return printableLines([...blocks, end].join('\n\n'))
}

const whereExplained = '方括号里是提示的代码，含义和改法见手册“提示代码”一页（manual/codes.html）。'

const levelWords: Readonly<Record<Level, string>> = {
  error: '错误',
  warning: '警告',
  hint: '提示',
}

function formatOne(problem: LocatedProblem): string {
  const { says, write } = wording(problem)
  const level = levelWords[problem.level]
  const { position } = problem
  const file = printable(problem.file)
  const place = position === null ? file : `${file}:${position.line}:${position.column}`
  const lines = [`${level} ${place} [${problem.code}]`]
  if (position !== null && position.text.trim() !== '') lines.push(...snippet(position))
  lines.push(`  ${says}`, `  ${write}`)
  return lines.join('\n')
}

const snippetWidth = 72

/** The line with a caret. A Chinese character is two columns wide on screen. */
function snippet(position: NonNullable<LocatedProblem['position']>): string[] {
  const all = [...position.text]
  // Only this much is shown on either side, because a line may be very long.
  const from = Math.max(0, position.column - 1 - snippetWidth)
  const characters = all.slice(from, position.column + snippetWidth).map(printable)
  const column = position.column - 1 - from
  const start = column - fitting(characters.slice(0, column).reverse(), snippetWidth / 2)
  const end = start + fitting(characters.slice(start), snippetWidth)
  const gutter = `  ${position.line} | `
  const lead = from + start > 0 ? '…' : ''
  const rest = from + end < all.length ? '…' : ''
  const width = lead.length + terminalColumns(characters.slice(start, column).join(''))
  return [
    `${gutter}${lead}${characters.slice(start, end).join('')}${rest}`,
    `${' '.repeat(gutter.length - 2)}| ${' '.repeat(width)}^`,
  ]
}

/** The number of characters that fit into a width. */
function fitting(characters: readonly string[], width: number): number {
  let used = 0
  const over = characters.findIndex((character) => (used += terminalColumns(character)) > width)
  return over < 0 ? characters.length : over
}

/** On screen. */

/**
 * The line of totals. Hints are mentioned only if there are any, since they are not always
 * requested.
 */
export function totalsLine(problems: readonly LocatedProblem[]): string {
  const count = (level: Level): number =>
    problems.filter((problem) => problem.level === level).length
  const [errors, warnings, hints] = [count('error'), count('warning'), count('hint')]
  if (problems.length === 0) return '数据检查通过，没有发现问题。'
  const totals = `${errors} 个错误，${warnings} 个警告${hints > 0 ? `，${hints} 个提示` : ''}。`
  if (errors === 0) return `数据检查通过：${totals}`
  return `数据检查未通过：${totals}改正错误后才能生成网站。`
}

/**
 * The report for programs: stable keys, and one object for every located problem without a limit.
 */
export function formatJson(problems: readonly LocatedProblem[]): string {
  const rows = problems.map((problem) => ({
    code: problem.code,
    level: problem.level,
    file: problem.file,
    line: problem.position?.line ?? null,
    column: problem.position?.column ?? null,
    ...wording(problem),
    args: problem.args,
  }))
  return printableJson({ problems: rows })
}
