import type { DocumentLine, DocumentText } from '#read/documents/document-lines.ts'
import { isTableLine } from './form-tables.ts'

/** A part of a document, as positions in its text. */
export interface TextSpan {
  readonly start: number
  readonly end: number
}

/** A paragraph of a narrative section. A sentence broken over lines has several spans. */
interface Paragraph {
  readonly section: string
  readonly spans: readonly TextSpan[]
}

/** The parts of an annual report that are compared. */
export interface Narrative {
  readonly paragraphs: readonly Paragraph[]
  /**
   * Whether the narrative sections were found by their headings; all sentences are taken where there
   * are none, or where most of the text stands outside of them.
   */
  readonly hasSections: boolean
  /** Sentences outside of the narrative sections: no text of the report's own, but text to copy from. */
  readonly rest: readonly Paragraph[]
}

const numbering = String.raw`(?:第?[一二三四五六七八九十]{1,3}(?:[、.．，,:：]|部分)?|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、.．]?)?`
const topNumber = String.raw`[一二三四五六七八九十]{1,2}[、.．，,:：]`

interface Heading {
  readonly section: string
  readonly isNarrative: boolean
  readonly title: RegExp
}

/** A number that a section of tables may have: a part of 总体情况 may have its name and another number. */
const tableNumber = String.raw`(?:第?[一二三四五六七八九十]{1,3}(?:[、.．，,:：]|部分)?)?`

/** A heading by its usual words, and by further words where it has the number of a section. */
const heading = (
  section: string,
  isNarrative: boolean,
  usual: string,
  numbered: string,
): Heading => ({
  section,
  isNarrative,
  title: new RegExp(
    `^(?:${isNarrative ? numbering : tableNumber}(?:${usual})|${topNumber}(?:${numbered}))[：:。]?$`,
  ),
})

const problems = '(?:困难|问题|不足)'
/** Sections of the prescribed form, with other words that reports use; blanks are removed before. */
const overall = heading(
  '总体情况',
  true,
  '(?:总体|工作总体|总体工作)情况',
  '.{0,14}(?:总体|基本|整体|主要).{0,4}情况|.{0,8}概[述况]',
)
const headings: readonly Heading[] = [
  overall,
  heading(
    '主动公开',
    false,
    '主动公开政府信息(?:情况|.{0,4}表)',
    '.{0,6}主动公开(?:政府)?信息.{0,8}',
  ),
  heading(
    '依申请公开',
    false,
    '收到和处理政府信息公开申请(?:情况|.{0,4}表)',
    '.{0,6}(?:收到和处理|收到及处理|收到与处理|办理).{0,4}信息公开申请.{0,8}',
  ),
  heading(
    '复议诉讼',
    false,
    '政府信息公开行政复议、?行政诉讼(?:情况|.{0,4}表)',
    '.{0,20}(?:行政复议|行政诉讼).{0,20}',
  ),
  heading(
    '存在问题',
    true,
    `存在的?(?:主要)?${problems}(?:[、及和与]|以及)?(?:改进|整改)?(?:情况|措施)?`,
    `.{0,14}(?:存在|面临).{0,5}${problems}.{0,16}|(?:主要)?${problems}[及和与].{0,10}`,
  ),
  heading('其他事项', true, '其[他它]需要报告的?事项', '其[他它].{0,10}(?:事项|情况)'),
]

/** A section after the tables with a title of its own. */
const otherTitle = heading('其他章节', true, '', '')

/** A line of a table of contents: its dots and the number of the page. */
const contentsLine = /(?:\.{3}|…|·{3}|．{3})[.…·．\s]*\d{0,3}\s*$/
/** Page numbers: “— 3 —”, “第3页 共8页”, “3/8”. */
const pageNumber = /^[-—–―\s]*(?:第?\s?\d{1,3}\s?页?)?(?:[\s，,/共]*\d{1,3}\s?页?)?[-—–―\s]*$/
/** What a page of the web has below or beside a report. */
const furniture =
  /版权所有|主办单位|主办[:：]|承办单位|承办[:：]|技术支持|ICP备|公网安备|网站标识码|打印本页|【打印】|打印页面|关闭(?:窗口|本页)|分享到|扫一扫|上一[篇条]|下一[篇条]|相关(?:链接|阅读|文章|附件)|责任编辑|网站地图|联系我们|关于我们|友情链接|返回(?:顶部|首页)|无障碍|当前位置|您(?:的|现在的)?位置|^附件\d?[:：]?/
/** The end of a report: its day alone on a line. */
const dayLine =
  /^(?:\d{4}年\d{1,2}月\d{1,2}日|[二〇零○]{1,2}[〇零○一二三四五六七八九十]{2,4}年[一二三四五六七八九十]{1,3}月[一二三四五六七八九十]{1,3}日)$/

/** Headings within a section: a number, few words and no end of a sentence. */
const innerHeading =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．])?[^。；！？，,;]{1,30}$/
const hasNumber =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．])/
/** A numbered heading with the sentence behind it: “（一）主动公开。2023年，我局……”. */
const runInHeading =
  /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]、?|\d{1,2}[、．.])[^。；！？，,;：:]{0,20}[。：:]/

/** Sentences that every report has, and addresses. */
const formula =
  /(?:根据|按照|依据|依照).{0,120}(?:(?:编制|撰写|起草|形成|制作|制定).{0,3}[本此](?:年度)?报告|(?:编制|撰写|起草).{0,40}年度报告)|[现特](?:将|予以|向社会).{0,60}年度报告.{0,10}(?:公布|公开|如下)|[现特]公布.{0,30}年度报告[。：:]?$|本?(?:年度)?报告(?:中)?(?:所列|中所列|中)?(?:的)?数据(?:的)?(?:统计)?(?:期限|时限)|报告的?(?:电子版|全文)|如对(?:本|该)?(?:年度)?报告.{0,10}(?:疑问|意见)|本(?:年度)?报告(?:由|共|分为|包括)/
const contact =
  /(?:联系|咨询|办公|监督)(?:电话|人|地址|方式)|邮(?:政)?编(?:码)?[:：]|电子(?:邮箱|邮件)[:：]|传真[:：]|地址[:：]/

const sentenceEnd = /[。！？；!?;]/
/** Fewest characters of a section, from which a second heading 总体情况 does not begin the report anew. */
const minOverall = 200

interface Line {
  readonly line: DocumentLine
  readonly text: string
  /** Without blanks, with half-width digits. */
  readonly plain: string
}

const plainOf = (text: string): string =>
  text
    .replace(/\s+/g, '')
    .replace(/[０-９．]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))

const textsOf = (text: string): Pick<Line, 'text' | 'plain'> => ({ text, plain: plainOf(text) })

/**
 * Finds the narrative sections of an annual report: 总体情况, 存在的问题及改进情况, 其他需要报告的事项. Tables, headings,
 * the opening formula, addresses, page numbers and what a web page has around a report are left out.
 */
export function narrativeOf(document: DocumentText): Narrative {
  const lines = document.lines.flatMap((line) =>
    withoutTables({ line, ...textsOf(document.text.slice(line.start, line.end)) }),
  )
  const repeated = repeatedLines(lines)
  const whole = sectioned(lines, repeated)
  const split = sectioned(splitAtTitles(lines), repeated)
  const { taken, others } = sectionsOf(split) > sectionsOf(whole) ? split : whole
  if (taken.length === 0)
    return {
      paragraphs: paragraphsOf(sentencesOf(lines, repeated, document), document),
      hasSections: false,
      rest: [],
    }
  const paragraphs = paragraphsOf(taken, document)
  const outside = sentencesOf(others, repeated, document)
  const rest = paragraphsOf(outside, document)
  if (lengthOf(rest) <= lengthOf(paragraphs)) return { paragraphs, hasSections: true, rest }
  const all = [...taken, ...outside]
    .map((one) => ({ ...one, section: wholeText }))
    .sort((a, b) => a.line.start - b.line.start)
  return { paragraphs: paragraphsOf(all, document), hasSections: false, rest: [] }
}

/** The section of a text that is compared as a whole. */
const wholeText = '全文'

const lengthOf = (paragraphs: readonly Paragraph[]): number =>
  paragraphs.reduce(
    (sum, { spans }) => spans.reduce((all, { start, end }) => all + end - start, sum),
    0,
  )

/** The narrative and the sentences outside of it, in the order of the document. */
export const withRest = ({ paragraphs, hasSections, rest }: Narrative): Narrative => ({
  paragraphs: [...paragraphs, ...rest].sort(
    (a, b) => (a.spans[0]?.start ?? 0) - (b.spans[0]?.start ?? 0),
  ),
  hasSections,
  rest: [],
})

const sectionsOf = ({ taken }: SectionedLines): number =>
  new Set(taken.map(({ section }) => section)).size

/** A title of the prescribed form within a line, as pages give a part of a report in one line. */
const titleInLine =
  /(?<=^|[。；：\s])(?:[一二三四五六][、.．]|第[一二三四五六]部分|[（(][一二三四五六][）)]|[1-6][、.．])\s{0,3}(?:总体情况|主动公开政府信息情况|收到和处理政府信息公开申请情况|(?:因)?政府信息公开[^。、]{0,12}行政复议[^。]{0,8}行政诉讼情况|(?:政府信息公开工作)?存在的?(?:主要)?问题及改进(?:情况|措施)|其他需要报告的事项)/g

/** The lines with each title of the prescribed form on a line of its own. */
function splitAtTitles(lines: readonly Line[]): Line[] {
  return lines.flatMap((one) => {
    const { text } = one
    const ends = [...text.matchAll(titleInLine)].flatMap(({ 0: title, index }) => [
      index,
      index + title.length,
    ])
    if (ends.length === 0) return [one]
    const cuts = [0, ...ends, text.length]
    return cuts.slice(1).flatMap((end, n) => partOf(one, cuts[n] ?? 0, end))
  })
}

/** A part of a line as a line; none without text. */
function partOf({ line, text }: Line, from: number, to: number, kind = line.kind): Line[] {
  const part = text.slice(from, to)
  if (part.trim() === '') return []
  return [{ line: { kind, start: line.start + from, end: line.start + to }, ...textsOf(part) }]
}

/** Shortest line in which tables are searched, and fewest words and numbers in a row that are one. */
const minLineWithTable = 150
const minTableWords = 10

/** A line with the tables of the form that were flattened into it on lines of their own, as rows. */
function withoutTables(one: Line): Line[] {
  if (one.line.kind === 'row' || one.text.length < minLineWithTable) return [one]
  const parts: Line[] = []
  let at = 0
  let from = 0
  let to = 0
  let words = 0
  const finish = (): void => {
    if (words >= minTableWords) {
      parts.push(...partOf(one, at, from), ...partOf(one, from, to, 'row'))
      at = to
    }
    words = 0
  }
  for (const { 0: word, index } of one.text.matchAll(/\S+/g)) {
    if (!isTableLine(word)) {
      finish()
      continue
    }
    if (words === 0) from = index
    words++
    to = index + word.length
  }
  finish()
  return parts.length === 0 ? [one] : [...parts, ...partOf(one, at, one.text.length)]
}

interface TakenLine extends Line {
  readonly section: string
}

interface SectionedLines {
  readonly taken: readonly TakenLine[]
  /** Lines of the report outside of its narrative sections: from its title, without what follows its end. */
  readonly others: readonly Line[]
}

function sectioned(lines: readonly Line[], repeated: ReadonlySet<string>): SectionedLines {
  let taken: TakenLine[] = []
  let others: Line[] = []
  let characters = 0
  let section: Heading | null = null
  let isOver = false
  for (const one of lines) {
    const { plain, line } = one
    if (section === null && reportTitle.test(plain)) others = []
    const isTitle = line.kind !== 'row' && !isContents(one.text)
    const open = section as Heading | null
    const found: Heading | null =
      (isTitle ? headingAt(plain) : null) ??
      (isTitle && open === null && isFirstHeading(plain) ? overall : null) ??
      (isTitle && open?.isNarrative === false && isLaterHeading(plain) ? otherTitle : null)
    if (found !== null) {
      if (found === overall && characters < minOverall) [taken, characters] = [[], 0]
      section = found
      isOver = false
    } else if (section?.isNarrative !== true) others.push(one)
    else if (!isOver) {
      const isLast = section.section === '其他事项'
      if (isFurniture(plain)) isOver = isLast
      else if (isLast && dayLine.test(plain)) isOver = true
      else if (isSentence(one, repeated)) {
        taken.push({ ...one, section: section.section })
        characters += plain.length
      }
    }
  }
  return { taken, others }
}

/** The title of a report; on a page of the web, menus stand before it. */
const reportTitle = /(?:年度?报告|年报)$/

const isContents = (text: string): boolean => text.length < 200 && contentsLine.test(text)

const headingAt = (plain: string): Heading | null =>
  plain.length > 40 ? null : (headings.find(({ title }) => title.test(plain)) ?? null)

/** The first section under another name: “一、政府信息公开工作开展情况”. */
const isFirstHeading = (plain: string): boolean =>
  /^(?:一[、.．]|第一部分)/.test(plain) && innerHeading.test(plain) && !plain.includes('申请数量')

/** A section after the tables under another name: “五、短板和打算”. Rows of tables have such numbers too. */
const isLaterHeading = (plain: string): boolean =>
  /^(?:[五六七八][、.．]|第[五六七八]部分|[5-8][、.．])/.test(plain) &&
  innerHeading.test(plain) &&
  !isTableLine(plain)

const isFurniture = (plain: string): boolean => plain.length < 60 && furniture.test(plain)

/**
 * Lines of prose outside of recognized sections. On a web page only a line with a whole sentence is
 * prose: the menus of two years are the same, and no report. Where lines break off, it is one with
 * punctuation or of the length of a printed line: rows of tables that are not of the form have neither.
 */
const sentencesOf = (
  lines: readonly Line[],
  repeated: ReadonlySet<string>,
  { hasHardBreaks }: DocumentText,
): TakenLine[] =>
  (hasHardBreaks ? lines : beforeEnd(lines))
    .filter((one) => isSentence(one, repeated) && !isFurniture(one.plain))
    .filter(({ plain }) =>
      hasHardBreaks
        ? plain.length >= minPrintedLine || /[。，；、]/.test(plain)
        : plain.includes('。'),
    )
    .map((one) => ({ ...one, section: wholeText }))

/** In characters, without blanks. */
const minPrintedLine = 24

/** What a page has at the end of an article; behind it are other articles and notes of the site. */
const endOfArticle =
  /^(?:[【[]?(?:上一|下一)[篇条]|相关(?:链接|阅读|文章|附件|文档|信息)|扫一扫|版权所有|主办|责任编辑|[【[]?(?:打印|关闭))/
/** Fewest characters of sentences before the end of an article: some of its signs stand above it too. */
const minArticle = 200

function beforeEnd(lines: readonly Line[]): readonly Line[] {
  let characters = 0
  for (const [n, { plain }] of lines.entries()) {
    if (characters >= minArticle && plain.length < 60 && endOfArticle.test(plain))
      return lines.slice(0, n)
    if (plain.includes('。')) characters += plain.length
  }
  return lines
}

function isSentence({ line, plain }: Line, repeated: ReadonlySet<string>): boolean {
  if (line.kind === 'row' || repeated.has(plain) || isTableLine(plain)) return false
  return plain.length > 20 || !pageNumber.test(plain)
}

/** Short lines that stand on several pages: headers and footers of a printed report. */
function repeatedLines(lines: readonly Line[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { plain } of lines)
    if (plain.length <= 40 && !sentenceEnd.test(plain))
      counts.set(plain, (counts.get(plain) ?? 0) + 1)
  return new Set([...counts].filter(([, count]) => count >= 3).map(([plain]) => plain))
}

interface OpenParagraph extends Paragraph {
  readonly spans: TextSpan[]
}

/** Joins lines into paragraphs, leaves headings out, and sentences that are no part of the narrative. */
function paragraphsOf(
  lines: readonly TakenLine[],
  { text, hasHardBreaks }: DocumentText,
): Paragraph[] {
  const paragraphs: Paragraph[] = []
  const widest = lines.reduce((most, { plain }) => Math.max(most, plain.length), 0)
  const limits = hasHardBreaks
    ? { numbered: 0.8 * widest, plain: Math.min(maxPlainHeading, widest / 2) }
    : { numbered: Infinity, plain: maxPlainHeading }
  let open: OpenParagraph | null = null
  const finish = (): void => {
    if (open !== null) paragraphs.push(...withoutFormulas(open, text))
    open = null
  }
  for (const { line, plain, text: shown, section } of lines) {
    const begins = /^(?:\u3000|\s{4})/.test(shown) || hasNumber.test(plain)
    if (begins || open?.section !== section) finish()
    if (open === null && isInnerHeading(plain, limits)) continue
    const skip = open === null ? (runInHeading.exec(shown)?.[0].length ?? 0) : 0
    const part: OpenParagraph = open ?? { section, spans: [] }
    open = part
    if (line.start + skip < line.end) part.spans.push({ start: line.start + skip, end: line.end })
    if (!hasHardBreaks || endsParagraph(plain)) finish()
  }
  finish()
  return paragraphs
}

const endsParagraph = (plain: string): boolean => /[。！？；：!?;:][”"』」）)]*$/.test(plain)

/**
 * Whether a line is a heading within a section.
 *
 * @param limits the longest headings with a number and without, in characters: where a line may
 *   break off in a sentence, only one that is shorter than others is a heading
 */
const isInnerHeading = (
  plain: string,
  limits: { readonly numbered: number; readonly plain: number },
): boolean =>
  innerHeading.test(plain) &&
  plain.length <= (hasNumber.test(plain) ? limits.numbered : limits.plain)

const maxPlainHeading = 14

/** The paragraph without the sentences that every report has; nothing where no sentence is left. */
function withoutFormulas({ section, spans }: Paragraph, text: string): Paragraph[] {
  const whole = spans.map(({ start, end }) => text.slice(start, end)).join('')
  if (!formula.test(whole) && !contact.test(whole)) return [{ section, spans }]
  const left: TextSpan[] = []
  let at = 0
  for (const sentence of sentencesIn(whole)) {
    const plain = plainOf(sentence)
    if (!formula.test(plain) && !contact.test(plain))
      left.push(...within(spans, at, at + sentence.length))
    at += sentence.length
  }
  return left.length === 0 ? [] : [{ section, spans: left }]
}

/** The sentences of a text, each with its end. */
const sentencesIn = (text: string): string[] =>
  text.match(/[^。！？；]*[。！？；]|[^。！？；]+$/g) ?? []

/** The spans of a part of joined spans. */
function within(spans: readonly TextSpan[], from: number, to: number): TextSpan[] {
  const found: TextSpan[] = []
  let at = 0
  for (const { start, end } of spans) {
    const length = end - start
    const a = Math.max(from, at)
    const b = Math.min(to, at + length)
    if (a < b) found.push({ start: start + a - at, end: start + b - at })
    at += length
  }
  return found
}
