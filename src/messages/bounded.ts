import type { LocatedProblem } from './problem.ts'

/** So many problems of one kind are told to people, in however many files they are. */
export const mostOfKind = 100

/** Of the problems of one kind, those that are not told one by one. */
export interface Untold {
  readonly code: LocatedProblem['code']
  readonly count: number
  /** How many files they are in. */
  readonly files: number
}

/**
 * The problems as people are told them: the first hundred of each kind, and of the rest how many there
 * are. A proposal of thousands of files with the same mistake is so told in few words.
 */
export function bounded(problems: readonly LocatedProblem[]): {
  readonly told: readonly LocatedProblem[]
  readonly untold: readonly Untold[]
} {
  const told: LocatedProblem[] = []
  const counts = new Map<LocatedProblem['code'], number>()
  const untold = new Map<LocatedProblem['code'], { count: number; files: Set<string> }>()
  for (const problem of problems) {
    const { code, file } = problem
    const count = (counts.get(code) ?? 0) + 1
    counts.set(code, count)
    if (count <= mostOfKind) {
      told.push(problem)
      continue
    }
    const rest = untold.get(code) ?? { count: 0, files: new Set() }
    rest.count += 1
    rest.files.add(file)
    untold.set(code, rest)
  }
  return {
    told,
    untold: [...untold].map(([code, { count, files }]) => ({ code, count, files: files.size })),
  }
}

/** A line for each kind of which not all are told, for the end of a report. */
export const untoldLines = (untold: readonly Untold[]): string[] =>
  untold.map(
    ({ code, count, files }) =>
      `同样的问题 [${code}] 在${files}个文件里还有${count}处，没有逐一列出；全部的见 npm run -s check -- --format json。`,
  )
