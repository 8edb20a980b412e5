import { shortName } from '#messages/nearest.ts'
import { personalNumbers } from '#model/texts/personal-numbers.ts'
import {
  internalAddresses,
  type Marking,
  markings,
  markingLevel,
} from '#model/texts/sensitive-text.ts'
import { inFile, type Level, type Problem } from '#messages/problem.ts'
import { activeWords, addSign, type Sign, unreadWords } from './observations.ts'
import { type AttachedPdf, type AttachmentText, insideOf } from './attachment-text.ts'
import { type RunBudget, runBudget, takeFromRun } from './attachment-budget.ts'
import { type PdfText, readPdfs, workLeft } from './read-pdfs.ts'

/** Something in an attachment that the public should not get, once a file and kind. */
export interface AttachmentFinding {
  readonly kind:
    'identity' | 'number' | Marking['kind'] | 'address' | 'active' | 'unread' | 'crowded-out'
  /** What it is called, in Chinese: 手机号码, 宏（VBA）, a reason. */
  readonly what: string
  /** Where the first one is, in Chinese; empty for what is active, unread or crowded out. */
  readonly where: string
  /** The first one as it is written, personal numbers masked; empty for what is active, unread or crowded out. */
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
 * @param run how much more of all attachments of a run is read; counted down
 */
export function findingsIn(
  files: readonly NamedBytes[],
  contact: string,
  run: RunBudget = runBudget(),
): AttachmentFinding[][] {
  let waiting: WaitingPdf[] = []
  let waitingBytes = 0
  const work = workLeft(
    files.map(({ bytes }) => bytes.length),
    run.pdfWork,
  )
  const readWaiting = (): void => {
    // The small ones first: what is large may be all that is left.
    const pdfs = waiting.toSorted((a, b) => a.pdf.bytes.length - b.pdf.bytes.length)
    const texts = readPdfs(
      pdfs.map(({ pdf, attachment }) => ({ bytes: pdf.bytes, attachment })),
      work,
    )
    for (const [n, { pdf, into }] of pdfs.entries()) {
      const text = texts[n]
      if (text !== undefined) addPdfText(into, pdf, text, contact)
    }
    run.pdfWork = work.shared
    waiting = []
    waitingBytes = 0
  }
  const all = files.map(({ name, bytes }, attachment) => {
    const { budget, isWhole, settle } = takeFromRun(run, bytes.length)
    const { texts, active, unread, pdfs } = insideOf(name, bytes, budget)
    settle()
    const into: Collected = {
      found: new Map(),
      seen: new Set(),
      active: new Map(active.map((one) => [one.what, one])),
      unread: new Map(unread.map((one) => [one.what, one])),
      // What is unread under less than a whole budget might have been read under a whole one.
      isCrowdedOut: !isWhole && unread.length > 0,
    }
    for (const text of texts) searchText(into, text, contact)
    for (const pdf of pdfs) {
      waiting.push({ pdf, into, attachment })
      waitingBytes += pdf.bytes.length
      if (waitingBytes > mostTogether) readWaiting()
    }
    return into
  })
  readWaiting()
  return all.map(({ found, active, unread, isCrowdedOut }) => [
    ...found.values(),
    ...Array.from(active.values(), (one) => ofSign('active', activeWords(one), one)),
    ...Array.from(unread.values(), (one) => ofSign('unread', unreadWords(one), one)),
    ...(isCrowdedOut ? [crowdedOut] : []),
  ])
}

/** A PDF that is read together with others. */
interface WaitingPdf {
  readonly pdf: AttachedPdf
  readonly into: Collected
  /** The number of the attachment in which it is. */
  readonly attachment: number
}

const crowdedOut: AttachmentFinding = {
  kind: 'crowded-out',
  what: '',
  where: '',
  text: '',
  count: 1,
}

/** What is found in one attachment, each kind once. */
interface Collected {
  readonly found: Map<string, AttachmentFinding>
  /** The numbers and addresses that were found, each as it is compared with copies of it. */
  readonly seen: Set<string>
  readonly active: Map<string, Sign>
  readonly unread: Map<string, Sign>
  /** Whether something is unread because of other attachments. */
  isCrowdedOut: boolean
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
  if (text.unread !== null) addSign(into.unread, at, text.unread)
  if (text.isCrowdedOut) into.isCrowdedOut = true
  for (const what of text.active) if (!active.includes(what)) addSign(into.active, at, what)
  for (const { where, text: content } of text.texts) {
    const part = where === firstPage ? 'both' : 'body'
    // What is around the pages may be a copy of what they show.
    const beside = page.test(where) ? {} : { beside: 'text' as const }
    searchText(into, { where: `${at}${where}`, text: content, part, ...beside }, contact)
  }
}

const page = /^第\d+页$/
/** Where a document has its marking. */
const firstPage = '第1页'

function searchText(
  { found, seen }: Collected,
  { where, text, part, hasLines, isTable, head, beside }: AttachmentText,
  contact: string,
): void {
  const add = (one: Omit<AttachmentFinding, 'count'>): void => {
    const key = `${one.kind} ${one.what}`
    const before = found.get(key)
    found.set(key, { ...(before ?? one), count: (before?.count ?? 0) + 1 })
  }
  if (part !== 'body')
    for (const { text: mark, kind } of markings(text.slice(0, longestHead)))
      add({ kind, what: '', where: where === '' ? '开头' : where, text: mark })
  if (part === 'head') return
  /** Whether something has to be told: what stands beside the text may be a copy of it. */
  const isNew = (written: string): boolean => {
    const known = seen.has(written)
    seen.add(written)
    return beside === undefined || !known
  }
  for (const { line, piece, above = head, isSeam } of piecesOf(text, isTable === true)) {
    const place = hasLines === true ? `${where}第${line}行` : where
    for (const { what, number, certainty } of personalNumbers(piece, above)) {
      if (contact.includes(number)) continue
      if (isSeam !== undefined && !number.includes('\n')) continue
      // Two rows of a table that are no cell may be any figures.
      if (isSeam === 'rows' && certainty !== 'certain') continue
      // Other numbers have no check digit, or only a single one.
      const isCertain = what === '身份证号' && certainty === 'certain'
      if ((beside === 'code' && !isCertain) || !isNew(number.replace(/[^\dXx]/g, ''))) continue
      const kind = isCertain ? 'identity' : 'number'
      add({ kind, what, where: place, text: masked(number) })
    }
    if (beside === 'code' || isSeam !== undefined) continue
    const addresses = Array.from(internalAddresses(piece, above), (one) => one.text)
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

interface PieceOfText {
  readonly line: number
  readonly piece: string
  /** The head of the column, for a cell of a table. */
  readonly above?: string
  /** The end of a line and the start of the next, between which a number may be broken; of two rows of a table. */
  readonly isSeam?: 'lines' | 'rows'
}

/** The lines of a text, and the cells of a table, so that the time to search them grows in step with its length. */
function* piecesOf(text: string, isTable: boolean): Generator<PieceOfText> {
  const heads = headsOf(text, isTable)
  let line = 1
  /** Whether a cell in quotes, in which lines may break, is open at the end of the line. */
  let isQuoted = false
  for (let start = 0; start < text.length; line++) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    if (heads !== null && end - start <= longestPiece)
      for (const [n, piece] of text.slice(start, end).split(cellEnd).entries())
        yield { line, piece, above: heads[n] ?? '' }
    else
      for (let at = start; at < end; at += longestPiece)
        yield {
          line,
          piece: text.slice(Math.max(start, at - overlap), Math.min(end, at + longestPiece)),
        }
    if (heads !== null && text.slice(start, end).split('"').length % 2 === 0) isQuoted = !isQuoted
    const seam = text.slice(Math.max(start, end - overlap), end + overlap)
    const broken = brokenNumber.exec(seam)?.[0]
    if (broken !== undefined)
      yield { line, piece: broken, isSeam: heads === null || isQuoted ? 'lines' : 'rows' }
    start = end + 1
  }
}

/** Digits with a line break between them, and the words before them in the line. */
const brokenNumber =
  /^[^\n]*\p{Nd}[^\p{Nd}\p{L}\n]{0,8}\n[^\p{Nd}\p{L}\n]{0,8}[\p{Nd}Xx×](?:[\p{Nd}Xx×]|[ ._·/|*-]){0,40}/u

const cellEnd = /[,\t]/

/**
 * The heads of a table in a text file: a first line of at least two short cells, none with a long number. A
 * file whose name does not say that it is a table is one where the lines below have as many cells.
 */
function headsOf(text: string, isTable: boolean): string[] | null {
  const [first = '', ...below] = text.slice(0, longestPiece).split('\n', mostCompared)
  const cells = first.split(cellEnd).map((cell) => cell.trim())
  const isHead =
    cells.length > 1 && cells.every((cell) => cell.length <= 30 && !/\p{Nd}{5}/u.test(cell))
  const rows = below.filter((line) => line.trim() !== '')
  const isConsistent =
    rows.length > 0 && rows.every((line) => line.split(cellEnd).length === cells.length)
  return isHead && (isTable || isConsistent) ? cells : null
}

/** How many lines are compared by the number of their cells. */
const mostCompared = 6

/** Enough to find it again; a report may be public too. */
function masked(number: string): string {
  // However its groups are parted, the same digits are shown.
  const signs = number.replace(/[^\dX×✕✖]/gi, '')
  return `${signs.slice(0, 3)}…${signs.slice(-2)}`
}

/**
 * The findings as problems of the attachment; on an official site what is internal is an error. What is
 * crowded out is told once for all attachments, by `crowdedOutProblem`.
 */
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
  return findings.flatMap(({ kind, what, where, text, count }) => {
    switch (kind) {
      case 'crowded-out':
        return []
      case 'identity':
        return report('attachment-identity', 'error', { where, number: text, count })
      case 'number':
        return report('attachment-number', 'warning', { what, where, number: text, count })
      case 'secrecy':
      case 'declassified':
        return report('attachment-marking', markingLevel(kind, isOfficial), { where, mark: text })
      case 'draft':
        return report('attachment-draft', internal, { where, mark: text })
      case 'address':
        return report('attachment-internal-address', internal, { where, address: text, count })
      case 'active':
        return report('attachment-active', 'warning', { what })
      case 'unread':
        return report('attachment-unread', 'warning', { reason: what })
    }
  })
}

/** What is said once of all attachments that were not read to their end because of others. */
export function crowdedOutProblem(paths: readonly string[]): Problem {
  const files = paths.slice(0, mostNamed).join('、') + (paths.length > mostNamed ? '等' : '')
  return {
    code: 'attachments-unread',
    level: 'error',
    file: 'content/attachments',
    place: inFile,
    args: { count: paths.length, files },
  }
}

const mostNamed = 10
