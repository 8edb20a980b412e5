import { expect, test } from 'vitest'
import { linesOfStatements, linesRun, linesRunInBundle, rangesOf } from './lines.ts'

const source = `interface Shape {
  a: number
}
export function run(x: number): number {
  if (x > 1) {
    return 2
  }
  return 1
}
`
const at = (text: string) => source.indexOf(text)

test('a line counts as run if the innermost range around its start was; types do not count', () => {
  const whole = { startOffset: 0, endOffset: source.length, count: 1 }
  const body = { startOffset: at('function'), endOffset: source.length - 1, count: 3 }
  const never = { startOffset: at('{\n    return 2'), endOffset: at('return 1') - 3, count: 0 }
  const lines = linesRun(source, {
    url: 'file:///x.ts',
    functions: [{ ranges: [body, never] }, { ranges: [whole] }],
  })
  expect([...lines]).toEqual([4, 5, 8, 9])
})

test('lines of statements are those on which one begins', () => {
  const coverage = {
    statementMap: {
      0: { start: { line: 5 } },
      1: { start: { line: 6 } },
      2: { start: { line: 5 } },
    },
    s: { 0: 0, 1: 0, 2: 4 },
  }
  expect(linesOfStatements(coverage)).toEqual({ known: new Set([5, 6]), ran: new Set([5]) })
})

test('lines of a bundle map to its source files, by the first position of each', () => {
  // Written as `a` and `b` on the lines 1 and 3 of a.ts, bundled into one line of which `b` never ran.
  const data = {
    version: 3 as const,
    names: [],
    sources: ['file:///src/a.ts'],
    mappings: 'AAAA,CAEA',
  }
  const a = { startOffset: 0, endOffset: 2, count: 1 }
  const b = { startOffset: 1, endOffset: 2, count: 0 }
  const script = { url: 'file:///bundle.mjs', functions: [{ ranges: [a, b] }] }
  const lines = linesRunInBundle(script, { lineLengths: [2], data })
  expect(lines).toEqual(new Map([['file:///src/a.ts', new Set([1])]]))
})

test('lines that did not run are reported as ranges, which may span lines without statements', () => {
  expect(rangesOf([3, 5, 9, 12], [1, 3, 5, 8, 9, 12])).toBe('3-5 9-12')
  expect(rangesOf([7], [7, 8])).toBe('7')
})
