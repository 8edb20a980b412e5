import { readPdfs, workLeft } from '../attachments/read-pdfs.ts'
import { signatureOf } from '../attachments/file-signatures.ts'
import { decodedAs, isGbk, utf16Mark } from '../files/decode.ts'
import { systemReason } from '../files/files.ts'
import { isSpecial, pathKindWords, readBytes } from '../files/regular-files.ts'
import { sha256 } from '#model/sha256.ts'
import { megabyte, megabytes } from '#model/file-size.ts'
import {
  DocumentTooLong,
  type DocumentText,
  linesOfText,
  maxDocumentCharacters,
} from './document-lines.ts'
import { DocxMistake, textOfDocx } from './docx-text.ts'
import { declaredCharset, HtmlTooDeep, NoReportInScripts, textOfHtml } from './html-text.ts'

/** A document as it was read. */
export interface ReadDocument {
  /** Below the folder. */
  readonly path: string
  /** Null where the file itself could not be read. */
  readonly sha256: string | null
  /** The text, or why there is none, in Chinese. */
  readonly content: DocumentText | { readonly unread: string }
}

/** In bytes. A report with pictures has about ten megabytes. */
const maxDocumentBytes = 50 * megabyte
/** Files of PDF that one process reads. */
const pdfBatch = 20

/**
 * Reads the documents at paths below a folder, one by one; the texts of PDF files after all others,
 * because a process of its own reads them. What cannot be read has its reason.
 *
 * @param onRead called with the number of documents read so far
 */
export function readDocuments(
  folder: string,
  paths: readonly string[],
  onRead: (count: number) => void = () => undefined,
): ReadDocument[] {
  const documents = new Map<string, ReadDocument>()
  let pdfs: { readonly path: string; readonly sha256: string; readonly bytes: Uint8Array }[] = []
  const readBatch = (): void => {
    const files = pdfs.map(({ bytes }, attachment) => ({ bytes, attachment }))
    const texts = readPdfs(files, workLeft(pdfs.map(({ bytes }) => bytes.length)))
    for (const [n, { path, sha256 }] of pdfs.entries())
      documents.set(path, { path, sha256, content: contentOfPdf(texts[n]) })
    pdfs = []
    onRead(documents.size)
  }
  const isPdf = (path: string): boolean => /\.pdf$/i.test(path)
  const ordered = [...paths.filter((path) => !isPdf(path)), ...paths.filter(isPdf)]
  for (const path of ordered) {
    const found = readBytes(folder, path, maxDocumentBytes)
    if ('refused' in found) {
      documents.set(path, { path, sha256: null, content: { unread: refusal(found, path) } })
      onRead(documents.size)
      continue
    }
    const hash = sha256(found.bytes)
    if (signatureOf(found.bytes) === 'pdf') {
      pdfs.push({ path, sha256: hash, bytes: found.bytes })
      if (pdfs.length >= pdfBatch) readBatch()
      continue
    }
    documents.set(path, { path, sha256: hash, content: contentOf(path, found.bytes) })
    onRead(documents.size)
  }
  if (pdfs.length > 0) readBatch()
  return paths.flatMap((path) => documents.get(path) ?? [])
}

type Refused = Extract<ReturnType<typeof readBytes>, { refused: string }>

function refusal(found: Refused, path: string): string {
  if (found.refused === 'too-big')
    return `有${megabytes(found.size)}兆，超过${megabytes(maxDocumentBytes)}兆`
  if (found.refused === 'system') return systemReason(found.code)
  // Node gives a name in another encoding with such a character, and cannot open it.
  if (found.refused === 'nothing')
    return path.includes('\ufffd') ? '文件名的编码不是UTF-8，请改名' : '刚刚被移走'
  if (found.refused === 'folder') return '是文件夹'
  return isSpecial(found.refused) ? `是${pathKindWords[found.refused]}，不会跟随` : '读不了'
}

/** The text of a document other than a PDF, by its content; its name decides between text and HTML. */
function contentOf(path: string, bytes: Uint8Array): ReadDocument['content'] {
  try {
    if (bytes.length === 0) return { unread: '是空文件' }
    switch (signatureOf(bytes)) {
      case 'zip':
        return textOfDocx(bytes)
      case 'compound':
        return { unread: '是旧版Word、WPS文件或者加了密码的文件，请另存为DOCX' }
      case 'png':
      case 'jpg':
        return { unread: '是图片，没有文字' }
      default:
        return contentOfText(path, bytes)
    }
  } catch (error) {
    if (error instanceof DocxMistake) return { unread: error.message }
    if (error instanceof HtmlTooDeep) return { unread: '网页里的标签套得太深' }
    if (error instanceof NoReportInScripts)
      return { unread: '网页上几乎没有文字，脚本里的文字认不出哪一段是报告，请另存正文' }
    if (error instanceof DocumentTooLong) return { unread: tooLong }
    throw error
  }
}

const tooLong = `文字超过${maxDocumentCharacters / 10_000}万字`

/** Why a file that consists of text is none of the formats, in Chinese; null where it may be one. */
function otherFormat(bytes: Uint8Array): string | null {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  if (start.startsWith('{\\rtf')) return '是RTF文件，请另存为DOCX'
  return /^(?:From|MIME-Version|Subject|Date):/i.test(start) &&
    /^Content-Type: multipart\//im.test(start)
    ? '是打包成一个文件的网页（MHT），请另存为HTML'
    : null
}

function contentOfText(path: string, bytes: Uint8Array): ReadDocument['content'] {
  const other = otherFormat(bytes)
  if (other !== null) return { unread: other }
  const wide = utf16Mark(bytes)
  if (wide === null && bytes.subarray(0, 4096).includes(0)) return { unread: '不是文字' }
  const charset = declaredCharset(bytes)
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  const isHtml =
    /\.(?:html?|shtml|xml)$/i.test(path) || /<(?:!doctype html|html|body)\b/i.test(start)
  const text =
    wide === null ? decodedPage(bytes, isHtml ? charset : null) : decodedAs(bytes, [wide])
  if (text === null) return { unread: '文字的编码有错误，或者认不出' }
  return isHtml ? textOfHtml(text) : linesOfText(text)
}

/**
 * The text in UTF-8 or GB 18030, whatever a page declares: many declare another encoding than they
 * have. Almost any bytes can be decoded in GB 18030, so that a page has to declare it, or most
 * characters have to be common ones. Null for other content.
 */
function decodedPage(bytes: Uint8Array, charset: string | null): string | null {
  const isDeclared = charset !== null && charset.startsWith('gb')
  return (
    decodedAs(bytes, ['utf-8']) ??
    (isDeclared || isGbk(bytes) ? decodedAs(bytes, ['gb18030']) : null) ??
    almostDecoded(bytes, isDeclared ? 'gb18030' : 'utf-8')
  )
}

/** Characters for each one that may be wrong: a portal cuts a text between the bytes of a character. */
const minCharactersPerError = 500

/** The text with a sign for each of a few bytes that are wrong; null where there are more. */
function almostDecoded(bytes: Uint8Array, encoding: string): string | null {
  const text = new TextDecoder(encoding).decode(bytes)
  const errors = text.match(/\ufffd/g)?.length ?? 0
  return errors * minCharactersPerError <= text.length ? text : null
}

const pageOf = /^第\d+页$/

function contentOfPdf(
  read: ReturnType<typeof readPdfs>[number] | undefined,
): ReadDocument['content'] {
  if (read === undefined) return { unread: '读PDF的程序没有启动' }
  if (read.unread !== null) return { unread: read.unread }
  const pages = read.texts.filter(({ where }) => pageOf.test(where))
  const text = pages.map((page) => page.text).join('\n')
  // Page numbers alone are not the text of a scanned report.
  if ((text.match(/\p{Script=Han}/gu) ?? []).length < minHan)
    return { unread: 'PDF里没有文字，可能是扫描件' }
  try {
    return linesOfText(text)
  } catch (error) {
    if (error instanceof DocumentTooLong) return { unread: tooLong }
    throw error
  }
}

/** Chinese characters of a document with text. */
const minHan = 50
