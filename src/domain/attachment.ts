import type { SelfInspection } from '#schema/self-inspection.ts'

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

/** Where a file of a report lies, below the folder of attachments and on the site. */
export const attachmentPath = (period: string, unit: string, file: string): string =>
  `${period}/${unit}/${file}`

/** Whether a path below the folder of attachments is one that a report can name. */
export function isAttachmentPath(path: string): boolean {
  const id = '[a-z0-9]+(?:-[a-z0-9]+)*'
  const types = attachmentTypes.join('|')
  return new RegExp(`^${id}/${id}/[a-z0-9]+(?:[._-][a-z0-9]+)*\\.(?:${types})$`).test(path)
}

/** The names of the files that a report rests on. */
export const filesOf = ({ attachments = [], archived }: SelfInspection): string[] => [
  ...attachments.map(({ file }) => file),
  ...(archived === undefined ? [] : [archived.file]),
]

/** "PDF，1.2 MB" */
export function fileWords(name: string, size: number): string {
  const kilobytes = size / 1024
  const words =
    kilobytes >= 1024 ? `${(kilobytes / 1024).toFixed(1)} MB` : `${Math.ceil(kilobytes)} KB`
  return `${(name.split('.').at(-1) ?? '').toUpperCase()}，${words}`
}
