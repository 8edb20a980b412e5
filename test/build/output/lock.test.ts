import { spawn, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Locked, whileLocked } from '#build/output/lock.ts'
import { processState, thisProcess } from '#build/output/process-name.ts'
import { inStaging } from '#build/output/staging.ts'
import { folderOf } from '../../support/folder.ts'

/** The name of a process that has ended. */
const goneProcess = (): string =>
  spawnSync(
    process.execPath,
    [
      '-e',
      "import('#build/output/process-name.ts').then((m) => process.stdout.write(m.thisProcess()))",
    ],
    { encoding: 'utf8' },
  ).stdout

test('a process is identified by its name while it runs, not only by its process id', () => {
  expect(processState(thisProcess())).toBe('running')
  expect(processState(goneProcess())).toBe('gone')
  // The number of the process was given to another process since.
  const [machine, pid] = thisProcess().split('.')
  if (existsSync('/proc/self/stat')) expect(processState(`${machine}.${pid}.0-1`)).toBe('gone')
  expect(processState(`${machine}.${pid}.unknown`)).toBe('running')
  expect(processState(`other.${pid}.0-1`)).toBe('elsewhere')
  expect(processState('')).toBe('no-name')
})

test('a second process gets an error that names the holder of the lock, and nothing is left behind', async () => {
  const folder = folderOf({})
  const target = join(folder, 'dist')
  await whileLocked(target, async () => {
    const second = whileLocked(target, () => 'both')
    await expect(second).rejects.toThrow(Locked)
    await expect(second).rejects.toThrow(`另一个命令正在写入“${target}”（进程 ${thisProcess()}）`)
  })
  expect(readdirSync(folder)).toEqual([])
  await expect(whileLocked(target, () => Promise.reject(new Error('a mistake')))).rejects.toThrow(
    'a mistake',
  )
  expect(readdirSync(folder)).toEqual([])
})

test.each([
  ['a process that is gone', goneProcess, 0, true],
  ['another machine, just now', () => 'other.1.0-1', 0, false],
  ['another machine, hours ago', () => 'other.1.0-1', 7200, true],
  ['nobody yet, just now', () => '', 0, false],
  ['nobody, some time ago', () => '', 60, true],
])('the lock of %s', async (_name, holder, secondsAgo, isReplaced) => {
  const folder = folderOf({})
  const target = join(folder, 'dist')
  const lock = `${target}.gongshi-lock`
  writeFileSync(lock, holder())
  const then = Date.now() / 1000 - secondsAgo
  utimesSync(lock, then, then)
  const taken = whileLocked(target, () => readFileSync(lock, 'utf8'))
  if (isReplaced) expect(await taken).toBe(thisProcess())
  else await expect(taken).rejects.toThrow(Locked)
  expect(readdirSync(folder)).toEqual(isReplaced ? [] : ['dist.gongshi-lock'])
})

test('a process that lost its lock to another machine fails before it replaces anything', async () => {
  const folder = folderOf({})
  const target = join(folder, 'dist')
  const lock = `${target}.gongshi-lock`
  const writing = whileLocked(target, (ensureHeld) => {
    ensureHeld()
    writeFileSync(lock, 'other.1.0-1')
    ensureHeld()
  })
  await expect(writing).rejects.toThrow(Locked)
  // The lock now belongs to the other process.
  expect(readFileSync(lock, 'utf8')).toBe('other.1.0-1')
})

test('when many processes find a stale lock, never two write at once', async () => {
  const folder = folderOf({})
  const target = join(folder, 'dist')
  const left = goneProcess()
  for (let round = 0; round < 3; round++) {
    writeFileSync(`${target}.gongshi-lock`, left)
    const children = Array.from({ length: 6 }, () =>
      spawn(process.execPath, [join(import.meta.dirname, 'write-alone.ts'), target], {
        stdio: ['ignore', 'pipe', 'inherit'],
      }),
    )
    const outputs = await Promise.all(
      children.map(
        (child) =>
          new Promise<string>((resolve) => {
            let text = ''
            child.stdout.on('data', (data: Buffer) => (text += data.toString()))
            child.once('close', () => {
              resolve(text)
            })
          }),
      ),
    )
    expect(outputs.every((one) => one === 'alone' || one === 'locked')).toBe(true)
    expect(outputs).toContain('alone')
    expect(readdirSync(folder)).toEqual([])
  }
})

test('a staging folder is removed afterwards, and so are those of killed processes', async () => {
  const root = 'node_modules/.cache/gongshi/staging'
  const left = join(root, goneProcess())
  const elsewhere = join(root, 'other.1.0-1')
  const old = join(root, 'other.2.0-1')
  for (const folder of [left, elsewhere, old]) mkdirSync(folder, { recursive: true })
  utimesSync(old, 0, 0)
  const used = await inStaging((folder) => {
    expect(existsSync(folder)).toBe(false)
    mkdirSync(folder)
    return Promise.resolve(folder)
  })
  expect([used, left, elsewhere, old].map((folder) => existsSync(folder))).toEqual([
    false,
    false,
    true,
    false,
  ])
  utimesSync(elsewhere, 0, 0)
  await inStaging(() => Promise.resolve())
  expect(existsSync(elsewhere)).toBe(false)
})
