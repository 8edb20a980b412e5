import type { Model } from '#model/model.ts'
import { attachmentPath, fileWords } from '#model/attachment.ts'
import type { Attachment } from '#schema/attachment.ts'
import * as at from './addresses.ts'

/** A file to download, with its format and size, and the hash by which a copy can be checked. */
export interface AttachmentLink {
  readonly href: string
  readonly label: string
  readonly sha256: string | undefined
}

/**
 * The attachments of a record.
 *
 * @param folder the id of an inspection, or of a period and a unit
 */
export const attachmentLinks = (
  { dataset: { attachments } }: Model,
  [period, unit]: readonly [period: string] | readonly [period: string, unit: string],
  files: readonly Attachment[],
): AttachmentLink[] =>
  files.map(({ file, title }) => {
    const path =
      unit === undefined ? attachmentPath(period, file) : attachmentPath(period, unit, file)
    const stored = attachments[path]
    return {
      href: at.attachment(path),
      label: stored === undefined ? title : `${title}（${fileWords(file, stored.size)}）`,
      sha256: stored?.sha256,
    }
  })
