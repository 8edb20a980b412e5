import type { Dataset } from './dataset.ts'
import { sha256 } from './sha256.ts'

/**
 * The SHA-256 checksum of all records of a dataset and of the checksums of their attachments: two
 * sites with the same checksum show the same data. What is not yet public has to be left out before.
 */
export function dataHash(dataset: Dataset): string {
  // Record by record: the text of a large dataset as a whole would be longer than a string may be.
  const records = Object.entries<object | string>({ ...dataset }).flatMap(([part, value]) =>
    Object.entries(typeof value === 'object' ? value : { value })
      .filter(([, record]: [string, unknown]) => !isEmpty(record))
      .map((record) => sha256(JSON.stringify([part, ...record]))),
  )
  return sha256(records.join('\n'))
}

/** A folder whose records are not public yet is empty; it must not tell that they exist. */
const isEmpty = (record: unknown): boolean =>
  typeof record === 'object' && record !== null && Object.keys(record).length === 0
