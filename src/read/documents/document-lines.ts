import { withoutRadicals } from '#schema/radicals.ts'

/** The text of a document in lines, as positions in one string. */
export interface DocumentText {
  /** Lines that end in `\n`, without other control characters. */
  readonly text: string
  readonly lines: readonly DocumentLine[]
  /** Whether a line may break off in the middle of a sentence, as in a PDF. */
  readonly hasHardBreaks: boolean
  /** Set where the text stood in a string of a script: whether the page shows it is not known. */
  readonly isFromScript?: true
}

/** A line; positions count UTF-16 units, as JavaScript strings do. */
export interface DocumentLine {
  readonly start: number
  readonly end: number
  /** `row`: a row of a table with short cells, which tabs separate. */
  readonly kind: 'text' | 'row'
}

/** Thrown for a document with more text than any report has. */
export class DocumentTooLong extends Error {}

/** Characters of one document: a hundred times those of a usual report. */
export const maxDocumentCharacters = 1_000_000

interface BuiltLine {
  readonly kind: DocumentLine['kind']
  readonly text: string
}

/** What is open: the document itself, a row, or a cell. */
interface OpenPart {
  readonly kind: 'document' | 'row' | 'cell'
  readonly lines: BuiltLine[]
  /** The finished cells of a row. */
  readonly cells: (readonly BuiltLine[])[]
  text: string
}

/** A cell from this length is prose if it has a whole sentence, in characters. */
const minProseLength = 60

/**
 * Collects the text of a document with tables. Pages of the web and documents use tables for layout
 * too: a row with a cell of prose, or with another table in it, becomes lines of text.
 */
export class LineBuilder {
  readonly #open: OpenPart[] = [newPart('document')]
  #length = 0

  /** @throws DocumentTooLong */
  addText(text: string): void {
    this.#length += text.length
    if (this.#length > maxDocumentCharacters) throw new DocumentTooLong()
    this.#top().text += text
  }

  endLine(): void {
    const part = this.#top()
    const text = oneLine(part.text)
    part.text = ''
    if (text !== '') part.lines.push({ kind: 'text', text })
  }

  openRow(): void {
    this.endLine()
    this.#open.push(newPart('row'))
  }

  openCell(): void {
    this.endLine()
    this.#open.push(newPart('cell'))
  }

  closeCell(): void {
    if (this.#top().kind !== 'cell') return
    this.endLine()
    const { lines } = this.#pop()
    const row = this.#top()
    if (row.kind === 'row') row.cells.push(lines)
    else addAll(row.lines, lines)
  }

  closeRow(): void {
    while (this.#top().kind === 'cell') this.closeCell()
    if (this.#top().kind !== 'row') return
    this.endLine()
    const { lines, cells } = this.#pop()
    const target = this.#top().lines
    addAll(target, lines)
    if (cells.some(isProse)) for (const cell of cells) addAll(target, cell)
    else {
      const text = cells.map((cell) => cell.map((line) => line.text).join(' ')).join('\t')
      if (text.trim() !== '') target.push({ kind: 'row', text })
    }
  }

  /** All lines, with what is still open closed. */
  finish(): Pick<DocumentText, 'text' | 'lines'> {
    while (this.#open.length > 1)
      if (this.#top().kind === 'row') this.closeRow()
      else this.closeCell()
    this.endLine()
    return joined(this.#top().lines)
  }

  #top(): OpenPart {
    return this.#open[this.#open.length - 1] as OpenPart
  }

  #pop(): OpenPart {
    return this.#open.pop() as OpenPart
  }
}

/** Appends items one by one: a call with very many arguments would exceed the stack. */
function addAll(target: BuiltLine[], lines: readonly BuiltLine[]): void {
  for (const line of lines) target.push(line)
}

const newPart = (kind: OpenPart['kind']): OpenPart => ({ kind, lines: [], cells: [], text: '' })

function isProse(cell: readonly BuiltLine[]): boolean {
  if (cell.some(({ kind }) => kind === 'row')) return true
  const length = cell.reduce((sum, { text }) => sum + text.length, 0)
  return length >= minProseLength && cell.some(({ text }) => text.includes('。'))
}

/** Control characters and separators of lines, which would end or hide a line. */
const controls = /[\0-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]+/g

/** Characters that nobody sees: of no width, marks of direction, and places where a word may break. */
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g

const oneLine = (text: string): string =>
  withoutRadicals(text.toWellFormed().replace(controls, ' ').replace(unseen, '').trim())

function joined(built: readonly BuiltLine[]): Pick<DocumentText, 'text' | 'lines'> {
  const lines: DocumentLine[] = []
  let start = 0
  for (const { kind, text } of built) {
    lines.push({ kind, start, end: start + text.length })
    start += text.length + 1
  }
  return { text: built.map(({ text }) => `${text}\n`).join(''), lines }
}

/** Whether a line of plain text is a row of a table: cells between tabs or upright strokes. */
const isPlainRow = (line: string): boolean =>
  /[\t|｜│┃]/.test(line.trimStart()) && !line.includes('。')

/** Characters of a line that is a part of a text set letter by letter. */
const maxLetters = 2
/** Characters of the shortest text that is looked at for such breaks. */
const minLetterText = 200

/**
 * A text without the breaks and blanks between its letters, where it is set letter by letter: most of
 * it in lines of one or two characters, or a blank behind most Chinese characters. A PDF may give a
 * text so.
 */
function withoutLetterBreaks(text: string): string {
  let [all, short] = [0, 0]
  for (const line of text.split('\n')) {
    const { length } = line.trim()
    all += length
    if (length <= maxLetters) short += length
  }
  if (all < minLetterText) return text
  const joined = 2 * short > all ? text.replace(/(?<=[^。：；\s])[ \t]*\n\s*/g, '') : text
  const han = joined.match(/\p{Script=Han}/gu)?.length ?? 0
  const spaced = joined.match(/\p{Script=Han}[ \u00a0\u3000](?=\S)/gu)?.length ?? 0
  return 2 * spaced > han ? joined.replace(/(?<=\S)[ \u00a0\u3000](?=\S)/g, '') : joined
}

/**
 * The lines of a plain text.
 *
 * @throws DocumentTooLong
 */
export function linesOfText(content: string): DocumentText {
  if (content.length > maxDocumentCharacters) throw new DocumentTooLong()
  const text = withoutLetterBreaks(
    withoutRadicals(content)
      .toWellFormed()
      .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
      .replace(/[\0-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]/g, ' ')
      .replace(unseen, ''),
  )
  const lines: DocumentLine[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '')
      lines.push({
        kind: isPlainRow(line) ? 'row' : 'text',
        start,
        end: start + line.length,
      })
    start += line.length + 1
  }
  return { text, lines, hasHardBreaks: true }
}
