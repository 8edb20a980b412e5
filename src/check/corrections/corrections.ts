import { authoredFile } from '#schema/authored-files.ts'
import { bulletinText } from '#model/bulletin.ts'
import { goneIssue, ofBulletin, renamedIssue } from '#model/correction.ts'
import { fileOfRecord, publicRecords, type PublicRecord } from '#model/public-records.ts'
import { isWritten, writingsAt } from '#model/correction-writing.ts'
import { compareText, type Dataset } from '#model/dataset.ts'
import { resolveReference } from '#model/reference.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import type { Correction } from '#schema/correction.ts'
import { problem, type Check, type CheckInput } from '../check.ts'

/** A correction gives the current value of the data and is not dated before the publication. */
export const corrections: Check = {
  name: 'corrections',
  description:
    'A correction leads to a value, says what stands there, and follows the publication.',
  check(input) {
    const records = publicRecords(input.dataset)
    return [
      ...records.flatMap((record) => correctionsIn(input, record)),
      ...withdrawals(input.dataset, records),
    ]
  },
}

function correctionsIn({ dataset, exists }: CheckInput, record: PublicRecord): Problem[] {
  const file = fileOfRecord(record.id)
  const { corrections: all, published } = record
  const superseded = supersededIn(all)
  return all.flatMap((correction, n) => {
    const { on, at } = correction
    const warn = (code: Problem['code'], field: string, args: Problem['args']): Problem =>
      problem(code, file, atValue('corrections', n, field), args, 'warning')
    const early =
      published !== null && on < published
        ? [warn('correction-early', 'on', { on, published })]
        : []
    // Only the newest correction of a value must match it.
    if (superseded.has(n)) return early
    if (at === ofBulletin)
      return [...early, ...bulletinCorrection(dataset, record, correction, warn)]
    const present = renamedIssue(correction)
    if (present !== null)
      return [...early, ...renaming(record, goneIssue(correction) ?? '', present, warn)]
    const now = writingsAt(dataset, record, at)
    if (correction.to === undefined) {
      const { from = '' } = correction
      const still = now !== null && now.length > 0 && isWritten(from, now)
      return still ? [...early, warn('correction-withdrawn', 'at', { at, from })] : early
    }
    if (now === null)
      return exists(file, at.split('.'))
        ? early
        : [...early, warn('correction-nowhere', 'at', { at })]
    if (isWritten(correction.to, now)) return early
    return [
      ...early,
      warn('correction-differs', 'to', { at, to: correction.to, now: now.at(-1) ?? '' }),
    ]
  })
}

/** A renamed issue must not exist under its old id any more, and must exist under its new one. */
function renaming(
  { inspection }: PublicRecord,
  former: string,
  present: string,
  warn: (code: Problem['code'], field: string, args: Problem['args']) => Problem,
): Problem[] {
  const issues = inspection?.issues ?? {}
  if (Object.hasOwn(issues, former))
    return [warn('correction-withdrawn', 'at', { at: `issues.${former}`, from: former })]
  return Object.hasOwn(issues, present)
    ? []
    : [warn('correction-nowhere', 'to', { at: `issues.${present}` })]
}

/**
 * The indexes of corrections that a newer one for the same path, or for one above or below it,
 * supersedes.
 */
function supersededIn(all: readonly Correction[]): ReadonlySet<number> {
  const superseded = new Set<number>()
  // Newest first, so that each is compared only with the newer ones.
  const newest = [...all.keys()].sort(
    (a, b) => compareText(all[b]?.on ?? '', all[a]?.on ?? '') || b - a,
  )
  const places = new Set<string>()
  const above = new Set<string>()
  for (const n of newest) {
    const at = all[n]?.at ?? ''
    const parents = parentPlaces(at)
    if (above.has(at) || places.has(at) || parents.some((place) => places.has(place)))
      superseded.add(n)
    places.add(at)
    for (const place of parents) above.add(place)
  }
  return superseded
}

/** The paths above a path: `areas` and `areas.media` for `areas.media.tally`. */
function parentPlaces(at: string): string[] {
  const places: string[] = []
  for (let dot = at.indexOf('.'); dot !== -1; dot = at.indexOf('.', dot + 1))
    places.push(at.slice(0, dot))
  return places
}

function bulletinCorrection(
  dataset: Dataset,
  { inspection }: PublicRecord,
  { to }: Correction,
  warn: (code: Problem['code'], field: string, args: Problem['args']) => Problem,
): Problem[] {
  if (inspection === null) return [warn('correction-nowhere', 'at', { at: ofBulletin })]
  const bulletin = dataset.bulletins[inspection.id]
  if (to === undefined) return []
  if (bulletin === undefined) return [warn('correction-nowhere', 'at', { at: ofBulletin })]
  const text = bulletinText(bulletin, (path) => {
    const resolved = resolveReference(dataset, inspection, path)
    return resolved.found ? resolved.text : ''
  }).join('\n')
  // The correction may quote a long passage in shortened form.
  const isThere = String(to)
    .split(/…+/)
    .every((part) => text.includes(part.trim()))
  return isThere
    ? []
    : [warn('correction-differs', 'to', { at: ofBulletin, to, now: '正文里没有这段文字' })]
}

/** A withdrawn record must not exist any more; a renamed one must exist under its new id. */
function withdrawals({ withdrawals: all }: Dataset, records: readonly PublicRecord[]): Problem[] {
  const ids = new Set(records.map(({ id }) => id))
  const isThere = (id: string): boolean => ids.has(id)
  const lastAt = new Map(all.map(({ at }, n) => [at, n]))
  return all.flatMap(({ at, to }, n) => {
    const warn = (code: Problem['code'], field: string, args: Problem['args']): Problem =>
      problem(code, authoredFile('corrections'), atValue('corrections', n, field), args, 'warning')
    const later = (lastAt.get(String(to)) ?? -1) > n || (lastAt.get(at) ?? -1) > n
    if (later) return []
    if (isThere(at)) return [warn('correction-withdrawn', 'at', { at, from: at })]
    return to === undefined || isThere(String(to))
      ? []
      : [warn('correction-nowhere', 'to', { at: to })]
  })
}
