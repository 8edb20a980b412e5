import { personalNumbers } from '#checks/personal-numbers.ts'
import { internalAddresses, markings } from '#checks/sensitive-text.ts'
import { inFile, type Level, type Problem } from '#problems/problem.ts'
import { activeWords, addSign, shortName, type Sign, unreadWords } from './attachment-signs.ts'
import { type AttachedPdf, type AttachmentText, insideOf } from './attachment-text.ts'
import { mostFailures, type PdfFailures, type PdfText, readPdfs } from './read-pdfs.ts'

/** Something in an attachment that the public should not get, once a file and kind. */
export interface AttachmentFinding {
  readonly kind: 'identity' | 'number' | 'marking' | 'address' | 'active' | 'unread'
  /** What it is called, in Chinese: 手机号码, 宏（VBA）, a reason. */
  readonly what: string
  /** Where the first one is, in Chinese; empty for what is active or unread. */
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

/** Texts in PDF files are read together up to this size, in bytes, since that starts a process. */
const mostTogether = 64 * 1024 * 1024

/**
 * What each of some attachments holds that is not for the public.
 *
 * @param contact what the office itself gives for the public to write to, which is no finding
 * @param failures how many more PDF files may be given up; counted down
 */
export function findingsIn(
  files: readonly NamedBytes[],
  contact: string,
  failures: PdfFailures = { left: mostFailures },
): AttachmentFinding[][] {
  const waiting: { readonly pdf: AttachedPdf; readonly into: Collected }[] = []
  let waitingBytes = 0
  const readWaiting = (): void => {
    const texts =
      waiting.length === 0
        ? []
        : readPdfs(
            waiting.map(({ pdf }) => pdf.bytes),
            failures,
          )
    for (const [n, { pdf, into }] of waiting.entries()) {
      const text = texts[n]
      if (text !== undefined) addPdfText(into, pdf, text, contact)
    }
    waiting.length = waitingBytes = 0
  }
  const all = files.map(({ name, bytes }) => {
    const { texts, active, unread, pdfs } = insideOf(name, bytes)
    const into: Collected = {
      found: new Map(),
      seen: new Set(),
      active: new Map(active.map((one) => [one.what, one])),
      unread: new Map(unread.map((one) => [one.what, one])),
    }
    for (const text of texts) searchText(into, text, contact)
    for (const pdf of pdfs) {
      waiting.push({ pdf, into })
      waitingBytes += pdf.bytes.length
      if (waitingBytes > mostTogether) readWaiting()
    }
    return into
  })
  readWaiting()
  return all.map(({ found, active, unread }) => [
    ...found.values(),
    ...Array.from(active.values(), (one) => ofSign('active', activeWords(one), one)),
    ...Array.from(unread.values(), (one) => ofSign('unread', unreadWords(one), one)),
  ])
}

/** What is found in one attachment, each kind once. */
interface Collected {
  readonly found: Map<string, AttachmentFinding>
  /** The numbers and addresses that were found, each as it is compared with copies of it. */
  readonly seen: Set<string>
  readonly active: Map<string, Sign>
  readonly unread: Map<string, Sign>
}

const ofSign = (kind: 'active' | 'unread', what: string, { count }: Sign): AttachmentFinding => ({
  kind,
  what,
  where: '',
  text: '',
  count,
})

function addPdfText(
  into: Collected,
  { at, active }: AttachedPdf,
  text: PdfText,
  contact: string,
): void {
  if ('unread' in text) {
    addSign(into.unread, at, text.unread)
    return
  }
  for (const what of text.active) if (!active.includes(what)) addSign(into.active, at, what)
  for (const [n, page] of text.pages.entries())
    searchText(
      into,
      { where: `${at}第${n + 1}页`, text: page, part: n === 0 ? 'both' : 'body' },
      contact,
    )
}

function searchText(
  { found, seen }: Collected,
  { where, text, part, hasLines, beside }: AttachmentText,
  contact: string,
): void {
  const add = (one: Omit<AttachmentFinding, 'count'>): void => {
    const key = `${one.kind} ${one.what}`
    const before = found.get(key)
    found.set(key, { ...(before ?? one), count: (before?.count ?? 0) + 1 })
  }
  if (part !== 'body')
    for (const { text: mark } of markings(text.slice(0, longestHead)))
      add({ kind: 'marking', what: '', where: where === '' ? '开头' : where, text: mark })
  if (part === 'head') return
  /** Whether something has to be told: what stands beside the text may be a copy of it. */
  const isNew = (written: string): boolean => {
    const known = seen.has(written)
    seen.add(written)
    return beside === undefined || !known
  }
  for (const { line, piece } of piecesOf(text)) {
    const place = hasLines === true ? `${where}第${line}行` : where
    for (const { what, number } of personalNumbers(piece)) {
      if (contact.includes(number)) continue
      // A number of 15 digits has no check digit, one of a bank card only a single one.
      const digits = number.replace(/[ -]/g, '')
      const isCertain = what === '身份证号' && digits.length === 18
      if ((beside === 'code' && !isCertain) || !isNew(digits)) continue
      const kind = isCertain ? 'identity' : 'number'
      add({ kind, what, where: place, text: masked(number) })
    }
    if (beside === 'code') continue
    const addresses = Array.from(internalAddresses(piece), (one) => one.text)
    if (beside === 'link' && addresses.length === 0 && privatePath.test(piece))
      addresses.push(piece)
    for (const address of addresses)
      if (isNew(address)) add({ kind: 'address', what: '', where: place, text: shortName(address) })
  }
}

/** A place on the machine of the one who wrote a link, or on one of its network. */
const privatePath = /^\s*(?:file:|[a-z]:[\\/]|\\\\|\/\/)/i

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
