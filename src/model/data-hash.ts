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
      .map((record) => sha256(textOf(part, record))),
  )
  return sha256(records.join('\n'))
}

/** A folder whose records are not public yet is empty; it must not tell that they exist. */
const isEmpty = (record: unknown): boolean =>
  typeof record === 'object' && record !== null && Object.keys(record).length === 0

/** A record as JSON, with the line ends of Unix, as if Windows had not written its file. */
const textOf = (part: string, record: readonly [id: string, record: unknown]): string =>
  JSON.stringify([part, ...record], part === 'bulletins' ? withoutPositions : undefined).replaceAll(
    '\\r\\n',
    '\\n',
  )

/** The positions of words in the file of a bulletin differ with the line ends of the file. */
const withoutPositions = (key: string, value: unknown): unknown =>
  key === 'offset' ? undefined : value
