import { chineseInDigits, digitByDigit, digitCharacters } from '#model/chinese-numeral.ts'
import type { DocumentText } from '#read/documents/document-lines.ts'
import { type Narrative, sentenceEnd, type TextSpan } from './sections.ts'

/** The characters of a narrative that are compared, each with its place in the text. */
export interface NormalizedText {
  /**
   * NFKC without blanks and punctuation; `#` for each number, `\n` between sections, across which
   * nothing is compared.
   */
  readonly symbols: string
  /** Where each symbol starts and ends in the text of the document. */
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly numbers: readonly PlacedNumber[]
  readonly sentences: readonly Sentence[]
}

/** A number of the narrative. */
export interface PlacedNumber {
  /** Of its symbol. */
  readonly index: number
  /**
   * In half-width digits without separators of thousands, 三 as 3 and 二〇二三 as 2023; a numeral that is
   * not one number for certain as written.
   */
  readonly value: string
  readonly start: number
  readonly end: number
}

/** A sentence, as a range of symbols and a range of the text. */
export interface Sentence extends TextSpan {
  readonly section: string
  readonly from: number
  readonly to: number
}

const numberSymbol = '#'
export const sectionBreak = '\n'

/** Digits, with decimals or separators of thousands. */
const arabic = /[0-9０-９]+(?:[.,．][0-9０-９]+)*/y
/**
 * A Chinese numeral: 二〇二三, 三十五; a single one before what it counts, 三期, since it is mostly no
 * number elsewhere: 一是.
 */
const chinese = new RegExp(
  `(?=[${digitCharacters}]{0,6}[〇零○十百千])[${digitCharacters}十百千]{2,20}|[${digitCharacters}两](?=[条件期场次项篇份名])`,
  'y',
)
const chineseNumeral = new RegExp(`[${digitCharacters}十百千两]`)
const digits = /[0-9０-９]/

/** Normalizes the narrative of a document. */
export function normalize({ text }: DocumentText, { paragraphs }: Narrative): NormalizedText {
  const symbols: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  const numbers: PlacedNumber[] = []
  const sentences: Sentence[] = []
  const add = (symbol: string, start: number, end: number): void => {
    symbols.push(symbol)
    starts.push(start)
    ends.push(end)
  }
  let section: string | null = null
  for (const paragraph of paragraphs) {
    if (section !== null && section !== paragraph.section) add(sectionBreak, -1, -1)
    section = paragraph.section
    let from = symbols.length
    let first = -1
    let last = -1
    const endSentence = (): void => {
      if (symbols.length > from)
        sentences.push({
          section: paragraph.section,
          from,
          to: symbols.length,
          start: first,
          end: last,
        })
      from = symbols.length
      first = -1
    }
    for (const { start, end } of paragraph.spans)
      for (let at = start; at < end;) {
        const length = numberLength(text, at, end)
        if (length > 0) {
          const value = valueOf(text.slice(at, at + length))
          const open = numbers.at(-1)
          if (open !== undefined && isContinued(text, open, symbols.length, at)) {
            numbers[numbers.length - 1] = { ...open, value: open.value + value, end: at + length }
            ends[open.index] = at + length
          } else {
            numbers.push({ index: symbols.length, value, start: at, end: at + length })
            add(numberSymbol, at, at + length)
          }
          if (first < 0) first = at
          last = at += length
          continue
        }
        const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
        const next = at + character.length
        for (const unit of plainOf(character)) add(unit, at, next)
        if (first < 0 && character.trim() !== '') first = at
        last = next
        at = next
        if (sentenceEnd.test(character)) endSentence()
      }
    endSentence()
  }
  return {
    symbols: symbols.join(''),
    starts: Int32Array.from(starts),
    ends: Int32Array.from(ends),
    numbers,
    sentences,
  }
}

/** The length of the number at a place; 0 where there is none. */
function numberLength(text: string, at: number, end: number): number {
  const character = text[at] ?? ''
  if (!digits.test(character) && !chineseNumeral.test(character)) return 0
  const number = digits.test(character) ? arabic : chinese
  number.lastIndex = at
  const length = number.exec(text)?.[0].length ?? 0
  return Math.min(length, end - at)
}

/** Whether only blanks stand between a number and the next: a PDF splits 2023 into 20 and 23. */
const isContinued = (text: string, open: PlacedNumber, next: number, at: number): boolean =>
  open.index === next - 1 &&
  /^\d+$/.test(open.value) &&
  digits.test(text[open.start] ?? '') &&
  digits.test(text[at] ?? '') &&
  text.slice(open.end, at).trim() === ''

function valueOf(written: string): string {
  if (chineseYear.test(written)) return digitByDigit(written)
  return digits.test(written)
    ? written.normalize('NFKC').replaceAll(',', '')
    : (chineseInDigits(written) ?? written)
}

/** A year in Chinese numerals, digit by digit: 二〇二三. */
const chineseYear = new RegExp(`^[${digitCharacters}]{4}$`)

/** A letter, a number, or half of a character beyond the basic plane. */
const isLetter = (unit: string): boolean => /[\p{L}\p{N}\p{Cs}]/u.test(unit)

/** The compared characters of a character: none of a blank or of punctuation. */
function plainOf(character: string): string[] {
  const code = character.charCodeAt(0)
  // Most characters are common Chinese ones, which NFKC leaves as they are.
  if (code >= 0x4e00 && code <= 0x9fff) return [character]
  if (character === numberSymbol || character === '＃') return []
  const plain = character.normalize('NFKC').replace(/\d+/g, numberSymbol)
  return plain.split('').filter((unit) => unit === numberSymbol || isLetter(unit))
}
