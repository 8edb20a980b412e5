import { personalNumbers } from '#checks/personal-numbers.ts'
import { internalAddresses, markings } from '#checks/sensitive-text.ts'
import { inFile, type Level, type Problem } from '#problems/problem.ts'
import { type AttachmentInside, type AttachmentText, insideOf } from './attachment-text.ts'
import { type PdfText, readPdfs } from './read-pdfs.ts'

/** Something in an attachment that the public should not get, once a file and kind. */
export interface AttachmentFinding {
  readonly kind: 'identity' | 'number' | 'marking' | 'address' | 'active' | 'unread'
  /** What it is called, in Chinese: 手机号码, 宏（VBA）, a reason. */
  readonly what: string
  /** Where the first one stands, in Chinese. */
  readonly where: string
  /** The first one as it is written, personal numbers masked; empty for what is active or unread. */
  readonly text: string
  readonly count: number
}

/** A file of which the findings are asked. */
interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * What each of some attachments holds that is not for the public. Texts in PDF files are read together,
 * since that starts a process.
 *
 * @param contact what the office itself gives for the public to write to, which is no finding
 */
export function findingsIn(files: readonly NamedBytes[], contact: string): AttachmentFinding[][] {
  const looked = files.map(({ name, bytes }) => insideOf(name, bytes))
  const pdfs = looked.flatMap((inside) => inside.pdfs)
  const read = pdfs.length === 0 ? [] : readPdfs(pdfs.map(({ bytes }) => bytes))
  let next = 0
  return looked.map((inside) => {
    const own = inside.pdfs.map(({ where }) => ({ where, text: read[next++] }))
    return findingsOf(withPdfs(inside, own), contact)
  })
}

/** The texts of the pages of its PDF files among the others. */
function withPdfs(
  inside: AttachmentInside,
  pdfs: readonly { readonly where: string; readonly text: PdfText | undefined }[],
): AttachmentInside {
  let { unread } = inside
  const texts: AttachmentText[] = [...inside.texts]
  for (const { where, text } of pdfs)
    if (text === undefined) continue
    else if ('unread' in text) unread ??= `${where}${text.unread}`
    else
      texts.push(
        ...text.pages.map((page, n) => ({
          where: `${where}第${n + 1}页`,
          text: page,
          part: n === 0 ? ('both' as const) : ('body' as const),
        })),
      )
  return { ...inside, texts, unread }
}

function findingsOf(
  { texts, active, unread }: AttachmentInside,
  contact: string,
): AttachmentFinding[] {
  const found = new Map<string, AttachmentFinding>()
  const add = (one: Omit<AttachmentFinding, 'count'>): void => {
    const key = `${one.kind} ${one.what}`
    const before = found.get(key)
    found.set(key, { ...(before ?? one), count: (before?.count ?? 0) + 1 })
  }
  for (const { where, text, part, hasLines = false } of texts) {
    if (part !== 'body')
      for (const { text: mark } of markings(text.slice(0, longestHead)))
        add({ kind: 'marking', what: '', where: where === '' ? '开头' : where, text: mark })
    if (part === 'head') continue
    for (const { line, piece } of piecesOf(text)) {
      const place = hasLines ? `${where}第${line}行` : where
      for (const { what, number } of personalNumbers(piece)) {
        if (contact.includes(number)) continue
        // A number of 15 digits has no check digit, one of a bank card only a single one.
        const isCertain = what === '身份证号' && number.replace(/[ -]/g, '').length === 18
        const kind = isCertain ? 'identity' : 'number'
        add({ kind, what, where: place, text: masked(number) })
      }
      for (const { text: address } of internalAddresses(piece))
        add({ kind: 'address', what: '', where: place, text: address })
    }
  }
  for (const what of active) add({ kind: 'active', what, where: '', text: '' })
  if (unread !== null) add({ kind: 'unread', what: unread, where: '', text: '' })
  return [...found.values()]
}

/** In characters; the head of a document is never as long. */
const longestHead = 4_000
/** Longer lines are searched in pieces, each with the end of the one before it. */
const longestPiece = 4_000
const overlap = 60

/** The lines of a text, so that the time to search them grows in step with its length. */
function* piecesOf(text: string): Generator<{ line: number; piece: string }> {
  let line = 1
  for (let start = 0; start < text.length; line++) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    for (let at = start; at < end; at += longestPiece)
      yield {
        line,
        piece: text.slice(Math.max(start, at - overlap), Math.min(end, at + longestPiece)),
      }
    start = end + 1
  }
}

/** Enough to find it again; a report may be public too. */
const masked = (number: string): string => `${number.slice(0, 3)}…${number.slice(-2)}`

/** The findings as problems of the attachment; on an official site what is internal is an error. */
export function findingProblems(
  file: string,
  findings: readonly AttachmentFinding[],
  isOfficial: boolean,
): Problem[] {
  const name = file.split('/').at(-1) ?? file
  const internal: Level = isOfficial ? 'error' : 'warning'
  const report = (code: Problem['code'], level: Level, args: Problem['args']): Problem => ({
    code,
    level,
    file,
    place: inFile,
    args: { name, ...args },
  })
  return findings.map(({ kind, what, where, text, count }) => {
    switch (kind) {
      case 'identity':
        return report('attachment-identity', 'error', { where, number: text, count })
      case 'number':
        return report('attachment-number', 'warning', { what, where, number: text, count })
      case 'marking':
        return report('attachment-marking', internal, { where, mark: text })
      case 'address':
        return report('attachment-internal-address', internal, { where, address: text, count })
      case 'active':
        return report('attachment-active', 'warning', { what })
      case 'unread':
        return report('attachment-unread', 'warning', { reason: what })
    }
  })
}
