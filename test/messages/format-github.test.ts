import { expect, test } from 'vitest'
import { formatGithub } from '#messages/format-github.ts'
import type { LocatedProblem } from '#messages/problem.ts'

const found = (parts: Partial<LocatedProblem>): LocatedProblem => ({
  code: 'window-far',
  level: 'warning',
  file: 'data/inspections/2024-q1.yaml',
  place: { at: 'file' },
  args: { window: '100%', period: '甲' },
  position: { line: 3, column: 5, text: '' },
  ...parts,
})

test('each problem is an annotation of its line, and the totals come last', () => {
  const lines = formatGithub([found({}), found({ level: 'hint', position: null })]).split('\n')
  expect(lines[0]).toMatch(
    /^::warning file=data\/inspections\/2024-q1\.yaml,line=3,col=5,title=window-far::统计时段 100%25 /,
  )
  expect(lines[1]).toMatch(/^::notice file=data\/inspections\/2024-q1\.yaml,title=window-far::/)
  expect(lines.slice(2)).toEqual(['数据检查通过：0 个错误，1 个警告，1 个提示。'])
})

test('no file name can end a property', () => {
  expect(formatGithub([found({ file: 'data/a,b:c.yaml', level: 'error' })])).toContain(
    '::error file=data/a%2Cb%3Ac.yaml,line=3',
  )
})
