import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { systemTrouble } from '#build/output/system-trouble.ts'
import { folderOf } from '../../support/folder.ts'

const thrownBy = (action: () => unknown): unknown => {
  try {
    action()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

test('an error of the system is reported in words, with the path', () => {
  const folder = folderOf({ file: '' })
  expect(systemTrouble(thrownBy(() => readFileSync(folder)))).toBe(
    '这里应当是文件，现在是文件夹。请换一个位置。',
  )
  const inside = join(folder, 'file', 'inside')
  expect(
    systemTrouble(
      thrownBy(() => {
        writeFileSync(inside, '')
      }),
    ),
  ).toBe(`“${inside}”：这里应当是文件夹，现在是文件。请换一个位置。`)
})

test('the reason is found in the causes of an error', () => {
  const full = Object.assign(new Error('write'), { code: 'ENOSPC' })
  expect(systemTrouble(new Error('bundling failed', { cause: full }))).toContain('磁盘满了')
})

test('messages of libraries are recognised', () => {
  expect(
    systemTrouble(new Error("[plugin x]\nError: EROFS: read-only file system, mkdir '/x'")),
  ).toBe('磁盘是只读的。请换一个可以写入的位置。')
  const number = process.platform === 'win32' ? 112 : 28
  const message = `Failed to write file\n\nCaused by:\n    No space left on device (os error ${number})`
  expect(systemTrouble(new Error(message))).toContain('磁盘满了')
})

test('an error of the program is not attributed to the system', () => {
  expect(systemTrouble(new TypeError('x is not a function'))).toBeNull()
  expect(systemTrouble(Object.assign(new Error(), { code: 'ERR_ASSERTION' }))).toBeNull()
  expect(systemTrouble('text')).toBeNull()
})
