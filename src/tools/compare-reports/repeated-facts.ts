import { countFirst } from '#model/binary-search.ts'
import type { DocumentText } from '#read/documents/document-lines.ts'
import type { NormalizedText, PlacedNumber, Sentence } from './normalized-text.ts'
import type { SharedRun } from './reuse.ts'
import type { TextSpan } from './sections.ts'
import { isLinkLine, withPlainYears } from './unit-name.ts'

/** A sentence of a report, with the one of the report before where there is one. */
export interface RepeatedSentence {
  readonly current: TextSpan
  readonly before: TextSpan | null
  /** What stands again: the year, or the figures. */
  readonly values: readonly string[]
}

/**
 * The year of the report before where the report's own is due. A sentence stands in the report before
 * with the same year; a title or a period of the figures may not.
 */
export interface LeftOverYear extends RepeatedSentence {
  readonly where: 'sentence' | 'title' | 'period'
}

/** A report with its text. */
interface ComparedText {
  readonly document: DocumentText
  readonly normalized: NormalizedText
}

/** Whether a number at a place of the text is part of the number or title of a document. */
function isCited(text: string, { start, end }: TextSpan): boolean {
  if (
    /[〔［[（(]\s*$/.test(text.slice(Math.max(0, start - 2), start)) &&
    /^[〕］\])）]/.test(text[end] ?? '')
  )
    return true
  const before = text.slice(Math.max(0, start - 60), start)
  return before.lastIndexOf('《') > before.lastIndexOf('》')
}

/**
 * Sentences in which the year of the report before was left standing: they stand in that report with
 * the same year. Years in titles and numbers of documents do not count.
 *
 * @param year of the report
 */
export function leftOverYears(
  current: ComparedText,
  before: ComparedText,
  runs: readonly SharedRun[],
  year: number,
): LeftOverYear[] {
  const { text } = current.document
  const last = String(year - 1)
  const isYear = (one: PlacedNumber): boolean =>
    one.value === last && /^\s*年/.test(text.slice(one.end, one.end + 4)) && !isCited(text, one)
  const pair = pairNumbers(current, before, runs)
  return sentencesWith(current, (sentence, numbers) => {
    const found = numbers.find((one) => isYear(one) && pair(one)?.value === last)
    if (found === undefined) return null
    const other = pair(found)
    return {
      where: 'sentence',
      current: { start: sentence.start, end: sentence.end },
      before: other === null ? null : sentenceAt(before, other),
      values: [last],
    }
  })
}

/** The title of a report with its year, or without one, and the period of its figures. */
const reportTitle =
  /(?:(?<year>\d{4})\s{0,3}年?\s{0,3}度?\s{0,3})?(?:政府信息公开|政务公开)(?:工作)?(?:情况)?\s{0,3}的?年度?报告?/g
const statisticsPeriod =
  /统计\s{0,3}(?:数据)?的?\s{0,3}(?:期限|时限|时段|范围)[^。；\n]{0,20}?\d{4}\s{0,3}年/g

/** A title or a period, and the years in it. */
interface Statement {
  readonly found: RegExpExecArray
  readonly years: readonly number[]
}

/** Characters before a title that are looked at, for the begin of its line. */
const maxLead = 60

/** The titles of a text that are its own: none that it cites, none to which a line leads. */
const titlesIn = (text: string): Statement[] =>
  [...text.matchAll(reportTitle)].flatMap((found) => {
    const { 0: title, index, groups } = found
    const end = index + title.length
    const lead = text.slice(Math.max(0, index - maxLead), index)
    const isLink =
      (lead.includes('\n') || lead.length < maxLead) &&
      isLinkLine(lead.slice(lead.lastIndexOf('\n') + 1))
    if (isLink || isCited(text, { start: index, end })) return []
    const year = groups?.['year']
    return [{ found, years: year === undefined ? [] : [Number(year)] }]
  })

/** The periods of figures, with the years of both ends. */
const periodsIn = (text: string): Statement[] =>
  [...text.matchAll(statisticsPeriod)].map((found) => {
    const end = found.index + found[0].length
    const [rest = ''] = /^[^。；\n]*/.exec(text.slice(end, end + maxLead)) ?? []
    const years = [...(found[0] + rest).matchAll(/(\d{4})\s{0,3}年/g)]
    return { found, years: years.map(([, year]) => Number(year)) }
  })

/**
 * The title and the period of the figures, each where a report has it for the year before and
 * nowhere for its own. They are no part of the narrative. A page of the web names other reports
 * beside its own, so that only the first title counts.
 */
export function statedForLastYear(
  { document: { text } }: ComparedText,
  before: ComparedText,
  year: number,
): LeftOverYear[] {
  const statements = { title: titlesIn, period: periodsIn } as const
  return (['title', 'period'] as const).flatMap((where): LeftOverYear[] => {
    const found = statements[where](withPlainYears(text))
    const [first] = found
    if (first?.years.at(-1) !== year - 1) return []
    if (found.some(({ years }) => years.includes(year))) return []
    const other = statements[where](withPlainYears(before.document.text)).find(
      ({ years }) => years.at(-1) === year - 1,
    )
    return [
      {
        where,
        current: sentenceAround(text, first.found),
        before: other === undefined ? null : sentenceAround(before.document.text, other.found),
        values: [String(year - 1)],
      },
    ]
  })
}

/** The sentence or line around a match. */
function sentenceAround(text: string, { 0: found, index }: RegExpExecArray): TextSpan {
  const isEnd = /[。；\n]/
  let start = index
  let end = index + found.length
  while (start > 0 && !isEnd.test(text[start - 1] ?? '')) start--
  while (end < text.length && !isEnd.test(text[end] ?? '')) end++
  if (text[end] === '。' || text[end] === '；') end++
  return { start: start + (/^\s*/.exec(text.slice(start, end))?.[0].length ?? 0), end }
}

/** What stands before or behind a number that is no figure of the year's work. */
const notFigure = {
  before: /(?:第|〔|No\.?|电话[:：]?|[-—/])\s*$/,
  after:
    /^\s*(?:年|月|日|号|小时|个?工作日|(?:[政务市民便服公共]{0,8})(?:热线|平台)|〕|[-—/:：]\d|、\d|[.．]\S)/,
} as const

/**
 * Sentences that stand in the report before with the same figures, at least one of them not zero.
 * Years, days and numbers of documents are no figures, nor is what both write in Chinese numerals: it
 * is mostly part of a name or a phrase, such as 二十大 and 最多跑一次.
 */
export function sameFigures(
  current: ComparedText,
  before: ComparedText,
  runs: readonly SharedRun[],
): RepeatedSentence[] {
  const { text } = current.document
  const pair = pairNumbers(current, before, runs)
  const isInDigits = ({ document }: ComparedText, one: PlacedNumber | null): boolean =>
    one !== null && /[0-9０-９]/.test(document.text[one.start] ?? '')
  const isFigure = (one: PlacedNumber): boolean =>
    /^[\d.]+$/.test(one.value) &&
    (isInDigits(current, one) || isInDigits(before, pair(one))) &&
    !notFigure.before.test(text.slice(Math.max(0, one.start - 6), one.start)) &&
    !notFigure.after.test(text.slice(one.end, one.end + 6)) &&
    !isCited(text, one)
  return sentencesWith(current, (sentence, numbers) => {
    const figures = numbers.filter(isFigure)
    const others = figures.map(pair)
    const areSame = figures.every((one, n) => others[n]?.value === one.value)
    const other = others[0]
    if (!areSame || other === undefined || other === null) return null
    if (figures.every(({ value }) => Number(value) === 0)) return null
    return {
      current: { start: sentence.start, end: sentence.end },
      before: sentenceAt(before, other),
      values: figures.map(({ value }) => value),
    }
  })
}

/**
 * Where shared runs have other numbers: the places in the report, and those in the report before.
 * Both are in the order of the first.
 */
export function changedNumbers(
  current: ComparedText,
  before: ComparedText,
  runs: readonly SharedRun[],
): { readonly current: readonly TextSpan[]; readonly before: readonly TextSpan[] } {
  const pair = pairNumbers(current, before, runs)
  const changed = current.normalized.numbers.flatMap((one) => {
    const other = pair(one)
    return other === null || other.value === one.value ? [] : [{ one, other }]
  })
  return {
    current: changed.map(({ one }) => one),
    before: changed.map(({ other }) => other),
  }
}

/** What a function finds in the sentences with numbers. */
function sentencesWith<T extends RepeatedSentence>(
  { normalized: { sentences, numbers } }: ComparedText,
  find: (sentence: Sentence, numbers: readonly PlacedNumber[]) => T | null,
): T[] {
  let next = 0
  return sentences.flatMap((sentence) => {
    const inside: PlacedNumber[] = []
    while ((numbers[next]?.index ?? Infinity) < sentence.to)
      inside.push(numbers[next++] as PlacedNumber)
    return inside.length === 0 ? [] : (find(sentence, inside) ?? [])
  })
}

/** The number of the report before at the same place of a shared run; null where there is none. */
function pairNumbers(
  current: ComparedText,
  before: ComparedText,
  runs: readonly SharedRun[],
): (one: PlacedNumber) => PlacedNumber | null {
  const byIndex = new Map(before.normalized.numbers.map((one) => [one.index, one]))
  const pairs = new Map<number, PlacedNumber>()
  let next = 0
  for (const { index } of current.normalized.numbers) {
    while (next < runs.length && (runs[next]?.to ?? 0) <= index) next++
    const run = runs[next]
    if (run === undefined || run.from > index) continue
    const other = byIndex.get(index - run.from + run.other)
    if (other !== undefined) pairs.set(index, other)
  }
  return ({ index }) => pairs.get(index) ?? null
}

function sentenceAt(
  { normalized: { sentences } }: ComparedText,
  { index }: PlacedNumber,
): TextSpan | null {
  const one = sentences[countFirst(sentences, ({ to }) => to <= index)]
  return one === undefined || index < one.from ? null : { start: one.start, end: one.end }
}
