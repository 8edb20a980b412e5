import { cpSync, lstatSync, readlinkSync, renameSync, rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/** What the step does to a disk, so that a test can let it fail at any point. */
export interface Disk {
  readonly isThere: (path: string) => boolean
  /** In one step, or not at all. */
  readonly rename: (from: string, to: string) => void
  /** Step by step: killed, it leaves a part. */
  readonly copy: (from: string, to: string) => void
  /** Step by step: killed, it leaves a part. */
  readonly remove: (path: string) => void
}

const realDisk: Disk = {
  isThere: (path) => lstatSync(path, { throwIfNoEntry: false }) !== undefined,
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
const besides = (place: string) => ({
  fresh: `${place}.gongshi-new`,
  previous: `${place}.gongshi-old`,
  part: `${place}.gongshi-part`,
})

/**
 * Puts a folder in place of the one at `target`, which stays until the new one is whole beside it.
 * Killed at any point, `settle` makes it the old one or the new one, whole. Where it fails, the old
 * one stands, and the reason is thrown.
 */
export function putInPlace(built: string, target: string, disk: Disk = realDisk): void {
  const place = realPlace(target)
  const { fresh, part } = besides(place)
  settle(place, disk)
  let isReady = false
  try {
    move(built, fresh, part, disk)
    isReady = true
    settle(place, disk)
  } catch (error) {
    // Only the old one could not be removed: the next step will try again.
    if (isReady && !disk.isThere(fresh)) return
    undo(place, disk)
    throw error
  }
}

/** Whether a step that was killed has left something at a target. */
export const isUnsettled = (target: string): boolean =>
  Object.values(besides(realPlace(target))).some(realDisk.isThere)

/** Finishes the step that was killed, if there was one: with the new folder once it was whole. */
export function settle(target: string, disk: Disk = realDisk): void {
  const place = realPlace(target)
  const { fresh, previous, part } = besides(place)
  if (disk.isThere(part)) disk.remove(part)
  if (disk.isThere(fresh)) {
    // With both beside it, what is in place is a rest of the old one.
    if (disk.isThere(previous)) disk.remove(place)
    else if (disk.isThere(place)) move(place, previous, part, disk)
    disk.rename(fresh, place)
  }
  if (!disk.isThere(previous)) return
  if (disk.isThere(place)) discard(previous, part, disk)
  else disk.rename(previous, place)
}

/** Puts back what was there. What fails on the way is left to the next `settle`. */
function undo(place: string, disk: Disk): void {
  const { fresh, previous, part } = besides(place)
  try {
    if (disk.isThere(part)) disk.remove(part)
    if (!disk.isThere(fresh)) return
    if (disk.isThere(previous)) {
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
export function realPlace(target: string, links = 0): string {
  const isLink = lstatSync(target, { throwIfNoEntry: false })?.isSymbolicLink() === true
  return isLink && links < mostLinks
    ? realPlace(resolve(dirname(target), readlinkSync(target)), links + 1)
    : target
}
