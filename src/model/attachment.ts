import { sizeWords } from './file-size.ts'
import { deviceName, idPattern } from '#schema/scalars.ts'

/** What is known of a file that is published beside a report. */
export interface StoredFile {
  /** In bytes. */
  readonly size: number
  /** Of its content, in hexadecimal. */
  readonly sha256: string
}

/**
 * Endings that may be published. A browser opens none of them as a page of this site: HTML and SVG,
 * which can hold scripts, are not among them.
 */
export const attachmentTypes = [
  'pdf',
  'ofd',
  'doc',
  'docx',
  'wps',
  'xls',
  'xlsx',
  'et',
  'csv',
  'txt',
  'png',
  'jpg',
  'jpeg',
  'zip',
] as const
export type AttachmentType = (typeof attachmentTypes)[number]

/** The largest size of a file where `site.yaml` sets no other, in megabytes (1 MB = 1024 × 1024 bytes). */
export const usualLimit = 20
/** The largest limit that `site.yaml` may set, in megabytes. */
export const largestLimit = 200

/** Where a file of an inspection or of a unit's report lies, below the folder of attachments and on the site. */
export const attachmentPath = (
  period: string,
  ...rest: readonly [file: string] | readonly [unit: string, file: string]
): string => [period, ...rest].join('/')

/** What a path below the folder of attachments ends in; null for one that no record can name. */
export function attachmentType(path: string): AttachmentType | null {
  const [name = '', ...folders] = path.split('/').reverse()
  const [, type] = /^(?=.{1,100}$)[a-z0-9]+(?:[._-][a-z0-9]+)*\.([a-z]+)$/.exec(name) ?? []
  const isPlaced = [1, 2].includes(folders.length) && folders.every((id) => idPattern.test(id))
  if (!isPlaced || deviceName.test(name)) return null
  return attachmentTypes.find((known) => known === type) ?? null
}

/** "PDF，1.2 MB" */
export function fileWords(name: string, size: number): string {
  return `${(name.split('.').at(-1) ?? '').toUpperCase()}，${sizeWords(size)}`
}
