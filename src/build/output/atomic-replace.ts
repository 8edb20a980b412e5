import { cpSync, lstatSync, readlinkSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** The file operations of a replacement, injected so that tests can make each of them fail. */
export interface Disk {
  readonly exists: (path: string) => boolean
  /** Atomic. */
  readonly rename: (from: string, to: string) => void
  /** Not atomic: an interrupted copy is partial. */
  readonly copy: (from: string, to: string) => void
  /** Not atomic: an interrupted removal leaves a part. */
  readonly remove: (path: string) => void
}

const realDisk: Disk = {
  exists: (path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined,
  rename: renameSync,
  copy: (from, to) => {
    cpSync(from, to, { recursive: true })
  },
  remove: (path) => {
    rmSync(path, { recursive: true, force: true })
  },
}

/**
 * The names beside a target during a replacement. They tell how far an interrupted one came: the new
 * and the old folder are complete under their names, and a partial folder is never used.
 */
const siblings = (place: string) => ({
  fresh: `${place}.gongshi-new`,
  previous: `${place}.gongshi-old`,
  part: `${place}.gongshi-part`,
})

/**
 * Replaces the folder at `target`, which stays until the new folder is complete beside it. If the
 * process is killed at any point, `recover` restores either the old or the new folder, complete. On
 * an error the old folder is restored and the error is thrown.
 */
export function replaceAtomically(built: string, target: string, disk: Disk = realDisk): void {
  const place = followLink(target)
  const { fresh, part } = siblings(place)
  recover(place, disk)
  let isReady = false
  try {
    move(built, fresh, part, disk)
    isReady = true
    recover(place, disk)
  } catch (error) {
    // The new folder is in place and only the old one could not be removed: `recover` will remove
    // it.
    if (isReady && !disk.exists(fresh)) return
    rollBack(place, disk)
    throw error
  }
}

/** Whether an interrupted replacement has left something beside a target. */
export const isInterrupted = (target: string): boolean =>
  Object.values(siblings(followLink(target))).some(realDisk.exists)

/**
 * Finishes an interrupted replacement, if there was one: with the new folder when it is complete.
 */
export function recover(target: string, disk: Disk = realDisk): void {
  const place = followLink(target)
  const { fresh, previous, part } = siblings(place)
  if (disk.exists(part)) disk.remove(part)
  if (disk.exists(fresh)) {
    // When both exist, the folder at the target is a partial remainder of the old one.
    if (disk.exists(previous)) disk.remove(place)
    else if (disk.exists(place)) move(place, previous, part, disk)
    disk.rename(fresh, place)
  }
  if (!disk.exists(previous)) return
  if (disk.exists(place)) discard(previous, part, disk)
  else disk.rename(previous, place)
}

/** Restores the old folder. If that fails, the next `recover` finishes it. */
function rollBack(place: string, disk: Disk): void {
  const { fresh, previous, part } = siblings(place)
  try {
    if (disk.exists(part)) disk.remove(part)
    if (!disk.exists(fresh)) return
    if (disk.exists(previous)) {
      disk.remove(place)
      disk.rename(previous, place)
    }
    discard(fresh, part, disk)
  } catch {
    // The caller throws the original error, which tells more than this one.
  }
}

/**
 * Renames, or copies where the two are on different disks. The copy gets its name only when
 * complete.
 */
function move(from: string, to: string, part: string, disk: Disk): void {
  try {
    disk.rename(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    disk.copy(from, part)
    disk.rename(part, to)
    disk.remove(from)
  }
}

/**
 * Renames a folder before removing it, so that a partly removed folder is never taken for a
 * complete one.
 */
function discard(path: string, part: string, disk: Disk): void {
  disk.rename(path, part)
  disk.remove(part)
}

const maxLinks = 40

/**
 * The target of a symbolic link, whether it exists or not: the link stays, and its target is
 * replaced.
 */
export function followLink(target: string, links = 0): string {
  const isLink = lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() === true
  return isLink && links < maxLinks
    ? followLink(resolve(dirname(target), readlinkSync(target)), links + 1)
    : target
}
