import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  ensureListed,
  entriesBelow,
  FolderTooLarge,
  isBundledAsset,
  UnlistedFiles,
} from '#build/output/closed-list.ts'
import { folderOf } from '../../support/folder.ts'

const listed = new Set(['index.html', 'units/caizheng.html'])
const ensure = (folder: string): void => {
  ensureListed(folder, (path) => listed.has(path))
}

test('a folder that holds listed files, and folders for them, may be published', () => {
  const folder = folderOf({ 'index.html': '', 'units/caizheng.html': '' })
  mkdirSync(join(folder, 'empty'))
  expect(() => {
    ensure(folder)
  }).not.toThrow()
})

test('of many unlisted files the first ten are named', () => {
  const files = [...'abcdefghijkl'].map((name) => [`${name}.html`, ''] as const)
  expect(() => {
    ensure(folderOf(Object.fromEntries(files)))
  }).toThrow('"i.html"、"j.html"等 12 个。')
})

describe('a folder may not be published when it also holds', () => {
  test.each([
    'node_modules/.cache/gongshi/reading/ffefa21a',
    '.htaccess',
    'units/.DS_Store',
    'index.html.orig',
    '.prerender/chunks/page.mjs',
  ])('the file %s', (path) => {
    const folder = folderOf({ 'index.html': '', [path]: '' })
    expect(() => {
      ensure(folder)
    }).toThrow(UnlistedFiles)
    expect(() => {
      ensure(folder)
    }).toThrow(JSON.stringify(path))
  })

  test('a link with a listed name is refused', () => {
    const folder = folderOf({ 'index.html': '' })
    mkdirSync(join(folder, 'units'))
    symlinkSync('/etc/passwd', join(folder, 'units/caizheng.html'))
    expect(() => {
      ensure(folder)
    }).toThrow('units/caizheng.html')
  })
})

test('a link to a folder is one entry, and its target is not listed', () => {
  const elsewhere = folderOf({ 'secret.txt': '' })
  const folder = folderOf({ 'index.html': '' })
  symlinkSync(elsewhere, join(folder, 'link'))
  expect(entriesBelow(folder)).toEqual([
    { path: 'index.html', isFile: true },
    { path: 'link', isFile: false },
  ])
})

test('a folder that no build can have written is not listed to its end', () => {
  const folder = folderOf({ 'index.html': '', 'a/b/c.html': '' })
  expect(entriesBelow(folder, { levels: 2, entries: 4 })).toHaveLength(2)
  expect(() => entriesBelow(folder, { levels: 1, entries: 4 })).toThrow(FolderTooLarge)
  expect(() => entriesBelow(folder, { levels: 2, entries: 3 })).toThrow('超过3个')
})

test('of what a bundler writes, only styles and pictures with a hash in their name are listed', () => {
  const names = [
    'assets/Page.hlWPZl4u.css',
    'assets/_id_.lXtdR4c9.css',
    'assets/form.D-g_f.png',
    'assets/Page.css',
    'assets/.vite/manifest.json',
    'assets/entry.hash.mjs',
    'chunks/Page.hlWPZl4u.css',
    'assets/../Page.hlWPZl4u.css',
  ]
  expect(names.filter(isBundledAsset)).toEqual(names.slice(0, 3))
})
