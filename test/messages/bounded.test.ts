import { expect, test } from 'vitest'
import { maxPerCode } from '#messages/bounded.ts'
import { formatGithub } from '#messages/format-github.ts'
import { formatJson, formatText } from '#messages/format.ts'
import type { LocatedProblem } from '#messages/problem.ts'

const problem = (n: number, code: LocatedProblem['code'], text: string): LocatedProblem => ({
  code,
  level: 'error',
  file: `data/self-inspections/2024-q2/u${n}.yaml`,
  place: { at: 'offset', offset: 0 },
  args: { key: text, known: 'title、published', hint: '' },
  position: { line: 1, column: 1, text },
})

/** Many files with one mistake each, and one with another mistake. */
const inFiles = (count: number, text = 'titel: 报告'): LocatedProblem[] => [
  ...Array.from({ length: count }, (_, n) => problem(n, 'unknown-key', text)),
  problem(0, 'value-empty', text),
]

test('of the same mistake in thousands of files, a hundred are listed and the rest is counted', () => {
  const text = formatText(inFiles(5000))
  expect(text.match(/\[unknown-key\]$/gm)).toHaveLength(maxPerCode)
  expect(text).toContain('同样的问题 [unknown-key] 在4900个文件里还有4900处，没有逐一列出')
  expect(text).toContain('[value-empty]')
  expect(text).toContain('5001 个错误')
})

test('a report does not grow with the number of files that hold the same mistake', () => {
  const length = (count: number) => formatText(inFiles(count)).length
  expect(length(5000)).toBe(length(2500))
  const annotations = (count: number) => formatGithub(inFiles(count)).split('\n').length
  expect(annotations(5000)).toBe(annotations(2500))
})

test('a report does not grow with the length of the typed text', () => {
  const length = (typed: number) => formatText(inFiles(10, 'x'.repeat(typed))).length
  expect(length(20_000)).toBe(length(10_000))
})

test('a report up to the limit has no line about further problems', () => {
  expect(formatText(inFiles(maxPerCode))).not.toContain('没有逐一列出')
})

test('the JSON report lists every problem', () => {
  const { problems } = JSON.parse(formatJson(inFiles(5000))) as { problems: unknown[] }
  expect(problems).toHaveLength(5001)
})
