import { authoredFolder } from '#schema/authored-files.ts'
import { shortList, shortName } from '#messages/nearest.ts'
import { personalNumbers } from '#model/texts/personal-numbers.ts'
import {
  internalAddresses,
  type Marking,
  markings,
  markingLevel,
} from '#model/texts/sensitive-text.ts'
import { inFile, type Level, type Problem } from '#messages/problem.ts'
import { activeWords, addObservation, type Observation, unreadWords } from './observations.ts'
import { type AttachedPdf, type AttachmentText, extractContent } from './attachment-text.ts'
import { type RunBudget, runBudget, takeFromRun } from './attachment-budget.ts'
import { type PdfText, readPdfs, workLeft } from './read-pdfs.ts'

/** Something in an attachment that should not be published, one for each file and kind. */
export interface AttachmentFinding {
  readonly kind:
    'identity' | 'number' | Marking['kind'] | 'address' | 'active' | 'unread' | 'crowded-out'
  /** Name in Chinese: 手机号码, 宏（VBA）, a reason. */
  readonly what: string
  /** Place of the first one, in Chinese; empty for `active`, `unread` and `crowded-out`. */
  readonly where: string
  /**
   * The first one as written, with personal numbers masked; empty for `active`, `unread` and
   * `crowded-out`.
   */
  readonly text: string
  readonly count: number
}

/** A file to search. */
interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Size in bytes of PDF files that are read together, since each batch starts a process. */
const maxBatchBytes = 64 * 1024 * 1024

/**
 * Searches attachments for content that should not be published.
 *
 * @param contact the office's own contact details, which are no finding
 * @param run remaining budget for all attachments of the run; counted down
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
    // Small files first, so that a large one cannot use up their work.
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
    const { budget, isWhole, chargeRun } = takeFromRun(run, bytes.length)
    const { texts, active, unread, pdfs } = extractContent(name, bytes, budget)
    chargeRun()
    const into: Collected = {
      found: new Map(),
      seen: new Set(),
      active: new Map(active.map((one) => [one.what, one])),
      unread: new Map(unread.map((one) => [one.what, one])),
      // With less than a whole budget, unread content may be due to other attachments.
      isCrowdedOut: !isWhole && unread.length > 0,
    }
    for (const text of texts) searchText(into, text, contact)
    for (const pdf of pdfs) {
      waiting.push({ pdf, into, attachment })
      waitingBytes += pdf.bytes.length
      if (waitingBytes > maxBatchBytes) readWaiting()
    }
    return into
  })
  readWaiting()
  return all.map(({ found, active, unread, isCrowdedOut }) => [
    ...found.values(),
    ...Array.from(active.values(), (one) => findingOf('active', activeWords(one), one)),
    ...Array.from(unread.values(), (one) => findingOf('unread', unreadWords(one), one)),
    ...(isCrowdedOut ? [crowdedOut] : []),
  ])
}

/** A PDF waiting to be read in a batch. */
interface WaitingPdf {
  readonly pdf: AttachedPdf
  readonly into: Collected
  /** Index of its attachment. */
  readonly attachment: number
}

const crowdedOut: AttachmentFinding = {
  kind: 'crowded-out',
  what: '',
  where: '',
  text: '',
  count: 1,
}

/** Results for one attachment, one for each kind. */
interface Collected {
  readonly found: Map<string, AttachmentFinding>
  /** The numbers and addresses found so far, normalised to recognise copies. */
  readonly seen: Set<string>
  readonly active: Map<string, Observation>
  readonly unread: Map<string, Observation>
  /** Whether content is unread because of other attachments. */
  isCrowdedOut: boolean
}

const findingOf = (
  kind: 'active' | 'unread',
  what: string,
  { count }: Observation,
): AttachmentFinding => ({
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
  if (text.unread !== null) addObservation(into.unread, at, text.unread)
  if (text.isCrowdedOut) into.isCrowdedOut = true
  for (const what of text.active) if (!active.includes(what)) addObservation(into.active, at, what)
  for (const { where, text: content } of text.texts) {
    const part = where === firstPage ? 'both' : 'body'
    // Text outside the pages may repeat theirs.
    const beside = page.test(where) ? {} : { beside: 'text' as const }
    searchText(into, { where: `${at}${where}`, text: content, part, ...beside }, contact)
  }
}

const page = /^第\d+页$/
/** The page with a document's marking. */
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
    for (const { text: mark, kind } of markings(text.slice(0, maxHeadLength)))
      add({ kind, what: '', where: where === '' ? '开头' : where, text: mark })
  if (part === 'head') return
  /** Whether a finding counts: hidden text may repeat shown text. */
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
      // Other numbers have no check digit, or only one.
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

/** A path on the author's machine or network. */
const privatePath = /^\s*(?:file:|[a-z]:[\\/]|\\\\|\/\/)/i

/** In characters; more than the head of any document. */
const maxHeadLength = 4_000
/** Longer lines are split into pieces that overlap. */
const maxPieceLength = 4_000
const overlap = 60

interface PieceOfText {
  readonly line: number
  readonly piece: string
  /** The column heading, for a cell of a table. */
  readonly above?: string
  /**
   * Whether it is the end of a line and the start of the next, between which a number may be split.
   */
  readonly isSeam?: 'lines' | 'rows'
}

/** Splits a text into lines, and a table into cells, so that searching takes linear time. */
function* piecesOf(text: string, isTable: boolean): Generator<PieceOfText> {
  const heads = headsOf(text, isTable)
  let line = 1
  /** Whether a cell in quotes, in which lines may break, is open at the end of the line. */
  let isQuoted = false
  for (let start = 0; start < text.length; line++) {
    const found = text.indexOf('\n', start)
    const end = found < 0 ? text.length : found
    if (heads !== null && end - start <= maxPieceLength)
      for (const [n, piece] of text.slice(start, end).split(cellEnd).entries())
        yield { line, piece, above: heads[n] ?? '' }
    else
      for (let at = start; at < end; at += maxPieceLength)
        yield {
          line,
          piece: text.slice(Math.max(start, at - overlap), Math.min(end, at + maxPieceLength)),
        }
    if (heads !== null && text.slice(start, end).split('"').length % 2 === 0) isQuoted = !isQuoted
    const seam = text.slice(Math.max(start, end - overlap), end + overlap)
    const broken = brokenNumber.exec(seam)?.[0]
    if (broken !== undefined)
      yield { line, piece: broken, isSeam: heads === null || isQuoted ? 'lines' : 'rows' }
    start = end + 1
  }
}

/** A number with a line break in it, and the words before it in the line. */
const brokenNumber =
  /^[^\n]*\p{Nd}[^\p{Nd}\p{L}\n]{0,8}\n[^\p{Nd}\p{L}\n]{0,8}[\p{Nd}Xx×](?:[\p{Nd}Xx×]|[ ._·/|*-]){0,40}/u

const cellEnd = /[,\t]/

/**
 * The column headings of a table in a text file: a first line of at least two short cells, none
 * with a long number; null for other text.
 */
function headsOf(text: string, isTable: boolean): string[] | null {
  const [first = '', ...below] = text.slice(0, maxPieceLength).split('\n', maxComparedLines)
  const cells = first.split(cellEnd).map((cell) => cell.trim())
  const isHead =
    cells.length > 1 && cells.every((cell) => cell.length <= 30 && !/\p{Nd}{5}/u.test(cell))
  const rows = below.filter((line) => line.trim() !== '')
  const isConsistent =
    rows.length > 0 && rows.every((line) => line.split(cellEnd).length === cells.length)
  return isHead && (isTable || isConsistent) ? cells : null
}

/** How many lines are compared by the number of their cells. */
const maxComparedLines = 6

/** Masks a number: enough to find it, because the report may be public. */
function masked(number: string): string {
  // However its groups are parted, the same digits are shown.
  const characters = number.replace(/[^\dX×✕✖]/gi, '')
  return `${characters.slice(0, 3)}…${characters.slice(-2)}`
}

/**
 * Converts findings to problems; on an official site internal content is an error. Crowded-out
 * files are reported once for all, by `crowdedOutProblem`.
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

/** The problem for all attachments that were not read completely because of others. */
export function crowdedOutProblem(paths: readonly string[]): Problem {
  return {
    code: 'attachments-unread',
    level: 'error',
    file: authoredFolder('attachment'),
    place: inFile,
    args: { count: paths.length, files: shortList(paths, 10) },
  }
}
