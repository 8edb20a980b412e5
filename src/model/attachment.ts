import { sizeWords } from './file-size.ts'
import { idPattern } from '#schema/id-pattern.ts'
import { deviceName } from '#schema/scalars.ts'

/** Size and checksum of a file that is published beside a report. */
export interface StoredFile {
  /** In bytes. */
  readonly size: number
  /** SHA-256 of the content, in hexadecimal. */
  readonly sha256: string
}

/**
 * File name endings that may be published. HTML and SVG are excluded because they can contain
 * scripts and browsers would open them as pages of this site.
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

/**
 * The default size limit of a file in megabytes (1 MB = 1024 × 1024 bytes), which `site.yaml` may
 * change.
 */
export const usualLimit = 20
/** The largest limit that `site.yaml` may set, in megabytes. */
export const maxSizeLimit = 200

/**
 * The path of a file of an inspection or of a unit's report, below the attachments folder and on
 * the site.
 */
export const attachmentPath = (
  period: string,
  ...rest: readonly [file: string] | readonly [unit: string, file: string]
): string => [period, ...rest].join('/')

/** The ending of a path below the attachments folder; null if no record could name such a file. */
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
