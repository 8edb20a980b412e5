import { expect, test } from 'vitest'
import { formatSarif } from '#messages/format-sarif.ts'
import type { LocatedProblem } from '#messages/problem.ts'

const found = (parts: Partial<LocatedProblem>): LocatedProblem => ({
  code: 'window-far',
  level: 'warning',
  file: 'data/inspections/2024-q1.yaml',
  place: { at: 'file' },
  args: { window: '2021-12', period: '甲' },
  position: { line: 3, column: 5, text: '' },
  ...parts,
})

interface Log {
  version: string
  runs: {
    tool: { driver: { rules: { id: string }[] } }
    columnKind: string
    results: { ruleId: string; ruleIndex: number; level: string; locations: unknown[] }[]
  }[]
}
const runOf = (problems: LocatedProblem[]) => {
  const { version, runs } = JSON.parse(formatSarif(problems)) as Log
  expect(version).toBe('2.1.0')
  const [run] = runs
  if (run === undefined) throw new Error('no run')
  return run
}

test('each problem is a result at its line, under the rule of its code', () => {
  const run = runOf([
    found({}),
    found({ code: 'file-missing', level: 'error', file: 'data/说明 1.yaml', position: null }),
    found({ level: 'hint' }),
  ])
  const ids = run.tool.driver.rules.map(({ id }) => id)
  expect(ids).toEqual(['file-missing', 'window-far'])
  expect(run.results.map(({ ruleIndex }) => ids[ruleIndex])).toEqual(
    run.results.map(({ ruleId }) => ruleId),
  )
  expect(run.results.map(({ level }) => level)).toEqual(['warning', 'error', 'note'])
  expect(run.results[0]?.locations).toEqual([
    {
      physicalLocation: {
        artifactLocation: { uri: 'data/inspections/2024-q1.yaml' },
        region: { startLine: 3, startColumn: 5 },
      },
    },
  ])
  expect(run.results[1]?.locations).toEqual([
    { physicalLocation: { artifactLocation: { uri: 'data/%E8%AF%B4%E6%98%8E%201.yaml' } } },
  ])
})

test('columns count characters, and a clean report has a run without results', () => {
  expect(runOf([])).toMatchObject({ columnKind: 'unicodeCodePoints', results: [] })
})
