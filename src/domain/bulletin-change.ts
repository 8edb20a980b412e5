import { bulletinText, type Resolve } from './bulletin.ts'
import { isSame } from './changes.ts'
import type { Dataset } from './dataset.ts'
import { resolveReference } from './reference.ts'
import { difference } from './text-difference.ts'

/**
 * What is written otherwise in a bulletin that was there before and still is; null when nothing is.
 * Figures that changed in the data are set aside: they are changes of the data.
 */
export function bulletinChange(
  id: string,
  before: Dataset | null,
  now: Dataset | null,
): ReturnType<typeof difference> | null {
  const [old, fresh] = [before?.bulletins[id], now?.bulletins[id]]
  if (old === undefined || fresh === undefined) return null
  const earlier = resolverOf(before, id)
  const later = resolverOf(now, id)
  const was = bulletinText(old, earlier)
  const reads = bulletinText(fresh, later)
  // Seen from the earlier data, only what was written otherwise is left.
  const rewritten = bulletinText(fresh, (path) => earlier(path) || later(path))
  return isSame(was, reads) || isSame(was, rewritten) ? null : difference(was, rewritten)
}

/** Reads references as seen from an inspection; what leads nowhere reads as nothing. */
export function resolverOf(dataset: Dataset | null, id: string): Resolve {
  const inspection = dataset?.inspections.find((one) => one.id === id)
  return (path) => {
    if (dataset === null || inspection === undefined) return ''
    const resolved = resolveReference(dataset, inspection, path)
    return resolved.found ? resolved.text : ''
  }
}
