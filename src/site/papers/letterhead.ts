import type { Inspection } from '#domain/dataset.ts'
import { letterheadPath } from '#domain/named-files.ts'
import type { Paper, PaperPicture } from '#exports/papers/paper.ts'
import { attachmentBytes } from '#loading/attachments.ts'
import type { Site } from '#schema/site.ts'
import { settingsFrom } from '../settings.ts'

/** As wide as the block of GB/T 9704-2012 (5.2), in millimetres. */
const headWidth = 156
/** The common width of the seal of an office, in millimetres. */
const usualSeal = 42

/** The head and the seal that an office has supplied, for a bulletin that it alone has issued. */
export function letterheadOf(
  { issuer, joint_issuers: others }: Pick<Inspection, 'issuer' | 'joint_issuers'>,
  { letterhead }: Pick<Site, 'letterhead'>,
): Pick<Paper, 'head' | 'seal'> {
  if (letterhead?.office !== issuer || others !== undefined) return {}
  const { head, seal, seal_mm: sealWidth = usualSeal } = letterhead
  return {
    ...(head === undefined ? {} : { head: picture(head, `${issuer}的发文机关标志`, headWidth) }),
    ...(seal === undefined ? {} : { seal: picture(seal, `${issuer}的印章`, sealWidth) }),
  }
}

function picture(file: string, name: string, millimetres: number): PaperPicture {
  const bytes = attachmentBytes(settingsFrom(process.env).contentDir, letterheadPath(file))
  if (bytes === null) throw new Error(`the picture ${file} went away during the build`)
  const type = file.endsWith('.png') ? 'png' : 'jpg'
  return { name, type, content: bytes.toString('base64'), millimetres }
}
