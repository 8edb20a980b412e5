import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { generateProvince } from '../../src/tools/demo/province.ts'
import { readSource } from '#read/files/files.ts'
import { parseBulletin } from '#read/bulletin.ts'
import { hasTooManyTokens } from '#read/yaml/limits.ts'
import { maxAlike } from '#model/records/locate.ts'
import type { Counted } from '../support/count-steps.ts'
import { folderOf } from '../support/folder.ts'
import { shapes } from '../support/hostile-shapes.ts'
import { minProcessorTime } from '../support/v8-steps.ts'

/** Work that does not grow with the size: work done once, and code that V8 has not compiled yet. */
const fixed = 500_000

let counted: ReadonlyMap<string, Counted>

beforeAll(async () => {
  // A process of its own, because V8 counts the steps of all code that runs in it.
  const script = join(import.meta.dirname, '../support/count-steps.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [script], {
    maxBuffer: 1e8,
    env: { ...process.env, NODE_V8_COVERAGE: '' },
  })
  const lines = stdout.trim().split('\n')
  const results = lines.map((line) => JSON.parse(line) as Counted)
  counted = new Map(results.map((one) => [one.title, one]))
})

describe('twice the input takes about twice the work, and the report stays short', () => {
  test.each(shapes.map(({ title, codes }) => ({ title, codes })))('$title', ({ title, codes }) => {
    const found = counted.get(title)
    expect(found?.codes.join(' ')).toBe(codes)
    // A hundred problems of one kind, and the number of the others.
    expect(found?.most).toBeLessThanOrEqual(maxAlike)
    const [first = 0, second = 0, third = 0] = found?.steps ?? []
    // When work grows in proportion to the size, the second doubling adds twice as much as the
    // first.
    expect(third - second).toBeLessThan(2.5 * Math.max(0, second - first) + fixed)
    const [, before = 0, after = 0] = found?.cpu ?? []
    if (after > minProcessorTime) expect(after / before).toBeLessThan(3)
  })
})

describe('ten times the largest file of a province of ten years passes every limit', () => {
  const files = generateProvince(1)
  const kinds = Map.groupBy(files, ([path]) =>
    /^data\/[^/]+$/.test(path) ? path : path.split('/').slice(0, 2).join('/'),
  )
  const largest = [...kinds]
    .filter(([kind]) => kind !== 'content/attachments')
    .map(([kind, all]) => {
      const [path, text] = all.toSorted(([, a], [, b]) => b.length - a.length)[0] ?? ['', '']
      return { kind, path, text }
    })

  test.each(largest)('$kind', ({ path, text }) => {
    const tenfold = text.repeat(10)
    const folder = folderOf({ [path]: tenfold })
    expect(readSource(folder, path, path).problem).toBeNull()
    if (path.endsWith('.yaml')) expect(hasTooManyTokens(tenfold)).toBe(false)
    else {
      const { problems } = parseBulletin({ file: path, text: tenfold }, 'largest')
      expect(problems).toEqual([])
    }
  })

  test('a line ten times as long as the longest of a bulletin', () => {
    const bulletins = files.entries().filter(([path]) => path.endsWith('.mdx'))
    const lines = bulletins.flatMap(([, text]) => text.split('\n')).toArray()
    const longest = lines.reduce((a, b) => (b.length > a.length ? b : a))
    const folder = folderOf({ 'long.mdx': longest.repeat(10) })
    expect(readSource(folder, 'long.mdx', 'long.mdx').problem).toBeNull()
  })
})
