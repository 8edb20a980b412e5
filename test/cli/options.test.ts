import { expect, test } from 'vitest'
import { readOptions } from '../../src/cli/options.ts'

const known = { values: ['out', 'unit'], flags: ['write'], words: 2 } as const

test('values follow after a space or an equals sign, flags and words stand anywhere', () => {
  expect(readOptions(['a', '--out', 'x', '--write', 'b', '--unit=-1'], known)).toEqual({
    values: { out: 'x', unit: '-1' },
    flags: new Set(['write']),
    words: ['a', 'b'],
  })
  expect(readOptions([], known)).toEqual({ values: {}, flags: new Set(), words: [] })
})

test('of an option given twice the last counts', () => {
  expect(readOptions(['--out', 'x', '--out=y'], known)).toMatchObject({ values: { out: 'y' } })
})

test.each([
  [['--oot', 'x'], '看不懂“--oot”。'],
  [['-w'], '看不懂“-w”。'],
  [['--write=yes'], '看不懂“--write”。'],
  [['--constructor'], '看不懂“--constructor”。'],
  [['--out'], '“--out”后面缺少内容。'],
  [['--out='], '“--out”后面缺少内容。'],
  [['--out', '--write'], '“--out”后面缺少内容。'],
  [['a', 'b', 'c', 'd'], '看不懂“c d”。'],
])('%j is not understood: %s', (args, mistake) => {
  expect(readOptions(args, known)).toEqual({ mistake })
})
