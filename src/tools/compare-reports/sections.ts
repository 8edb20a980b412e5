import type { DocumentLine, DocumentText } from '#read/documents/document-lines.ts'
import { isTableLine, tablesIn } from './form-tables.ts'

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
  /** Whether the narrative sections were found by their headings, with most of the text in them. */
  readonly hasSections: boolean
  /**
   * Sentences before the first heading, and those between the tables where the sections were found:
   * no text of the report's own, but text to copy from.
   */
  readonly opening: readonly Paragraph[]
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
/** What a page of the web has below or beside a report: in a short line that is no sentence. */
const furniture =
  /^[^。；，]*(?:版权所有|ICP备|公网安备|网站标识码|打印本页|【打印|打印页面|关闭(?:窗口|本页)|(?:主办|承办|技术支持|维护)(?:单位)?[:：])|^[【[]?(?:主办单位|承办单位|技术支持|分享到|扫一扫|[上下]一[篇条]|相关(?:链接|阅读|文章|附件|文档|信息|新闻|报道|稿件)[】\]:：]?$|责任编辑|网站地图|联系我们|关于我们|友情链接|返回(?:顶部|首页)|(?:文章|信息)?来源[:：]|浏览次数|点击(?:次数|数|量)|发布(?:日期|时间|机构)[:：]|索引号[:：]|【?字体|当前位置|您(?:的|现在的)?位置|附件\d?[:：])/
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

/** The period of the figures in a word that other sentences have too: only with its year behind it. */
const datedPeriod = '(?:时间|范围)[^。，,；]{0,6}[\\d二〇○零一三四五六七八九]{4}年'
/** Sentences that every report has, and addresses. */
const formula = new RegExp(
  [
    '(?:根据|按照|依据|依照).{0,120}(?:编制|撰写|起草|形成|制作|制定).{0,3}[本此](?:年度)?(?:报告|年报)',
    '(?:编制|撰写|起草).{0,40}年度报告',
    '本(?:年度)?(?:报告|年报)(?:是)?(?:根据|依据|按照|依照|由|共|分为|包括|涵盖)',
    '(?:全文|报告|内容|主要)(?:共|由|包括|包含|分为).{0,20}(?:总体情况|概述|基本情况)',
    '[现特](?:将|予以|向社会).{0,60}年度报告.{0,10}(?:公布|公开|如下)',
    '[现特]将.{0,60}(?:报告|汇报|公布|公告|通报|函报)如下',
    '[现特](?:向社会)?公布.{0,30}年度报告[。：:]?$',
    `(?:报告|年报|所列|使用|涉及).{0,6}数据.{0,3}(?:统计)?(?:期限|时限|时段|${datedPeriod})`,
    `数据统计(?:期限|时限|时段|${datedPeriod})`,
    '报告的?(?:电子版|全文)',
    '如对(?:本|该)?(?:年度)?(?:报告|年报).{0,10}(?:疑问|意见)',
  ].join('|'),
)
const contact =
  /(?:联系|咨询|办公|监督)(?:电话|人|地址|方式)|邮(?:政)?编(?:码)?[:：]|电子(?:邮箱|邮件)[:：]|传真[:：]|地址[:：]/

/** What ends a sentence or a part of one. */
export const sentenceEnd = /[。！？；!?;]/
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
 * Finds the prose of an annual report, by the sections 总体情况, 存在的问题及改进情况 and 其他需要报告的事项. Prose
 * between the tables is taken too where these were not all found: so a heading in unusual words, or
 * one run into the text, hides nothing. Tables, headings, the opening formula, addresses, page
 * numbers and what a web page has around a report are left out.
 */
export function narrativeOf(document: DocumentText): Narrative {
  const { text } = document
  const lines = cutOut(linesOf(document), tablesIn(text), 'row', text)
  const layout = { ...document, hasHardBreaks: document.hasHardBreaks || areBroken(lines) }
  const repeated = repeatedLines(lines)
  const options = { repeated, hasHardBreaks: layout.hasHardBreaks, isPage: !document.hasHardBreaks }
  const whole = sectioned(lines, options)
  const split = sectioned(cutOut(lines, titlesIn(text), 'text', text), options)
  const {
    headings: found,
    opening,
    taken,
  } = split.headings.size > whole.headings.size ? split : whole
  const start = paragraphsOf(opening, layout)
  const isOpening =
    taken.length > 0 &&
    lengthOf(start) < Math.min(minUntitled, lengthOf(paragraphsOf(taken, layout)))
  const paragraphs = paragraphsOf(isOpening ? taken : [...opening, ...taken], layout)
  const between = paragraphsOf(
    taken.filter(({ isBetween }) => isBetween),
    layout,
  )
  const hasSections = isOpening && 2 * lengthOf(between) <= lengthOf(paragraphs)
  // Without the heading 存在问题, what stands below it was taken for prose between the tables.
  const isComplete = found.has('总体情况') && found.has('存在问题')
  if (!hasSections || !isComplete)
    return { paragraphs, hasSections, opening: isOpening ? start : [] }
  return {
    paragraphs: paragraphsOf(
      taken.filter(({ isBetween }) => !isBetween),
      layout,
    ),
    hasSections,
    opening: [...start, ...between],
  }
}

/**
 * Fewest characters of prose before the first heading that are no opening: a heading was missed. So it
 * was where less follows.
 */
const minUntitled = 300

const linesOf = ({ text, lines }: DocumentText): Line[] =>
  lines.map((line) => ({ line, ...textsOf(text.slice(line.start, line.end)) }))

/** Characters of a line that could be broken off. */
const minBroken = 15

/**
 * Whether most lines of prose break off in a sentence, as on a page of the web that was made from
 * printed lines.
 */
function areBroken(lines: readonly Line[]): boolean {
  const prose = lines.filter(
    ({ line, plain }) =>
      line.kind === 'text' &&
      plain.length >= minBroken &&
      /[，。；]/.test(plain) &&
      !isTableLine(plain),
  )
  const broken = prose.filter(({ plain }) => !endsParagraph(plain)).length
  return broken >= minBrokenLines && 2 * broken > prose.length
}

const minBrokenLines = 5

const lengthOf = (paragraphs: readonly Paragraph[]): number =>
  paragraphs.reduce(
    (sum, { spans }) => spans.reduce((all, { start, end }) => all + end - start, sum),
    0,
  )

/** The narrative and what else may be copied from, in the order of the document. */
export const withOpening = ({ paragraphs, hasSections, opening }: Narrative): Narrative => ({
  paragraphs: [...opening, ...paragraphs].sort((a, b) => startOf(a) - startOf(b)),
  hasSections,
  opening: [],
})

const startOf = ({ spans: [first] }: Paragraph): number => first?.start ?? 0

/** A pattern with blanks and ends of lines allowed behind each character. */
const spaced = (pattern: string): string =>
  pattern.replace(/(?:\[[^\]]+\]|\p{Script=Han})(?!\{)\??/gu, (one) =>
    one.endsWith('?') ? `(?:${one.slice(0, -1)}\\s{0,4})?` : `${one}\\s{0,4}`,
  )

const numberInText =
  '(?:[一二三四五六][、.．]|第[一二三四五六]部分|[（(][一二三四五六][）)]|(?<!\\d)[1-6][、.．])'
/**
 * A title of the form anywhere in a text: pages and PDF files give a part of a report in one line,
 * or a title in two.
 */
const titleInText = new RegExp(
  `(?<![《“"、，])${spaced(
    `${numberInText}(?:${[
      '(?:政府信息公开|政务公开)?(?:工作)?的?(?:总体|基本|主要|整体)(?:工作)?情况',
      '概述',
      '主动公开(?:政府)?信息的?情况',
      '收到[和与及]处理政府信息公开申请的?情况',
      '因?政府信息公开[^。、]{0,16}行政复议[^。]{0,8}行政诉讼的?情况',
      '(?:(?:政府信息|政务)公开(?:工作)?)?中?存在的?(?:主要)?(?:问题|不足|困难)(?:[及和与]|以及)?(?:改进|整改)(?:情况|措施)',
      '其[他它]需要?(?:报告|说明)的?事项',
    ].join('|')})`,
  )}(?![，、,”"》])`,
  'g',
)

const titlesIn = (text: string): TextSpan[] =>
  [...text.matchAll(titleInText)].map(({ 0: title, index }) => ({
    start: index,
    end: index + title.trimEnd().length,
  }))

/** The lines with each span, which may go over several of them, as a line of its own. */
function cutOut(
  lines: readonly Line[],
  spans: readonly TextSpan[],
  kind: DocumentLine['kind'],
  text: string,
): readonly Line[] {
  if (spans.length === 0) return lines
  const parts: Line[] = []
  let next = 0
  for (const one of lines) {
    const { start, end } = one.line
    let at = start
    for (let span = spans[next]; span !== undefined && span.start < end; span = spans[next]) {
      if (span.start >= start) {
        parts.push(...partOf(one, at - start, span.start - start))
        parts.push({ line: { kind, ...span }, ...textsOf(text.slice(span.start, span.end)) })
      }
      at = Math.max(at, Math.min(end, span.end))
      if (span.end > end) break
      next++
    }
    parts.push(...partOf(one, at - start, end - start))
  }
  return parts
}

/** A part of a line as a line; none without text. */
function partOf({ line, text }: Line, from: number, to: number): Line[] {
  const part = text.slice(from, to)
  if (part.trim() === '') return []
  return [{ line: { ...line, start: line.start + from, end: line.start + to }, ...textsOf(part) }]
}

interface TakenLine extends Line {
  readonly section: string
  /** Whether it stands in a section of tables. */
  readonly isBetween: boolean
}

/** The section of prose without a heading before it. */
const untitled = '全文'

interface SectionedLines {
  readonly headings: ReadonlySet<string>
  /** Prose before the first heading: from the title of the report. */
  readonly opening: readonly TakenLine[]
  readonly taken: readonly TakenLine[]
}

interface SectionOptions {
  /** Lines at the head or foot of pages. */
  readonly repeated: ReadonlySet<string>
  /** Whether a line may break off in the middle of a sentence. */
  readonly hasHardBreaks: boolean
  /** Whether it is a page of the web, which goes on behind the report. */
  readonly isPage: boolean
}

function sectioned(
  lines: readonly Line[],
  { repeated, hasHardBreaks, isPage }: SectionOptions,
): SectionedLines {
  let taken: TakenLine[] = []
  let opening: TakenLine[] = []
  const characters = { opening: 0, taken: 0 }
  let section: Heading | null = null
  let isOver = false
  let last: Line | null = null
  const headings = new Set<string>()
  for (const one of lines) {
    const { plain, line } = one
    if (section === null && characters.opening < minArticle && reportTitle.test(plain)) opening = []
    const isTitle = line.kind !== 'row' && !isContents(one.text)
    const open = section as Heading | null
    const found: Heading | null =
      (isTitle ? headingAt(plain) : null) ??
      (isTitle && open === null && isFirstHeading(plain) ? overall : null) ??
      (isTitle && open?.isNarrative === false && isLaterHeading(plain) ? otherTitle : null)
    if (found !== null) {
      if (found === overall && characters.taken < minOverall) [taken, characters.taken] = [[], 0]
      section = found
      headings.add(found.section)
      isOver = false
      continue
    }
    if (isOver) continue
    const isLast = open?.section === '其他事项'
    if (isPage && characters.opening + characters.taken >= minArticle && isEndOfArticle(plain))
      isOver = true
    else if (isLast && (isFurniture(plain) || dayLine.test(plain))) isOver = true
    else if (isFurniture(plain) || !isSentence(one, repeated, last)) continue
    else if (open?.isNarrative === true) {
      taken.push({ ...one, section: open.section, isBetween: false })
      last = one
      characters.taken += plain.length
    } else if (isProse(plain, hasHardBreaks) || (hasHardBreaks && continuesProse(one, last))) {
      const sentence = { ...one, section: open?.section ?? untitled, isBetween: true }
      const part = open === null ? 'opening' : 'taken'
      ;(part === 'opening' ? opening : taken).push(sentence)
      last = one
      characters[part] += plain.length
    }
  }
  return { headings, opening, taken }
}

/** The title of a report; on a page of the web, menus stand before it. */
const reportTitle = /(?:年度?报告|年报)$/

const isContents = (text: string): boolean => text.length < 200 && contentsLine.test(text)

const headingAt = (plain: string): Heading | null =>
  plain.length > 40 ? null : (headings.find(({ title }) => title.test(plain)) ?? null)

/** The first section under another name: “一、政府信息公开工作开展情况”. */
const isFirstHeading = (plain: string): boolean =>
  /^(?:一[、.．]|第一部分).{2}/.test(plain) && innerHeading.test(plain) && !isTableLine(plain)

/** A section after the tables under another name: “五、短板和打算”. Rows of tables have such numbers too. */
const isLaterHeading = (plain: string): boolean =>
  /^(?:[五六七八][、.．]|第[五六七八]部分|[5-8][、.．]).{2}/.test(plain) &&
  innerHeading.test(plain) &&
  !isTableLine(plain)

const isFurniture = (plain: string): boolean => plain.length < 60 && furniture.test(plain)

/**
 * Whether a line outside of the narrative sections is prose. On a page of the web only one with a
 * whole sentence is: the menus of two years are the same, and no report. Where lines break off, it
 * is one with punctuation or of the length of a printed line: rows of tables that are not of the
 * form have neither.
 */
const isProse = (plain: string, hasHardBreaks: boolean): boolean =>
  hasHardBreaks ? plain.length >= minPrintedLine || /[。，；、]/.test(plain) : plain.includes('。')

/**
 * Whether a line goes on with the sentence of the line of prose just before it. A row of a table ends in
 * a number of its own.
 */
const continuesProse = ({ text, line }: Line, last: Line | null): boolean =>
  last !== null &&
  line.start - last.line.end <= maxGap &&
  !endsParagraph(last.plain) &&
  !/\s[\d.]+\s*$/.test(text)

/** Ends of lines and blanks between a line and the next. */
const maxGap = 10

/** In characters, without blanks. */
const minPrintedLine = 24

/** What a page has at the end of an article; behind it are other articles and notes of the site. */
const endOfArticle =
  /^[【[]?(?:[上下]一[篇条]|(?:相关|更多|推荐|热点|最新)(?:链接|阅读|文章|附件|文档|信息|新闻|报道|稿件|内容|资讯|推荐|政策)[】\]:：]?$|扫一扫|版权所有|主办|责任编辑|打印|关闭|分享到)/
/** Fewest characters of sentences before the end of an article: some of its signs stand above it too. */
const minArticle = 200

const isEndOfArticle = (plain: string): boolean => plain.length < 60 && endOfArticle.test(plain)

function isSentence(one: Line, repeated: ReadonlySet<string>, last: Line | null): boolean {
  const { line, plain } = one
  if (line.kind === 'row' || repeated.has(plain)) return false
  // A line broken off in a sentence may have words of the form alone.
  if (isTableLine(plain) && (/\d/.test(plain) || !continuesProse(one, last))) return false
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
  const lengths = lines.map(({ plain }) => plain.length).sort((a, b) => a - b)
  const widest = lengths[Math.floor(0.9 * lengths.length)] ?? 0
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
    part.spans.push(...withoutPageNumbers(shown, skip, line.start))
    if (!hasHardBreaks || endsParagraph(plain)) finish()
  }
  finish()
  return paragraphs
}

/** A number of a page within a line: the foot of a page that was run into its text. */
const pageNumberInText =
  /第\s?\d{1,3}\s?页[\s，,/]{0,3}共\s?\d{1,3}\s?页|(?<![\d-])[-—–－]{1,2}\s?\d{1,3}\s?[-—–－]{1,2}(?![\d-])/g

/** A line from a place on without the numbers of pages in it, as spans of the document. */
function withoutPageNumbers(text: string, from: number, start: number): TextSpan[] {
  const spans: TextSpan[] = []
  let at = from
  const until = (end: number): void => {
    if (at < end) spans.push({ start: start + at, end: start + end })
  }
  for (const { 0: number, index } of text.matchAll(pageNumberInText)) {
    if (index < at) continue
    until(index)
    at = index + number.length
  }
  until(text.length)
  return spans
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
  const left: TextSpan[] = []
  let at = 0
  let first = { span: 0, at: 0 }
  for (const sentence of sentencesIn(whole)) {
    const plain = plainOf(sentence)
    first = spanAt(spans, at, first)
    if (!formula.test(plain) && !contact.test(plain))
      left.push(...within(spans, first, at, at + sentence.length))
    at += sentence.length
  }
  return left.length === 0 ? [] : [{ section, spans: left }]
}

/** The sentences of a text, each with its end. */
const sentencesIn = (text: string): string[] =>
  text.match(/[^。！？；]*[。！？；]|[^。！？；]+$/g) ?? []

/** One of joined spans, and where it begins in them. */
interface SpanPlace {
  readonly span: number
  readonly at: number
}

/** The span with a place in joined spans, looked for from an earlier one on. */
function spanAt(spans: readonly TextSpan[], place: number, from: SpanPlace): SpanPlace {
  let { span, at } = from
  for (let one = spans[span]; one !== undefined; one = spans[++span]) {
    const length = one.end - one.start
    if (at + length > place) break
    at += length
  }
  return { span, at }
}

/** The spans of a part of joined spans, which begins in the first one. */
function within(
  spans: readonly TextSpan[],
  first: SpanPlace,
  from: number,
  to: number,
): TextSpan[] {
  const found: TextSpan[] = []
  let { span, at } = first
  for (let one = spans[span]; one !== undefined && at < to; one = spans[++span]) {
    const { start, end } = one
    const length = end - start
    const a = Math.max(from, at)
    const b = Math.min(to, at + length)
    if (a < b) found.push({ start: start + a - at, end: start + b - at })
    at += length
  }
  return found
}
