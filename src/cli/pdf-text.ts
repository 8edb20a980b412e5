import type { FileProperties } from '#export/office-properties.ts'
import { withoutRadicals } from '#schema/radicals.ts'

/**
 * Adds author, title and description to a PDF, and makes its text searchable. Fonts such as Noto
 * Sans SC draw a character and the radical of the same shape (人 U+4EBA, ⼈ U+2F08) with one glyph,
 * and Chromium writes the lower code: a search for 人民 then finds nothing. This function replaces
 * radicals by characters.
 */
export async function finishPdf(
  pdf: Uint8Array,
  { title, author, description }: Omit<FileProperties, 'day'>,
): Promise<Uint8Array> {
  const { decodePDFRawStream, PDFDocument, PDFRawStream } = await import('@cantoo/pdf-lib')
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  document.setTitle(title, { showInWindowTitleBar: true })
  if (author !== undefined) document.setAuthor(author)
  document.setSubject(description)
  for (const [reference, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || isPicture(object.dict.toString())) continue
    const text = Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')
    if (!text.includes('begincmap')) continue
    document.context.assign(reference, document.context.flateStream(plainCodes(text)))
  }
  return document.save()
}

/** Whether a stream is a picture or a font, by its dictionary. */
const isPicture = (dictionary: string): boolean =>
  /\/Subtype \/Image|\/Length1|\/FontFile|DCTDecode/.test(dictionary)

/** Replaces radicals by characters in a map from glyphs to characters (CMap). */
export const plainCodes = (cmap: string): string =>
  cmap
    .replace(/beginbfchar[^]*?endbfchar/g, (block) =>
      block.replace(
        /<(\w+)> <(\w{4})>/g,
        (_whole, glyph: string, code: string) => `<${glyph}> <${plainCode(code)}>`,
      ),
    )
    .replace(/beginbfrange[^]*?endbfrange/g, (block) =>
      block.replace(/<(\w+)> <(\w+)> <(\w{4})>/g, plainRange),
    )

/** A range of glyphs with consecutive characters, listed one by one if it contains radicals. */
function plainRange(whole: string, first: string, last: string, code: string): string {
  const codes = Array.from({ length: parseInt(last, 16) - parseInt(first, 16) + 1 }, (_, n) =>
    hex(parseInt(code, 16) + n),
  )
  const plain = codes.map(plainCode)
  return plain.every((one, n) => one === codes[n])
    ? whole
    : `<${first}> <${last}> [${plain.map((one) => `<${one}>`).join(' ')}]`
}

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0')

function plainCode(code: string): string {
  const plain = withoutRadicals(String.fromCharCode(parseInt(code, 16)))
  return hex(plain.charCodeAt(0))
}
