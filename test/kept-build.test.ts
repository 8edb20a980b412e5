import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexDataset } from '#domain/dataset.ts'
import { loadChecked } from '#loading/load-checked.ts'
import { thisProcess } from '#output/process-name.ts'
import { affectedBy } from '#site/affected-files.ts'
import { BuildKeeper } from '#site/build-keeper.ts'
import { openKept } from '#site/kept-build.ts'
import { Reads, Shared } from '#site/reads.ts'
import type { Snapshot } from '#site/snapshot.ts'
import { folderOf } from './support/folder.ts'

type Record_ = Record<string, number>
type Records = Record<string, Record_>

const snapshotOf = (records: Records, rest = 'the rest'): Snapshot => ({
  rest,
  records: Object.fromEntries(
    Object.entries(records).map(([name, record]) => [
      name,
      Object.fromEntries(
        Object.entries(record).map(([field, value]) => [field, JSON.stringify(value)]),
      ),
    ]),
  ),
})

/** Keeps a build of files, each made of watched records by a function. */
async function keptBuild(
  folder: string,
  records: Records,
  files: Readonly<Record<string, (read: Records, sum: () => number) => string>>,
) {
  const reads = new Reads()
  const shared = new Shared<number>(reads, 'sum of a')
  const watched = Object.fromEntries(
    Object.entries(records).map(([name, record]) => [name, reads.watched(name, record)]),
  )
  const sum = (): number =>
    shared.of(watched, () => Object.values(watched).reduce((total, { a = 0 }) => total + a, 0))
  const keeper = new BuildKeeper(folder)
  const program = folderOf({ 'prerender-entry.mjs': 'export {}' })
  keeper.keepProgram(program)
  for (const [path, make] of Object.entries(files)) {
    const { made, reads: read } = await reads.by(() => Promise.resolve(make(watched, sum)))
    const making = { component: path, route: path, reads: read, part: null }
    keeper.add(path, Buffer.from(made), making, null)
  }
  const rest = {
    key: 'key',
    styles: [],
    entry: 'prerender-entry.mjs',
    snapshot: snapshotOf(records),
  }
  keeper.finish(reads, rest)
}

/** The paths of the files that are to be made again; null when all are. */
function due(folder: string, now: Snapshot): string[] | null {
  const kept = openKept(folder, 'key')
  if (kept === null) throw new Error('nothing is kept')
  kept.close()
  const isAffected = affectedBy(kept, now)
  return isAffected === null
    ? null
    : kept.files.filter(({ made }) => isAffected(made?.reads ?? [])).map(({ path }) => path)
}

/** What is kept, by path. */
function contentsOf(folder: string): Record<string, string> {
  const kept = openKept(folder, 'key')
  if (kept === null) throw new Error('nothing is kept')
  try {
    return Object.fromEntries(kept.files.map((file) => [file.path, `${kept.bytesOf(file)}`]))
  } finally {
    kept.close()
  }
}

const files = {
  'one.html': ({ one }: Records) => `${one?.['a']}`,
  'two.html': ({ two }: Records) => `${two?.['b'] ?? 'nothing'}`,
  'keys.html': ({ two }: Records) => Object.keys(two ?? {}).join(),
  'has.html': ({ two }: Records) => `${two !== undefined && 'b' in two}`,
  'sum.html': (_records: Records, sum: () => number) => `${sum()}`,
  // It takes what another file had made.
  'sum-again.html': (_records: Records, sum: () => number) => `${sum() + 1}`,
  'none.html': () => 'always the same',
}

test('only files that read what has changed are made again, also through what files share', async () => {
  const folder = join(folderOf({}), 'builds/one')
  await keptBuild(folder, { one: { a: 1, b: 1 }, two: { a: 2 } }, files)
  expect(due(folder, snapshotOf({ one: { a: 1, b: 1 }, two: { a: 2 } }))).toEqual([])
  expect(due(folder, snapshotOf({ one: { a: 1, b: 2 }, two: { a: 2 } }))).toEqual([])
  const sums = ['sum.html', 'sum-again.html']
  expect(due(folder, snapshotOf({ one: { a: 3, b: 1 }, two: { a: 2 } }))).toEqual([
    'one.html',
    ...sums,
  ])
  expect(due(folder, snapshotOf({ one: { a: 1, b: 1 }, two: { a: 2, b: 1 } }))).toEqual([
    'two.html',
    'keys.html',
    'has.html',
  ])
  // Another value in the same field leaves what only asks whether it is there.
  const filled = { one: { a: 1, b: 1 }, two: { a: 2, b: 1 } }
  await keptBuild(folder, filled, files)
  expect(due(folder, snapshotOf({ ...filled, two: { a: 2, b: 2 } }))).toEqual([
    'two.html',
    'keys.html',
  ])
  await keptBuild(folder, { one: { a: 1, b: 1 }, two: { a: 2 } }, files)
  expect(due(folder, snapshotOf({ one: { a: 1, b: 1 } }))).toBe(null)
  expect(due(folder, snapshotOf({ two: { a: 2 }, one: { a: 1, b: 1 } }))).toBe(null)
  expect(due(folder, snapshotOf({ one: { a: 1, b: 1 }, two: { a: 2 } }, 'another rest'))).toBe(null)
})

test('whatever changes in records, a file that is not made again would be the same', async () => {
  const folder = join(folderOf({}), 'builds/one')
  const record = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 2 }))
  const records = fc.record({ one: record, two: record })
  const madeOf = (of: Records, path: string): string =>
    files[path as keyof typeof files](of, () =>
      Object.values(of).reduce((total, { a = 0 }) => total + a, 0),
    )
  await fc.assert(
    fc.asyncProperty(records, records, async (before, after) => {
      await keptBuild(folder, before, files)
      const again = due(folder, snapshotOf(after)) ?? Object.keys(files)
      for (const path of Object.keys(files))
        if (!again.includes(path)) expect(madeOf(after, path)).toBe(madeOf(before, path))
    }),
    { numRuns: 150 },
  )
})

test('a kept build of another program, or one that is not whole, is not used', async () => {
  const folder = join(folderOf({}), 'builds/one')
  await keptBuild(folder, { one: { a: 1 }, two: {} }, files)
  expect(contentsOf(folder)).toEqual(
    Object.fromEntries(
      Object.keys(files).map((path) => [
        path,
        path === 'one.html' || path === 'sum.html' ? '1' : expect.any(String),
      ]),
    ),
  )
  expect(openKept(folder, 'another')).toBe(null)
  const damaged = (name: string, damage: (whole: Buffer) => Uint8Array): (() => unknown) => {
    const file = join(folder, name)
    return () => {
      const whole = readFileSync(file)
      writeFileSync(file, damage(whole))
      try {
        return contentsOf(folder)
      } finally {
        writeFileSync(file, whole)
      }
    }
  }
  const shortened = (whole: Buffer): Uint8Array => whole.subarray(0, whole.length - 3)
  expect(damaged('build.json', shortened)).toThrow('nothing is kept')
  expect(damaged('files-0', shortened)).toThrow('none.html is damaged')
  const flipped = (whole: Buffer): Uint8Array => whole.with(0, (whole[0] ?? 0) ^ 1)
  expect(damaged('files-0', flipped)).toThrow('one.html is damaged')
})

test('after any number of builds, each from the last, the kept one is what one from nothing would be', () => {
  const name = fc.constantFrom('a', 'b', 'c', 'd')
  const change = fc.dictionary(name, fc.string({ maxLength: 40 }), { noNullPrototype: true })
  const rest = { key: 'key', styles: [], entry: '', snapshot: snapshotOf({}) }
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 120, size: 'max' }), (changes) => {
      const folder = join(folderOf({}), 'builds/one')
      const all: Record<string, string> = { a: '', b: '', c: '', d: '' }
      for (const [n, changed] of [all, ...changes].entries()) {
        const last = openKept(folder, 'key')
        const keeper = new BuildKeeper(folder, last)
        Object.assign(all, changed)
        for (const path of Object.keys(all)) {
          const before = last?.files.find((file) => file.path === path)
          if (before !== undefined && changed[path] === undefined) {
            keeper.keep(before, [n, n])
            continue
          }
          const made = { component: path, route: path, reads: [`${path} of ${n}`], part: null }
          keeper.add(path, Buffer.from(all[path] ?? ''), made, null)
        }
        last?.close()
        keeper.finish({ outside: new Set([`outside of ${n}`]), shared: new Map() }, rest)
      }
      expect(contentsOf(folder)).toEqual(all)
      // What was made last by which build still tells what it read then.
      const kept = openKept(folder, 'key')
      const numbers = [all, ...changes].entries().toArray()
      for (const { path, made } of kept?.files ?? []) {
        const [last] = numbers.findLast(([, changed]) => changed[path] !== undefined) ?? []
        expect(made?.reads.map((read) => kept?.names[read])).toEqual([`${path} of ${last}`])
      }
      expect(kept?.outside.map((read) => kept.names[read])).toEqual(
        numbers.map(([n]) => `outside of ${n}`),
      )
      kept?.close()
      expect(readdirSync(folder).length).toBeLessThan(60)
    }),
    { numRuns: 20 },
  )
})

test('few builds are kept, and nothing of one that was killed', async () => {
  const builds = join(folderOf({}), 'builds')
  await keptBuild(join(builds, 'first'), { one: {}, two: {} }, files)
  for (const [n, name] of ['a', 'b', 'c', 'd', 'e'].entries()) {
    cpSync(join(builds, 'first'), join(builds, name), { recursive: true })
    utimesSync(join(builds, name), new Date(), new Date(Date.now() - n * 60_000))
  }
  // No process has so high a number.
  const gone = thisProcess().replace(/\.\d+\.[^.]+$/, '.999999999.unknown')
  mkdirSync(join(builds, `killed@${gone}`))
  new BuildKeeper(join(builds, 'next')).drop()
  const left = readdirSync(builds)
  expect(left).toHaveLength(4)
  expect(left).toContain('a')
  expect(left).not.toContain('e')
  expect(left.filter((name) => name.includes('@'))).toEqual([])
})

test('of a site that is too large nothing is kept, and nothing stays of what was taken down', () => {
  const folder = join(folderOf({}), 'builds/one')
  const page = { component: 'page', route: 'page', reads: ['one#a'], part: null }
  const keeper = new BuildKeeper(folder, null, 10)
  keeper.keepProgram(folderOf({ 'prerender-entry.mjs': 'export {}' }))
  keeper.add('one.html', Buffer.from('0123456789'), page, null)
  expect(keeper.isKept).toBe(true)
  keeper.add('two.html', Buffer.from('0'), page, null)
  expect(keeper.isKept).toBe(false)
  keeper.add('three.html', Buffer.from('0'), page, null)
  const rest = { key: 'key', styles: [], entry: '', snapshot: snapshotOf({}) }
  keeper.finish(new Reads(), rest)
  expect(openKept(folder, 'key')).toBe(null)
  expect(readdirSync(join(folder, '..'))).toEqual([])
})

/** Builds a site of two pages from the last build of it: one that stays, one of a text. */
function buildOnce(folder: string, text: string, most?: number): BuildKeeper {
  const last = openKept(folder, 'key')
  const keeper = new BuildKeeper(folder, last, most)
  const [standing] = last?.files ?? []
  if (standing === undefined) keeper.add('standing.html', Buffer.from('s'.repeat(60)), null, null)
  else keeper.keep(standing, null)
  keeper.add('one.html', Buffer.from(text), null, null)
  last?.close()
  return keeper
}
const nothing = { key: 'key', styles: [], entry: '', snapshot: snapshotOf({}) }

test('a site that is nearly too large to be kept is kept after each of many small changes', () => {
  const folder = join(folderOf({}), 'builds/one')
  for (let n = 100; n < 200; n++) {
    buildOnce(folder, `${n}`, 100).finish(new Reads(), nothing)
    expect(contentsOf(folder)).toEqual({ 'standing.html': 's'.repeat(60), 'one.html': `${n}` })
  }
})

test('once a site is too large, what was kept of it before goes too', () => {
  const folder = join(folderOf({}), 'builds/one')
  buildOnce(folder, 'small', 70).finish(new Reads(), nothing)
  expect(Object.keys(contentsOf(folder))).toEqual(['standing.html', 'one.html'])
  buildOnce(folder, 'not small any more', 70).finish(new Reads(), nothing)
  expect(openKept(folder, 'key')).toBe(null)
})

test('that a build cannot be kept does not stop it', () => {
  const folder = join(folderOf({}), 'builds/one')
  const keeper = buildOnce(folder, 'one')
  // As a disk that is full would: the last file cannot be written.
  for (const name of readdirSync(join(folder, '..')))
    rmSync(join(folder, '..', name), { recursive: true })
  keeper.finish(new Reads(), nothing)
  expect(openKept(folder, 'key')).toBe(null)
})

test('what all files use of a dataset, its index, rests on nothing that units say', async () => {
  const { dataset } = loadChecked({
    data: 'test/cases/official/data',
    content: 'test/cases/official/content',
  })
  if (dataset === null) throw new Error('no data')
  const reads = new Reads()
  const watched = Object.fromEntries(
    Object.entries(dataset.selfInspections).map(([period, reports]) => [
      period,
      Object.fromEntries(
        Object.entries(reports).map(([unit, report]) => [
          unit,
          reads.watched(`${period}/${unit}`, report),
        ]),
      ),
    ]),
  )
  expect(Object.keys(watched)).not.toEqual([])
  const { reads: read } = await reads.by(() => {
    indexDataset({ ...dataset, selfInspections: watched })
    return Promise.resolve()
  })
  expect([...read]).toEqual([])
})
