import type { LocatedProblem } from './problem.ts'

/** The largest number of problems of one code that a report lists, over all files. */
export const maxPerCode = 100

/** The number of problems of one code that a report does not list. */
interface OmittedProblems {
  readonly code: LocatedProblem['code']
  readonly count: number
  /** The number of files that contain them. */
  readonly files: number
}

/**
 * Limits a report for people: the first problems of each code, and the number of the others. A
 * proposal with the same mistake in thousands of files gives a short report.
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

/** One line for each code with omitted problems, for the end of a report. */
export const omittedLines = (omitted: readonly OmittedProblems[]): string[] =>
  omitted.map(
    ({ code, count, files }) =>
      `同样的问题 [${code}] 在${files}个文件里还有${count}处，没有逐一列出；全部的见 npm run -s check -- --format json。`,
  )
