import { createHash } from 'node:crypto'
import { wording } from './format.ts'
import { printableJson } from './printable.ts'
import type { Level, LocatedProblem } from './problem.ts'

const severities: Readonly<Record<Level, string>> = {
  error: 'major',
  warning: 'minor',
  hint: 'info',
}

/**
 * The report as GitLab's code quality report, which merge requests show at the changed lines. The
 * fingerprint of a problem does not change when its line moves.
 */
export function formatGitlab(problems: readonly LocatedProblem[]): string {
  const seen = new Map<string, number>()
  const findings = problems.map((problem) => {
    const { code, file, level, position } = problem
    const { says, write } = wording(problem)
    const identity = [code, file, says, position?.text.trim() ?? ''].join('\n')
    const nth = seen.get(identity) ?? 0
    seen.set(identity, nth + 1)
    return {
      description: `${says}${write}`,
      check_name: code,
      fingerprint: createHash('sha256').update(`${identity}\n${nth}`).digest('hex'),
      severity: severities[level],
      location: { path: file, lines: { begin: position?.line ?? 1 } },
    }
  })
  return printableJson(findings)
}
