import { UserError } from '#messages/user-error.ts'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { followLink } from './atomic-replace.ts'
import { processState, thisProcess } from './process-name.ts'

/** Thrown when another process is writing to the same target; its message is Chinese. */
export class Locked extends UserError {}

/**
 * In milliseconds. Whether a process of another machine still runs is unknown, but no build takes
 * an hour.
 */
const maxAgeElsewhere = 60 * 60 * 1000
/** In milliseconds. A lock is empty for a moment between its creation and its first write. */
const maxAgeUnnamed = 10 * 1000

/**
 * Calls `use` while no other process writes to `target`, on this machine or on one that shares the
 * disk. A stale lock of a killed process is replaced. `use` receives a function that throws when the
 * lock was lost, which happens when a machine sleeps for long.
 *
 * @throws Locked, with the reason in Chinese, when another process is writing there
 */
export async function whileLocked<T>(
  target: string,
  use: (ensureHeld: () => void) => T | Promise<T>,
): Promise<T> {
  const lock = `${followLink(target)}.gongshi-lock`
  mkdirSync(dirname(lock), { recursive: true })
  acquire(lock, target)
  const isHeld = (): boolean => holderOf(lock) === thisProcess()
  try {
    return await use(() => {
      if (!isHeld()) throw new Locked(`另一个命令接着写入了“${target}”，这一次没有写入。`)
    })
  } finally {
    if (isHeld()) rmSync(lock, { force: true })
  }
}

function acquire(lock: string, target: string): void {
  while (!create(lock)) {
    const holder = holderOf(lock)
    if (holder === null) continue
    const age = Date.now() - (statSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0)
    const state = processState(holder)
    const isStale =
      state === 'gone' ||
      (state === 'elsewhere' && age > maxAgeElsewhere) ||
      (state === 'no-name' && age > maxAgeUnnamed)
    if (!isStale)
      throw new Locked(
        `另一个命令正在写入“${target}”（进程 ${holder || '刚刚开始'}）。请等它完成后再运行；如果确定没有，请删除文件“${lock}”。`,
      )
    remove(lock, holder)
  }
}

function create(lock: string): boolean {
  try {
    writeFileSync(lock, thisProcess(), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    rmSync(lock, { force: true })
    throw error
  }
}

/** The name of the process that holds the lock; null when there is no lock. */
function holderOf(lock: string): string | null {
  try {
    return readFileSync(lock, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Removes a stale lock, unless another process has replaced it meanwhile. */
function remove(lock: string, staleHolder: string): void {
  const aside = `${lock}-${process.pid}`
  try {
    renameSync(lock, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  const found = holderOf(aside) ?? staleHolder
  try {
    if (found !== staleHolder) writeFileSync(lock, found, { flag: 'wx' })
  } finally {
    rmSync(aside, { force: true })
  }
}
