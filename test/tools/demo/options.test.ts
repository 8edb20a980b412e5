import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { demoHeader } from '#tools/demo/generate.ts'
import { isDemoFolder, writeDemo } from '#tools/demo/write.ts'
import { demoOptions } from '../../../src/cli/demo-options.ts'
import { folderOf } from '../../support/folder.ts'

describe('the options of the command', () => {
  test('without options: three years, served', () => {
    expect(demoOptions([])).toEqual({ size: 'city-3y', seed: 1, serve: true, out: '.demo' })
  })

  test('a value follows its option after a space or an equals sign', () => {
    const wanted = { size: 'city-10y', seed: 7, serve: false, out: 'elsewhere' }
    const spaced = ['--size', 'city-10y', '--seed', '7', '--no-serve', '--out', 'elsewhere']
    expect(demoOptions(spaced)).toEqual(wanted)
    const joined = ['--size=city-10y', '--seed=7', '--no-serve', '--out=elsewhere']
    expect(demoOptions(joined)).toEqual(wanted)
  })

  test.each([
    [
      ['--size', 'city-2y'],
      '没有“city-2y”这种规模。请从下面选一个：city-1y、city-3y、city-10y、province-10y。',
    ],
    [['--seed', '-1'], '--seed 应当是不超过九位的整数，现在是“-1”。'],
    [['--seed', 'x'], '--seed 应当是不超过九位的整数，现在是“x”。'],
  ])('%j is refused with one sentence that says what to write', (args, mistake) => {
    expect(demoOptions(args)).toEqual({ mistake })
  })

  test.each([
    [['--sizes', '1']],
    [['city-3y']],
    [['--size']],
    [['--out', '--no-serve']],
    [['--out=']],
  ])('%j is refused and the known options are named', (args) => {
    const options = demoOptions(args)
    expect('mistake' in options && options.mistake).toMatch(/--size .*--seed .*--no-serve.*--out/)
  })
})

describe('files that somebody wrote are never overwritten', () => {
  const earlier = { 'data/site.yaml': `${demoHeader}\n`, 'data/old.yaml': 'a: 1\n' }

  test('a folder that is new or empty may be used', () => {
    const folder = folderOf({})
    expect(isDemoFolder(folder)).toBe(true)
    expect(isDemoFolder(join(folder, 'new'))).toBe(true)
  })

  test('a folder with other data, other files or a file in its place may not', () => {
    expect(isDemoFolder(folderOf({ 'data/site.yaml': 'name: 某市\n' }))).toBe(false)
    expect(isDemoFolder(folderOf({ 'content/bulletins/2024-q1.mdx': '# 通报\n' }))).toBe(false)
    expect(isDemoFolder(folderOf({ ...earlier, 'notes.txt': '' }))).toBe(false)
    expect(isDemoFolder(join(folderOf({ file: '' }), 'file'))).toBe(false)
  })

  test('an earlier sample city is emptied first', () => {
    const folder = folderOf(earlier)
    expect(isDemoFolder(folder)).toBe(true)
    writeDemo(folder, new Map([['data/site.yaml', `${demoHeader}\nname: 甲\n`]]))
    expect(readdirSync(join(folder, 'data'))).toEqual(['site.yaml'])
    expect(isDemoFolder(folder)).toBe(true)
  })
})
