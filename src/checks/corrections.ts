import { bulletinText } from '#domain/bulletin.ts'
import { covers, ofBulletin } from '#domain/correction.ts'
import { publicRecords, type PublicRecord } from '#domain/public-records.ts'
import { isWritten, writingsAt } from '#domain/correction-writing.ts'
import type { Dataset } from '#domain/dataset.ts'
import { resolveReference } from '#domain/reference.ts'
import { atValue, type Problem } from '#problems/problem.ts'
import type { Correction } from '#schema/correction.ts'
import { problem, type Check, type CheckInput } from './check.ts'

/** What a correction says is what the data says now, and it was not made before the publication. */
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

function correctionsIn({ dataset, stands }: CheckInput, record: PublicRecord): Problem[] {
  const file = `data/${record.id}.yaml`
  const { corrections: all, published } = record
  return all.flatMap((correction, n) => {
    const { on, at } = correction
    const warn = (code: Problem['code'], field: string, args: Problem['args']): Problem =>
      problem(code, file, atValue('corrections', n, field), args, 'warning')
    const early =
      published !== null && on < published
        ? [warn('correction-early', 'on', { on, published })]
        : []
    // Only the last word on a value has to be true of it.
    if (isSuperseded(all, n)) return early
    if (at === ofBulletin)
      return [...early, ...bulletinCorrection(dataset, record, correction, warn)]
    const now = writingsAt(dataset, record, at)
    if (correction.to === undefined) {
      const { from = '' } = correction
      const still = now !== null && now.length > 0 && isWritten(from, now)
      return still ? [...early, warn('correction-withdrawn', 'at', { at, from })] : early
    }
    if (now === null)
      return stands(file, at.split('.'))
        ? early
        : [...early, warn('correction-nowhere', 'at', { at })]
    if (isWritten(correction.to, now)) return early
    return [
      ...early,
      warn('correction-differs', 'to', { at, to: correction.to, now: now.at(-1) ?? '' }),
    ]
  })
}

const isSuperseded = (all: readonly Correction[], n: number): boolean =>
  all.some(
    (other, m) =>
      (other.on > (all[n]?.on ?? '') || (other.on === all[n]?.on && m > n)) &&
      (covers(other.at, all[n]?.at ?? '') || covers(all[n]?.at ?? '', other.at)),
  )

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
  // A long passage may be cut short.
  const isThere = String(to)
    .split(/…+/)
    .every((part) => text.includes(part.trim()))
  return isThere
    ? []
    : [warn('correction-differs', 'to', { at: ofBulletin, to, now: '正文里没有这段文字' })]
}

/** A withdrawn record is gone; one that got another id is there under it. */
function withdrawals({ withdrawals: all }: Dataset, records: readonly PublicRecord[]): Problem[] {
  const isThere = (id: string): boolean => records.some((record) => record.id === id)
  return all.flatMap(({ at, to }, n) => {
    const warn = (code: Problem['code'], field: string, args: Problem['args']): Problem =>
      problem(code, 'data/corrections.yaml', atValue('corrections', n, field), args, 'warning')
    const later = all.slice(n + 1).some((other) => other.at === String(to) || other.at === at)
    if (later) return []
    if (isThere(at)) return [warn('correction-withdrawn', 'at', { at, from: at })]
    return to === undefined || isThere(String(to))
      ? []
      : [warn('correction-nowhere', 'to', { at: to })]
  })
}
