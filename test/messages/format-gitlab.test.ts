import { expect, test } from 'vitest'
import { formatGitlab } from '#messages/format-gitlab.ts'
import type { LocatedProblem } from '#messages/problem.ts'

const found = (parts: Partial<LocatedProblem>): LocatedProblem => ({
  code: 'window-far',
  level: 'warning',
  file: 'data/inspections/2024-q1.yaml',
  place: { at: 'file' },
  args: { window: '一月', period: '甲' },
  position: { line: 3, column: 5, text: '    window: 一月' },
  ...parts,
})

interface Finding {
  readonly description: string
  readonly check_name: string
  readonly fingerprint: string
  readonly severity: string
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } }
}
const findings = (...problems: LocatedProblem[]): Finding[] =>
  JSON.parse(formatGitlab(problems)) as Finding[]

test('each problem has its line, and one of a whole file the first line', () => {
  expect(findings(found({ level: 'error' }), found({ level: 'hint', position: null }))).toEqual([
    expect.objectContaining({
      check_name: 'window-far',
      severity: 'major',
      description: expect.stringContaining('一月') as string,
      location: { path: 'data/inspections/2024-q1.yaml', lines: { begin: 3 } },
    }),
    expect.objectContaining({
      severity: 'info',
      location: { path: 'data/inspections/2024-q1.yaml', lines: { begin: 1 } },
    }),
  ])
})

test('a problem whose line has moved is the same problem; two alike are two', () => {
  const [before] = findings(found({}))
  const moved = found({ position: { line: 9, column: 5, text: '  window: 一月' } })
  const [after, second] = findings(moved, moved)
  expect(after?.fingerprint).toBe(before?.fingerprint)
  expect(second?.fingerprint).not.toBe(after?.fingerprint)
})

test('a report without problems is empty', () => {
  expect(findings()).toEqual([])
})
