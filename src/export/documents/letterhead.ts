import type { Model } from '#model/model.ts'
import type { Dataset, Inspection } from '#model/dataset.ts'
import { sitePicturePath } from '#model/named-files.ts'
import type { OfficialDocument, DocumentPicture } from './docx/official-document.ts'
import { attachmentBytes } from '#read/attachments/attachments.ts'
import type { Site } from '#schema/site.ts'

/** As wide as the block of GB/T 9704-2012 (5.2), in millimetres. */
const headWidth = 156
/** The common width of the seal of an office, in millimetres. */
const usualSeal = 42

/** A picture that an office has supplied. */
interface Supplied {
  readonly file: string
  /** The alternative text. */
  readonly name: string
  readonly millimetres: number
}

/**
 * The letterhead and the seal that an office has supplied, for a bulletin without joint issuers.
 */
export function letterheadOf(
  { issuer, joint_issuers: others }: Pick<Inspection, 'issuer' | 'joint_issuers'>,
  { letterhead }: Pick<Site, 'letterhead'>,
): { readonly head?: Supplied; readonly seal?: Supplied } {
  if (letterhead?.office !== issuer || others !== undefined) return {}
  const { head, seal, seal_mm: sealWidth = usualSeal } = letterhead
  return {
    ...(head === undefined
      ? {}
      : { head: { file: head, name: `${issuer}的发文机关标志`, millimetres: headWidth } }),
    ...(seal === undefined
      ? {}
      : { seal: { file: seal, name: `${issuer}的印章`, millimetres: sealWidth } }),
  }
}

/** The letterhead and the seal with the content of their files. */
export const letterheadPictures = (
  { contentDir, dataset }: Pick<Model, 'contentDir'> & { readonly dataset: Pick<Dataset, 'site'> },
  inspection: Parameters<typeof letterheadOf>[0],
): Pick<OfficialDocument, 'head' | 'seal'> =>
  Object.fromEntries(
    Object.entries(letterheadOf(inspection, dataset.site)).map(([key, supplied]) => [
      key,
      picture(contentDir, supplied),
    ]),
  )

function picture(contentDir: string, { file, name, millimetres }: Supplied): DocumentPicture {
  const bytes = attachmentBytes(contentDir, sitePicturePath(file))
  if (bytes === null) throw new Error(`the picture ${file} went away during the build`)
  const type = file.endsWith('.png') ? 'png' : 'jpg'
  return { name, type, content: bytes.toString('base64'), millimetres }
}
