import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FolderWriter } from '#site/written-files.ts'
import { folderOf } from './support/folder.ts'

const page = Buffer.from('<h1>公示</h1>')

/** A site with one page, and what is known of it. */
function siteOf() {
  const site = folderOf({})
  const stamp = new FolderWriter(site).write('units/caizheng.html', page)
  const file = join(site, 'units/caizheng.html')
  /** Whether the next site takes the page from this one; what it takes is the page as it was written. */
  const isShared = (length = page.length): boolean => {
    const next = folderOf({})
    const taken = new FolderWriter(next).share('units/caizheng.html', site, { length, stamp })
    if (taken) expect(readFileSync(join(next, 'units/caizheng.html'))).toEqual(page)
    return taken
  }
  return { site, file, isShared, stamp }
}

test('a file as it was written is taken into the next site without writing it again', () => {
  const { site, file, isShared, stamp } = siteOf()
  expect(isShared()).toBe(true)
  const next = folderOf({})
  new FolderWriter(next).share('units/caizheng.html', site, { length: page.length, stamp })
  expect(statSync(join(next, 'units/caizheng.html')).ino).toBe(statSync(file).ino)
  // The site that it was taken from may go.
  rmSync(site, { recursive: true })
  expect(readFileSync(join(next, 'units/caizheng.html'))).toEqual(page)
})

test.each<[string, (file: string) => void]>([
  [
    'somebody wrote to',
    (file) => {
      writeFileSync(file, '<h1>公布</h1>')
      utimesSync(file, 1, 1)
    },
  ],
  [
    'somebody made longer',
    (file) => {
      const { atime, mtime } = statSync(file)
      writeFileSync(file, '<h1>公示公示</h1>')
      utimesSync(file, atime, mtime)
    },
  ],
  [
    'was replaced by a copy',
    (file) => {
      copyFileSync(file, `${file}.new`)
      rmSync(file)
      copyFileSync(`${file}.new`, file)
    },
  ],
  [
    'was replaced by a link',
    (file) => {
      copyFileSync(file, `${file}.new`)
      rmSync(file)
      symlinkSync(`${file}.new`, file)
    },
  ],
  [
    'was replaced by a folder',
    (file) => {
      rmSync(file)
      mkdirSync(file)
    },
  ],
  [
    'others may no longer read',
    (file) => {
      chmodSync(file, 0o600)
    },
  ],
  [
    'is gone',
    (file) => {
      rmSync(file)
    },
  ],
])('a file that %s is not taken', (_what, change) => {
  const { file, isShared } = siteOf()
  change(file)
  expect(isShared()).toBe(false)
})

test('a file of another length, or one that was never stamped, is not taken', () => {
  const { site, isShared } = siteOf()
  expect(isShared(page.length + 1)).toBe(false)
  const writer = new FolderWriter(folderOf({}))
  const unknown = { length: page.length, stamp: null }
  expect(writer.share('units/caizheng.html', site, unknown)).toBe(false)
})

test('what is there is never written over: it may be a file of the site that stands', () => {
  const { site, file, stamp } = siteOf()
  const next = new FolderWriter(folderOf({}))
  next.share('units/caizheng.html', site, { length: page.length, stamp })
  expect(() => next.write('units/caizheng.html', Buffer.from('another'))).toThrow('EEXIST')
  expect(readFileSync(file)).toEqual(page)
})
