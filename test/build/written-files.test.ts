import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FolderWriter } from '#build/written-files.ts'
import { folderOf } from '../support/folder.ts'

const page = Buffer.from('<h1>公示</h1>')

test('missing folders are created', () => {
  const site = folderOf({})
  new FolderWriter(site).write('units/caizheng.html', page)
  expect(readFileSync(join(site, 'units/caizheng.html'))).toEqual(page)
})

test('an existing file is never overwritten', () => {
  const site = folderOf({})
  const writer = new FolderWriter(site)
  writer.write('index.html', page)
  expect(() => {
    writer.write('index.html', Buffer.from('another'))
  }).toThrow('EEXIST')
  expect(readFileSync(join(site, 'index.html'))).toEqual(page)
})
