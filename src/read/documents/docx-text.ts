import { readXml, XmlError } from '../archive/read-xml.ts'
import { openZip, ZipError, type ZipRefusal } from '../archive/read-zip.ts'
import { officeKind, officePackage } from '../attachments/office-package.ts'
import { megabyte } from '#model/file-size.ts'
import { type DocumentText, LineBuilder } from './document-lines.ts'

/** Thrown for a document that is not read, with the reason in Chinese. */
export class DocxMistake extends Error {}

/** Of all parts that are read, decompressed: the main part of a long report has about two megabytes. */
const maxBytes = 64 * megabyte
const maxParts = 5_000

const refusals: Readonly<Record<ZipRefusal, string>> = {
  broken: '打不开，可能没有传完',
  encrypted: '设了密码',
  unsupported: '压缩方式认不出',
  'too-many-entries': `里面的部件超过${maxParts}个`,
  'too-many-bytes': `解压以后超过${maxBytes / megabyte}兆`,
}

/**
 * The text of a Word document (ECMA-376) as its program shows it, with tracked changes accepted:
 * paragraphs and rows of tables in order, without headers, footers and notes.
 *
 * @throws DocxMistake, DocumentTooLong
 */
export function textOfDocx(bytes: Uint8Array): DocumentText {
  try {
    const limits = { entries: maxParts, entryBytes: maxBytes, totalBytes: maxBytes }
    const zip = openZip(bytes, limits)
    const parts = officePackage(zip, zip.read)
    const kind = parts === null ? null : officeKind(parts)
    const main = parts?.main ?? null
    const entry = main === null ? undefined : zip.get(main)
    if (entry === undefined || (kind !== 'docx' && kind !== 'docm'))
      throw new DocxMistake('不是Word文件（DOCX）')
    return textOfPart(zip.read(entry))
  } catch (error) {
    if (error instanceof ZipError) throw new DocxMistake(refusals[error.reason])
    if (error instanceof XmlError) throw new DocxMistake('里面有错误，读不下去')
    throw error
  }
}

/** Elements whose content is not shown: removed text, other versions, pronunciations. */
const hidden = new Set(['del', 'moveFrom', 'Fallback', 'rt', 'instrText', 'delText', 'pPr', 'rPr'])

function textOfPart(bytes: Uint8Array): DocumentText {
  const builder = new LineBuilder()
  let hiddenDepth = 0
  let textDepth = 0
  readXml(bytes, {
    open(name) {
      if (hidden.has(name)) hiddenDepth++
      if (hiddenDepth > 0) return
      if (name === 't') textDepth++
      else if (name === 'tr') builder.openRow()
      else if (name === 'tc') builder.openCell()
      else if (name === 'p' || name === 'br' || name === 'cr') builder.endLine()
      else if (name === 'tab') builder.addText(' ')
      else if (name === 'noBreakHyphen') builder.addText('-')
    },
    text(text) {
      if (textDepth > 0 && hiddenDepth === 0) builder.addText(text)
    },
    close(name) {
      if (hidden.has(name)) {
        hiddenDepth--
        return
      }
      if (hiddenDepth > 0) return
      if (name === 't') textDepth--
      else if (name === 'tr') builder.closeRow()
      else if (name === 'tc') builder.closeCell()
      else if (name === 'p') builder.endLine()
    },
  })
  return { ...builder.finish(), hasHardBreaks: false }
}
