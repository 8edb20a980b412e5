import type { LocatedProblem } from './problem.ts'

/** So many problems of one kind are shown to people, in however many files they are. */
export const maxPerCode = 100

/** Of the problems of one kind, those that are not shown one by one. */
export interface OmittedProblems {
  readonly code: LocatedProblem['code']
  readonly count: number
  /** How many files they are in. */
  readonly files: number
}

/**
 * The problems as people are shown them: the first hundred of each kind, and of the rest how many there
 * are. A proposal of thousands of files with the same mistake is printed in few words.
 */
export function bounded(problems: readonly LocatedProblem[]): {
  readonly shown: readonly LocatedProblem[]
  readonly omitted: readonly OmittedProblems[]
} {
  const shown: LocatedProblem[] = []
  const counts = new Map<LocatedProblem['code'], number>()
  const omitted = new Map<LocatedProblem['code'], { count: number; files: Set<string> }>()
  for (const problem of problems) {
    const { code, file } = problem
    const count = (counts.get(code) ?? 0) + 1
    counts.set(code, count)
    if (count <= maxPerCode) {
      shown.push(problem)
      continue
    }
    const rest = omitted.get(code) ?? { count: 0, files: new Set() }
    rest.count += 1
    rest.files.add(file)
    omitted.set(code, rest)
  }
  return {
    shown,
    omitted: [...omitted].map(([code, { count, files }]) => ({ code, count, files: files.size })),
  }
}

/** A line for each kind of which not all are shown, for the end of a report. */
export const omittedLines = (omitted: readonly OmittedProblems[]): string[] =>
  omitted.map(
    ({ code, count, files }) =>
      `同样的问题 [${code}] 在${files}个文件里还有${count}处，没有逐一列出；全部的见 npm run -s check -- --format json。`,
  )
