import { escapedXml } from '#model/xml-text.ts'
import { sha256 } from '#model/sha256.ts'
import {
  type ComparedReport,
  type ComparedPair,
  type Comparison,
  spanOf,
  type UnitComparison,
} from './compare.ts'
import {
  evidencePaths,
  type EvidencePaths,
  personalPlaces,
  positionNote,
  programText,
} from './evidence-facts.ts'
import { changedNumbers, type RepeatedSentence } from './repeated-facts.ts'
import { runsWithOwnText } from './reuse.ts'
import type { TextSpan } from './sections.ts'
import {
  byReuse,
  measureDefinition,
  noVerdict,
  otherFacts,
  shareText,
  sideYears,
  thresholdText,
  verdictOf,
  yearsText,
} from './words.ts'

/** Shared runs that a page shows side by side; the data beside it has all. */
const maxRuns = 60
const maxSentences = 60

const style = `:root{color-scheme:light dark}body{font:16px/1.7 "Noto Sans SC","Microsoft YaHei",sans-serif;
margin:0 auto;max-width:76rem;padding:1rem}h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}
table{border-collapse:collapse;width:100%;table-layout:auto}th,td{border:1px solid #8888;padding:.3rem .5rem;
text-align:left;vertical-align:top;overflow-wrap:anywhere}th[scope=row]{white-space:nowrap}
.pair{table-layout:fixed}.text{white-space:pre-wrap}
mark{background:#ffe08a;color:#000;text-decoration:underline #b45309 2px;text-underline-offset:3px}
.t{color:#666;text-decoration:underline dotted #888;text-underline-offset:3px}mark.t,mark .t{color:#4d4400;text-decoration:underline dotted #b45309 2px}
.x{color:#666;font-style:italic}b{border:1px solid;padding:0 .15em}.place,.side{font-size:.85em;color:#666;display:block}.side{display:none;font-weight:bold}
.note{border-left:4px solid #c60;padding-left:.8rem}.number{text-align:right;white-space:nowrap}
code{font-size:.85em;overflow-wrap:anywhere}@media(prefers-color-scheme:dark){.t,.x,.place,.side{color:#aaa}}
@media(max-width:40rem){.pair thead{display:none}.pair tr,.pair td{display:block}.pair tr{margin-bottom:1rem}.pair .side{display:block}
.list thead{display:none}.list tr,.list td{display:block}.list tr{margin-bottom:1rem}.list td:empty{display:none}
.list td::before{content:attr(data-head)"："}.list .number{text-align:left}}
@media print{body{max-width:none;font-size:10.5pt;padding:0}.quotes tr,.list tr,.facts tr{break-inside:avoid}h2{break-after:avoid}thead{display:table-header-group}
mark{print-color-adjust:exact;-webkit-print-color-adjust:exact}}`

/** A whole page that loads nothing and runs nothing, at any place. */
const page = (title: string, body: string): string => `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${escapedXml(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`

interface PageFacts {
  readonly record: UnitComparison
  readonly pair: ComparedPair
  readonly paths: EvidencePaths
  readonly comparison: Comparison
}

/**
 * The evidence for a pair: the longest shared runs side by side with their places, what else was
 * found, and both texts as a whole. Template is grey and never hidden; text that is not compared is
 * shown as such.
 */
export function evidencePage({ record, pair, paths, comparison }: PageFacts): string {
  const { current, before, runs } = pair
  const changed = changedNumbers(current, before, runs)
  const sides = [
    { report: current, marks: marksOf(current, runs, changed.current), path: paths.current },
    {
      report: before,
      marks: marksOf(
        before,
        runs.map(({ from, to, other }) => ({ from: other, to: other + to - from })),
        changed.before,
      ),
      path: paths.before,
    },
  ] as const
  const [here, there] = sides
  const title = `${record.unit}：年度报告比对（${yearsText(comparison)}）`
  const own = runsWithOwnText(runs, current)
  const longest = own.slice(0, maxRuns)
  const names = sideNames(record, pair, comparison)
  const rows = longest.map(({ from, to, other }) =>
    sideRow(names, [
      quote(here.report, here.marks, spanOf(current.normalized, from, to)),
      quote(there.report, there.marks, spanOf(before.normalized, other, other + to - from)),
    ]),
  )
  const sentences = (list: readonly RepeatedSentence[]): string[] =>
    list
      .slice(0, maxSentences)
      .map((one) =>
        sideRow(names, [
          quote(here.report, here.marks, one.current),
          one.before === null ? '' : quote(there.report, there.marks, one.before),
        ]),
      )
  const personal = sides.reduce(
    (sum, { report }) => sum + personalPlaces(report.document.text).length,
    0,
  )
  return page(
    title,
    [
      `<h1>${escapedXml(title)}</h1>`,
      `<p class="note">${escapedXml(noVerdict)}这是工作底稿，不要公开。</p>`,
      personal === 0
        ? ''
        : `<p class="note">两份报告里有${personal}处疑似个人信息（手机号码、证件号码、邮箱等），引用前要遮盖。</p>`,
      factTable(record, comparison),
      fileTable(sides),
      `<h2>最长的相同文字</h2>`,
      runs.length === 0
        ? '<p>没有连续13字以上相同的文字。</p>'
        : `<p>一共${runs.length}段，自有内容最多的在前${own.length < runs.length ? `；全是模板的${runs.length - own.length}段不列，在下面的全文里看` : ''}${own.length > maxRuns ? `；列出${maxRuns}段，其余见旁边的JSON` : ''}。${legend}${escapedXml(positionNote)}。</p>`,
      pairTable(names, rows, 'quotes'),
      listSection('上年年份仍在的句子', names, sentences(pair.years), pair.years.length),
      listSection('数字原样不变的句子', names, sentences(pair.figures), pair.figures.length),
      sumSection(pair),
      `<h2>全文对照</h2>`,
      `<p>${legend}<span class="x">斜体</span>的不参加比对（标题、表格、报告以外的文字）。</p>`,
      pairTable(names, [
        sideRow(
          names,
          sides.map(({ report, marks }) =>
            textBlock(report, marks, { start: 0, end: report.document.text.length }),
          ),
        ),
      ]),
      `<p>${escapedXml(measureDefinition)}</p>`,
    ]
      .filter((part) => part !== '')
      .join('\n'),
  )
}

/** What the marks mean; each differs by more than its colour. */
const legend =
  '<mark>底色加下划线</mark>的是相同的文字，其中<mark><b>方框</b></mark>里的数字两年不同，不影响算作相同；<span class="t">灰色加点线</span>的是模板，不计入重复率；'

/** The heads of the two columns: the years of a unit, or two units of a year. */
function sideNames(
  { other }: UnitComparison,
  { current, before }: ComparedPair,
  comparison: Comparison,
): string[] {
  const [now, last] = other === null ? sideYears(comparison) : [current.unit, before.unit]
  return [`${now}　${current.path}`, `${last}　${before.path}`]
}

const pairRow = (cells: readonly string[]): string =>
  `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`

/** A row with both reports; where a screen is too narrow for two columns each cell has its head. */
const sideRow = (names: readonly string[], cells: readonly string[]): string =>
  pairRow(cells.map((cell, n) => `<span class="side">${escapedXml(names[n] ?? '')}</span>${cell}`))

const pairTable = (names: readonly string[], rows: readonly string[], kind = ''): string =>
  rows.length === 0
    ? ''
    : `<table class="pair${kind === '' ? '' : ` ${kind}`}"><thead><tr>${names.map((name) => `<th scope="col">${escapedXml(name)}</th>`).join('')}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`

const listSection = (
  title: string,
  names: readonly string[],
  rows: readonly string[],
  count: number,
): string =>
  count === 0
    ? ''
    : `<h2>${title}</h2><p>${count}句${count > rows.length ? `，列出${rows.length}句` : ''}。</p>${pairTable(names, rows, 'quotes')}`

function sumSection({ sums: { mistakes, checked, unchecked } }: ComparedPair): string {
  if (checked.length + unchecked.length === 0) return ''
  const rows = mistakes.map(
    ({ what, how, expected, printed }) =>
      `<li>${escapedXml(what)}：报告写${printed}，按“${escapedXml(how)}”应为${expected}。</li>`,
  )
  return [
    '<h2>结转和有效件数</h2>',
    rows.length === 0 ? '' : `<ul>${rows.join('')}</ul>`,
    checked.length === 0 ? '' : `<p>算过的：${escapedXml(checked.join('、'))}。</p>`,
    unchecked.length === 0
      ? ''
      : `<p>表格读不准，没有算的：${escapedXml(unchecked.join('、'))}。</p>`,
  ].join('')
}

function factTable(record: UnitComparison, { thresholds }: Comparison): string {
  const facts: readonly (readonly [string, string])[] = [
    ['自有内容重复率', shareText(record.reuse)],
    ['程序的提示', verdictOf(record)],
    ['参考线', thresholdText(thresholds).replace('参考线：', '')],
    ['自有字数', record.own === null ? '—' : String(record.own)],
    ['模板占比', shareText(record.template)],
    ...record.notes.map((note) => ['说明', note] as const),
    ['程序', programText],
  ]
  return `<table class="facts"><tbody>${facts.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${escapedXml(value)}</td></tr>`).join('')}</tbody></table>`
}

function fileTable(
  sides: readonly { readonly report: ComparedReport; readonly path: string }[],
): string {
  const rows = sides.map(({ report, path }) => [
    escapedXml(report.path),
    `<code>${report.sha256}</code>`,
    `<a href="${encodeURI(path)}">${escapedXml(path)}</a>`,
    `<code>${sha256(report.document.text)}</code>`,
  ])
  return `<h2>文件和校验值</h2>${listTable(['文件', '文件的SHA-256', '提取出的文本', '文本的SHA-256'], rows)}`
}

/**
 * A table whose rows stand below each other on a narrow screen, each cell with its head.
 *
 * @param numbers indexes of the columns of numbers
 */
function listTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
): string {
  const kind = (n: number): string => (numbers.includes(n) ? ' class="number"' : '')
  const body = rows.map(
    (cells) =>
      `<tr>${cells.map((cell, n) => `<td data-head="${heads[n] ?? ''}"${kind(n)}>${cell}</td>`).join('')}</tr>`,
  )
  return `<table class="list"><thead><tr>${heads.map((head, n) => `<th scope="col"${kind(n)}>${head}</th>`).join('')}</tr></thead><tbody>\n${body.join('\n')}\n</tbody></table>`
}

const compared = 1
const template = 2
const shared = 4
const changed = 8

/** What each character of a text is: compared, template, in a shared run, of another number there. */
function marksOf(
  { document: { text }, normalized: { symbols, starts, ends }, template: mask }: ComparedReport,
  runs: readonly { readonly from: number; readonly to: number }[],
  numbers: readonly TextSpan[],
): Uint8Array {
  const isShared = new Uint8Array(symbols.length)
  for (const { from, to } of runs) isShared.fill(1, from, to)
  const marks = new Uint8Array(text.length)
  let last = -1
  let lastMark = 0
  for (let at = 0; at < symbols.length; at++) {
    const [start, end] = [starts[at] ?? -1, ends[at] ?? -1]
    if (start < 0) continue
    const mark = compared | (mask[at] === 1 ? template : 0) | (isShared[at] === 1 ? shared : 0)
    // Blanks and punctuation between two characters are what both are.
    if (last >= 0 && start > last && !text.slice(last, start).includes('\n'))
      marks.fill(mark & lastMark, last, start)
    marks.fill(mark, start, end)
    last = end
    lastMark = mark
  }
  for (const { start, end } of numbers)
    for (let at = start; at < end; at++) marks[at] = (marks[at] ?? 0) | changed
  return marks
}

/** A quoted passage with its place: its text is exactly that of the document there. */
function quote(report: ComparedReport, marks: Uint8Array, span: TextSpan): string {
  const line = report.document.text.slice(0, span.start).split('\n').length
  return `<span class="place">第${line}行，位置${span.start}—${span.end}</span>${textBlock(report, marks, span)}`
}

function textBlock(
  { document: { text } }: ComparedReport,
  marks: Uint8Array,
  { start, end }: TextSpan,
): string {
  const parts: string[] = []
  for (let at = start; at < end;) {
    let to = at + 1
    while (to < end && marks[to] === marks[at]) to++
    parts.push(marked(escapedXml(text.slice(at, to)), marks[at] ?? 0))
    at = to
  }
  return `<div class="text"><bdi>${parts.join('')}</bdi></div>`
}

function marked(html: string, mark: number): string {
  if ((mark & compared) === 0) return `<span class="x">${html}</span>`
  const isTemplate = (mark & template) !== 0
  const text = (mark & changed) !== 0 ? `<b>${html}</b>` : html
  if ((mark & shared) !== 0) return `<mark${isTemplate ? ' class="t"' : ''}>${text}</mark>`
  return isTemplate ? `<span class="t">${html}</span>` : html
}

/** A page with all units, those with the most reuse first, and what several units share. */
export function overviewPage(comparison: Comparison): string {
  const { records, shared: drafts, thresholds, folders } = comparison
  const title = `年度报告比对：${yearsText(comparison)}`
  const isAcross = folders.before === null
  const rows = byReuse(records).map((record) => {
    const name = escapedXml(record.unit)
    const link =
      record.pair === null
        ? name
        : `<a href="${encodeURI(evidencePaths(record.unit).page)}">${name}</a>`
    return [
      link,
      ...(isAcross ? [escapedXml(record.other ?? '')] : []),
      record.own === null ? '—' : String(record.own),
      shareText(record.reuse),
      shareText(record.template),
      escapedXml(otherFacts(record)),
      escapedXml(verdictOf(record)),
    ]
  })
  const heads = [
    '单位',
    ...(isAcross ? ['对照的单位'] : []),
    '自有字数',
    '重复率',
    '模板占比',
    '其他发现',
    '程序的提示',
  ]
  const passages = drafts.flatMap(({ reports, own, passages: list }) => [
    `<h3>${reports.length}个单位共用${own}字</h3><p>${escapedXml(reports.map(({ unit }) => unit).join('、'))}</p>`,
    ...list.slice(0, 10).map(({ places }) => {
      const [first] = places
      const [report] = reports
      if (first === undefined || report === undefined) return ''
      const span = spanOf(report.normalized, first.from, first.to)
      return `<blockquote class="text">${escapedXml(report.document.text.slice(span.start, span.end))}</blockquote>`
    }),
  ])
  return page(
    title,
    [
      `<h1>${escapedXml(title)}</h1>`,
      `<p class="note">${escapedXml(noVerdict)}这是工作底稿，不要公开。</p>`,
      `<p>${escapedXml(thresholdText(thresholds))}</p>`,
      ...comparison.notes.map((note) => `<p class="note">${escapedXml(note)}。</p>`),
      listTable(heads, rows, isAcross ? [2, 3, 4] : [1, 2, 3]),
      drafts.length === 0
        ? ''
        : '<h2>共用底稿</h2><p>三个以上单位共用、又不到半数的文字。不影响任何单位的重复率。</p>',
      ...passages,
      `<p>${escapedXml(measureDefinition)}</p>`,
    ]
      .filter((part) => part !== '')
      .join('\n'),
  )
}
