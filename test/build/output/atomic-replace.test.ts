import { spawn } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Random } from '#tools/demo/random.ts'
import {
  type Disk,
  isInterrupted,
  replaceAtomically,
  recover,
} from '#build/output/atomic-replace.ts'
import { folderOf } from '../../support/folder.ts'

type Tree = Readonly<Record<string, string>>

const trees: Readonly<Record<'old' | 'new', Tree>> = {
  old: { 'index.html': 'old', 'units/a.html': 'old a', 'units/gone.html': 'old gone' },
  new: { 'index.html': 'new', 'units/a.html': 'new a', 'issues/fresh.html': 'new fresh' },
}

function write(folder: string, tree: Tree): void {
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()

const treeAt = (folder: string): Tree =>
  Object.fromEntries(
    filesIn(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  )

/**
 * A folder with a newly built site, and with an old site in place unless the new one is the first.
 */
function targetWith(old: Tree | null): { folder: string; built: string; target: string } {
  const folder = folderOf({})
  const [built, target] = [join(folder, 'staging/site'), join(folder, 'dist')]
  write(built, trees.new)
  if (old !== null) write(target, old)
  return { folder, built, target }
}

/**
 * Where the file system lets a folder be renamed: anywhere, only within itself, or not when it
 * belongs to the lower layer of an image.
 */
type Kind = 'one disk' | 'two disks' | 'layers'

const refusal = (code: string): Error => Object.assign(new Error(code), { code })

/**
 * A file system that counts operations. The n-th operation is done by half, if it has halves, and
 * fails; with `dead`, all later ones fail too.
 */
function failingDisk(at: number, kind: Kind, dead: boolean) {
  let count = 0
  const moved = new Set<string>()
  const step = (whole: () => void, half: () => void = () => undefined): void => {
    count++
    if (count === at) {
      half()
      throw refusal('ENOSPC')
    }
    if (dead && count > at) throw refusal('ENOSPC')
    whole()
  }
  const disk: Disk = {
    exists: existsSync,
    rename(from, to) {
      const isForeign =
        (kind !== 'one disk' && from.includes('staging')) || (kind === 'layers' && !moved.has(from))
      step(() => {
        // A copied folder is in the upper layer; a renamed folder is already there.
        if (isForeign && !from.includes('.gongshi-')) throw refusal('EXDEV')
        renameSync(from, to)
        moved.add(to)
      })
    },
    copy(from, to) {
      step(
        () => {
          cpSync(from, to, { recursive: true })
        },
        () => {
          mkdirSync(to)
          cpSync(join(from, 'index.html'), join(to, 'index.html'))
        },
      )
    },
    remove(path) {
      step(
        () => {
          rmSync(path, { recursive: true, force: true })
        },
        () => {
          rmSync(join(path, 'index.html'), { force: true })
        },
      )
    },
  }
  return { disk, done: () => count }
}

const kinds: Kind[] = ['one disk', 'two disks', 'layers']

/** The number of operations of the whole replacement. */
function length(kind: Kind, old: Tree | null): number {
  const { built, target } = targetWith(old)
  const { disk, done } = failingDisk(Infinity, kind, false)
  replaceAtomically(built, target, disk)
  return done()
}

describe.each(kinds)('on %s', (kind) => {
  test.each([
    ['over the last site', trees.old],
    ['as the first site', null],
  ])('killed at any point %s, the site is the old or the new one after recovery', (_name, old) => {
    const steps = length(kind, old)
    expect(steps).toBeGreaterThan(old === null ? 0 : 3)
    const outcomes = new Set<string>()
    for (let at = 1; at <= steps; at++) {
      const { folder, built, target } = targetWith(old)
      try {
        replaceAtomically(built, target, failingDisk(at, kind, true).disk)
      } catch (error) {
        expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC')
      }
      recover(target)
      const found = existsSync(target) ? treeAt(target) : null
      expect([old, trees.new], `killed at ${at}`).toContainEqual(found)
      outcomes.add(found === null ? 'none' : String(found['index.html']))
      expect(isInterrupted(target)).toBe(false)
      expect(readdirSync(folder).filter((name) => !['dist', 'staging'].includes(name))).toEqual([])
    }
    expect([...outcomes].sort()).toEqual(
      old === null ? ['new', 'none'].slice(steps === 1 ? 1 : 0) : ['new', 'old'],
    )
  })

  test('killed again during recovery, the next recovery completes it', () => {
    const steps = length(kind, trees.old)
    for (let at = 1; at <= steps; at++)
      for (let again = 1; again <= steps; again++) {
        const { built, target } = targetWith(trees.old)
        for (const [n, action] of [
          [
            at,
            (disk: Disk) => {
              replaceAtomically(built, target, disk)
            },
          ],
          [
            again,
            (disk: Disk) => {
              recover(target, disk)
            },
          ],
        ] as const)
          try {
            action(failingDisk(n, kind, true).disk)
          } catch {
            // The process was killed.
          }
        recover(target)
        expect([trees.old, trees.new], `killed at ${at} and ${again}`).toContainEqual(
          treeAt(target),
        )
        expect(isInterrupted(target)).toBe(false)
      }
  })

  test('when one operation fails, the old or the new site is in place, and the next build works', () => {
    const steps = length(kind, trees.old)
    for (let at = 1; at <= steps; at++) {
      const { built, target } = targetWith(trees.old)
      let failed = false
      try {
        replaceAtomically(built, target, failingDisk(at, kind, false).disk)
      } catch (error) {
        failed = true
        expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC')
      }
      expect(treeAt(target), `failed at ${at}`).toEqual(failed ? trees.old : trees.new)
      write(built, { 'index.html': 'next' })
      for (const name of filesIn(built)) if (name !== 'index.html') rmSync(join(built, name))
      replaceAtomically(built, target)
      expect(treeAt(target)).toEqual({ 'index.html': 'next' })
      expect(isInterrupted(target)).toBe(false)
    }
  })
})

test('a link stays a link, and its target is replaced', () => {
  const { folder, built, target } = targetWith(null)
  write(join(folder, 'public_html'), trees.old)
  symlinkSync('public_html', target)
  replaceAtomically(built, target)
  expect(treeAt(join(folder, 'public_html'))).toEqual(trees.new)
  expect(treeAt(target)).toEqual(trees.new)
})

test('killed at a hundred random moments or more, the site is always the old or the new one, byte for byte', async () => {
  const folder = folderOf({})
  const target = join(folder, '公示 site')
  const large = (text: string): Tree =>
    Object.fromEntries(
      Array.from({ length: 60 }, (_file, n) => [`units/${n % 7}/${n}.html`, text.repeat(n * 20)]),
    )
  const sites = { a: large('甲'), b: large('乙'), last: large('丙') }
  for (const [name, tree] of Object.entries(sites)) write(join(folder, name), tree)
  const random = new Random('a hundred kills')
  let interrupted = 0
  // On a busy machine, few of the moments are within a replacement; at least one has to be.
  for (let kill = 0; kill < 100 || (interrupted === 0 && kill < 1000); kill++) {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'replace-forever.ts'), folder, target],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    const ended = new Promise((resolve) => child.once('exit', resolve))
    await new Promise((resolve) => child.stdout.once('data', resolve))
    // A replacement takes a few milliseconds, so this is a random moment of one of the first.
    await new Promise((resolve) => setTimeout(resolve, random.whole(0, 20)))
    child.kill('SIGKILL')
    await ended
    if (isInterrupted(target)) interrupted++
    recover(target)
    const found = treeAt(target)
    expect([sites.a, sites.b]).toContainEqual(found)
    expect(readdirSync(folder).filter((name) => name.includes('.gongshi-'))).toEqual([])
  }
  expect(interrupted).toBeGreaterThan(0)
  replaceAtomically(join(folder, 'last'), target)
  expect(treeAt(target)).toEqual(sites.last)
})
