import { cpSync, lstatSync, readlinkSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** What the step does to a disk, so that a test can let it fail at any point. */
export interface Disk {
  readonly exists: (path: string) => boolean
  /** In one step, or not at all. */
  readonly rename: (from: string, to: string) => void
  /** Step by step: killed, it leaves a part. */
  readonly copy: (from: string, to: string) => void
  /** Step by step: killed, it leaves a part. */
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
 * What stands beside a target while a folder is put in place. It tells how far a step came that was
 * killed: the new and the old one are whole under their names, a part never counts.
 */
const siblings = (place: string) => ({
  fresh: `${place}.gongshi-new`,
  previous: `${place}.gongshi-old`,
  part: `${place}.gongshi-part`,
})

/**
 * Puts a folder in place of the one at `target`, which stays until the new one is whole beside it.
 * Killed at any point, `settle` makes it the old one or the new one, whole. Where it fails, the old
 * one stands, and the reason is thrown.
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
    // Only the old one could not be removed: the next step will try again.
    if (isReady && !disk.exists(fresh)) return
    rollBack(place, disk)
    throw error
  }
}

/** Whether a step that was killed has left something at a target. */
export const isInterrupted = (target: string): boolean =>
  Object.values(siblings(followLink(target))).some(realDisk.exists)

/** Finishes the step that was killed, if there was one: with the new folder once it was whole. */
export function recover(target: string, disk: Disk = realDisk): void {
  const place = followLink(target)
  const { fresh, previous, part } = siblings(place)
  if (disk.exists(part)) disk.remove(part)
  if (disk.exists(fresh)) {
    // With both beside it, what is in place is a rest of the old one.
    if (disk.exists(previous)) disk.remove(place)
    else if (disk.exists(place)) move(place, previous, part, disk)
    disk.rename(fresh, place)
  }
  if (!disk.exists(previous)) return
  if (disk.exists(place)) discard(previous, part, disk)
  else disk.rename(previous, place)
}

/** Puts back what was there. What fails on the way is left to the next `settle`. */
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
    // The reason why it has to be undone is the one to tell.
  }
}

/** Renames; between two disks, or layers of one, copies. Under its name the copy is always whole. */
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

/** Half removed, a folder must not bear its name any more. */
function discard(path: string, part: string, disk: Disk): void {
  disk.rename(path, part)
  disk.remove(part)
}

const mostLinks = 40

/** Where a link leads, also to where there is nothing now: the link stays, what it leads to is replaced. */
export function followLink(target: string, links = 0): string {
  const isLink = lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() === true
  return isLink && links < mostLinks
    ? followLink(resolve(dirname(target), readlinkSync(target)), links + 1)
    : target
}
