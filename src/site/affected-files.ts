import type { Kept } from './kept-build.ts'
import { everyField, presenceOf } from './reads.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * Whether what was made then and read these names may be another now; null when everything may be,
 * because something changed that was read outside the files, or that is not followed.
 */
export function affectedBy(
  { names, outside, shared, snapshot: before }: Kept,
  now: Snapshot,
): ((reads: readonly number[]) => boolean) | null {
  const changed = changedReads(before, now)
  if (changed === null) return null
  const hit = new Set<number>()
  for (const [number, name] of names.entries()) if (changed.has(name)) hit.add(number)
  const isHit = (reads: readonly number[]): boolean => reads.some((read) => hit.has(read))
  // What is shared may rest on what is shared.
  for (let size = -1; size !== hit.size;) {
    size = hit.size
    for (const [name, reads] of shared) if (isHit(reads)) hit.add(name)
  }
  return isHit(outside) ? null : isHit
}

/** The reads of records that would give another value now; null when more than fields of records changed. */
function changedReads(before: Snapshot, now: Snapshot): ReadonlySet<string> | null {
  const names = Object.keys(now.records)
  const same = Object.keys(before.records)
  if (before.rest !== now.rest || names.join('\n') !== same.join('\n')) return null
  const changed = new Set<string>()
  for (const name of names) {
    const [was, is] = [before.records[name] ?? {}, now.records[name] ?? {}]
    if (Object.keys(was).join('\n') !== Object.keys(is).join('\n'))
      changed.add(`${name}#${everyField}`)
    for (const field of new Set([...Object.keys(was), ...Object.keys(is)])) {
      if (was[field] !== is[field]) changed.add(`${name}#${field}`)
      if (field in was !== field in is) changed.add(`${name}#${presenceOf(field)}`)
    }
  }
  return changed
}
