import { openZip, ZipError } from '../archive/read-zip.ts'
import type { AttachmentType } from '#model/attachment.ts'
import { decodedText, utf16Mark } from '../files/decode.ts'
import { signatureOf } from './file-signatures.ts'
import { officeKind, officePackage } from './office-package.ts'

/** Kinds of files by content, with their Chinese names. */
const kinds = {
  pdf: 'PDF文件',
  ofd: 'OFD文件',
  docx: 'Word文件（DOCX）',
  docm: '带宏的Word文件（DOCM）',
  xlsx: 'Excel文件（XLSX）',
  xlsm: '带宏的Excel文件（XLSM）',
  xlsb: '二进制的Excel文件（XLSB）',
  pptx: '演示文稿（PPTX）',
  zip: 'ZIP压缩包',
  'broken-zip': '打不开的压缩包',
  doc: '旧版Word文件（DOC）',
  xls: '旧版Excel文件（XLS）',
  office: '旧版Office或WPS文件',
  locked: '加了密码的Office文件',
  png: 'PNG图片',
  jpg: 'JPEG图片',
  html: '网页或者SVG图片',
  text: '文本',
  empty: '空文件',
  unknown: '认不出的内容',
} as const
type Kind = keyof typeof kinds

/** The kinds of content that an ending allows, the usual one first. */
const wanted: Readonly<Record<AttachmentType, readonly [Kind, ...Kind[]]>> = {
  pdf: ['pdf'],
  ofd: ['ofd'],
  doc: ['doc'],
  docx: ['docx'],
  wps: ['office', 'doc'],
  xls: ['xls'],
  xlsx: ['xlsx'],
  et: ['office', 'xls'],
  csv: ['text'],
  txt: ['text'],
  png: ['png'],
  jpg: ['jpg'],
  jpeg: ['jpg'],
  zip: ['zip', 'ofd', 'docx', 'docm', 'xlsx', 'xlsm', 'xlsb', 'pptx'],
}

/**
 * The kind of a file and the kind that its ending promises, in words, where they differ; null where
 * they agree. Of a ZIP only the directory and the parts that declare an Office document are read.
 */
export function contentMistake(
  type: AttachmentType,
  bytes: Uint8Array,
): { found: string; expected: string } | null {
  const kind = kindOf(bytes)
  const [usual, ...others] = wanted[type]
  return kind === usual || others.includes(kind)
    ? null
    : { found: kinds[kind], expected: kinds[usual] }
}

function kindOf(bytes: Uint8Array): Kind {
  if (bytes.length === 0) return 'empty'
  const signature = signatureOf(bytes)
  switch (signature) {
    case 'pdf':
    case 'png':
    case 'jpg':
      return signature
    case 'zip':
      return kindOfZip(bytes)
    case 'compound':
      return kindOfCompound(bytes)
    default:
      return kindOfText(bytes)
  }
}

/** Entries of an archive; an archive with more is not searched. */
export const maxArchiveEntries = 20_000

/** Size limit, in bytes, of the parts that declare the content of an Office document. */
const maxListBytes = 4 * 1024 * 1024

/**
 * Distinguishes Office documents since 2007 and OFD (GB/T 33190), which are ZIP archives, from
 * plain archives.
 */
function kindOfZip(bytes: Uint8Array): Kind {
  try {
    const zip = openZip(bytes, {
      entries: maxArchiveEntries,
      entryBytes: maxListBytes,
      totalBytes: 2 * maxListBytes,
    })
    if (zip.get('OFD.xml') !== undefined) return 'ofd'
    const parts = officePackage(zip, zip.read)
    return (parts === null ? null : officeKind(parts)) ?? 'zip'
  } catch (error) {
    if (!(error instanceof ZipError)) throw error
    return error.reason === 'broken' ? 'broken-zip' : 'zip'
  }
}

/** Distinguishes older Office and WPS documents by the UTF-16 names in their container. */
function kindOfCompound(bytes: Uint8Array): Kind {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const holds = (name: string): boolean => content.includes(Buffer.from(name, 'utf16le'))
  if (holds('EncryptedPackage')) return 'locked'
  if (holds('WordDocument')) return 'doc'
  return holds('Workbook') ? 'xls' : 'office'
}

/** Recognises text, which has no control characters but tabs and line ends in any encoding. */
function kindOfText(bytes: Uint8Array): Kind {
  // Check bytes before decoding; in UTF-16 half of the bytes may be zeros.
  if (
    utf16Mark(bytes) === null &&
    bytes.some((byte) => byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d))
  )
    return 'unknown'
  const text = decodedText(bytes)
  if (text === null || controls.test(text)) return 'unknown'
  return /^\s*<(!doctype html|html|script|svg|\?xml)\b/i.test(text) ? 'html' : 'text'
}

const controls = /[\0-\x08\x0e-\x1f]/
