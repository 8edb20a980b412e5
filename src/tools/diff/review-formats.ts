import { printable, printableJson, printableLines } from '#messages/printable.ts'
import { changedPaths, elsewhereTitle, elsewhereUnknown } from './review-elsewhere.ts'
import type { PageChanges, Review, ReviewLine, ReviewPart } from './review.ts'

/** The review of a change, in each output format. */
export const reviewFormats = {
  text: (review) => printableLines(reviewText(review)),
  markdown: reviewMarkdown,
  json: (review) => `${printableJson(review)}\n`,
} as const satisfies Record<string, (review: Review) => string>
export type ReviewFormat = keyof typeof reviewFormats

const pageWords = { added: '新增', changed: '有变化', removed: '撤去' } as const
type PageChange = keyof typeof pageWords
const pageKinds = Object.keys(pageWords) as PageChange[]

const isNothing = ({ records, pages, owed }: Review): boolean =>
  records.length + owed.length === 0 && pages !== null && totalsOf(pages) === ''

const totalsOf = (pages: PageChanges): string =>
  [
    ...pageKinds
      .filter((kind) => pages[kind].length > 0)
      .map((kind) => `${pageWords[kind]}${pages[kind].length}个`),
    ...(pages.isShellChanged ? ['每一页的页头或页脚也有变化'] : []),
  ].join('，')

/** The title of the list of pages, and its lines; null when no page changes. */
function pageList(
  { pages, siteUrl }: Review,
  line: (word: string, address: string, title: string) => string,
): { title: string; lines: string[] } | null {
  if (pages === null) return { title: '网页：有文件读不出来，或者内容有错误，没有比较', lines: [] }
  const totals = totalsOf(pages)
  if (totals === '') return null
  const lines = pageKinds.flatMap((kind) => {
    const word = pageWords[kind]
    return cut(
      pages[kind].map(({ address, title }) => line(word, address.replace(/^\//, ''), title)),
      word,
    )
  })
  const old = pages.changed.length + pages.removed.length > 0 ? siteUrl : undefined
  const where =
    old === undefined
      ? ''
      : `（原来的：${old.replace(/\/?$/, '/')} 加下面的地址；改后的：预览里同样的地址）`
  return { title: `网页：${totals}${where}`, lines }
}

/** The sentence for a change that alters no authored file. */
const nothingWords = ({ elsewhere }: Review): string =>
  elsewhere.length === 0 ? '公众看到的内容没有变化' : '数据、通报和附件没有变化'

/**
 * For people: changed files other than authored ones, a summary, a paragraph for each record, the
 * pages, and the missing corrections.
 */
function reviewText(review: Review): string {
  const { elsewhere, isApproved } = review
  if (elsewhere.length === 0) return authoredText(review)
  const paths = changedPaths(elsewhere).map(({ kind, path }) => `${path}（${kind}）`)
  const top = section(elsewhereTitle(elsewhere.length, isApproved), [...paths, elsewhereUnknown])
  return `${top}\n\n${authoredText(review)}`
}

function authoredText(review: Review): string {
  const { between, headlines, records, owed } = review
  if (isNothing(review)) return `${printable(between)}，${nothingWords(review)}。\n`
  const listed = pageList(review, (...line) => line.join(' '))
  const blocks = [
    `${printable(between)}，有变化的记录${records.length}个：`,
    ...(headlines.length === 0 ? [] : [section('概要', headlines)]),
    ...records.map(({ subject, file, lines }) =>
      section(
        `${subject}（${file}）`,
        lines.map((line) => lineText(line, subject)),
      ),
    ),
    ...(listed === null ? [] : [section(listed.title, listed.lines)]),
    ...(owed.length === 0
      ? []
      : [
          section(
            `已公开的内容有${owed.length}处改动没有写更正：`,
            owed.flatMap(({ file, line, says, entry }) => [
              `${file}${line === null ? '' : `:${line}`} ${says}`,
              `  可以写：${entry}`,
            ]),
          ),
        ]),
  ]
  return `${blocks.join('\n\n')}\n`
}

const section = (title: string, lines: readonly string[]): string =>
  [printable(title), ...lines.map((line) => `  ${inLine(line)}`)].join('\n')

/** A line of the report as it is indented; no text of the data begins another. */
const inLine = (line: string): string => `${/^ */.exec(line)?.[0] ?? ''}${printable(line)}`

function lineText({ what, before, after }: ReviewLine, subject: string): string {
  if (what === subject) return before === null ? '新增' : '撤去'
  if (/问题$/.test(what) && (before === null || after === null))
    return `${what}：${before ?? after ?? ''}`
  return `${what} ${before ?? '（没有）'} → ${after ?? '（没有）'}`
}

/** The number of pages named: a change of a name that is on every page alters thousands. */
const maxListed = 30

const cut = (lines: readonly string[], word: string): string[] =>
  lines.length <= maxListed
    ? [...lines]
    : [...lines.slice(0, maxListed), `……${word}的还有${lines.length - maxListed}个`]

/** By this line a pipeline finds its earlier comment, which it then overwrites. */
const reviewMark = '<!-- gongshi diff -->'

/** Git services refuse a comment of more than 65,536 characters. */
const maxCharacters = 60_000

/** For the page of a merge request. No text of the data becomes markup there. */
function reviewMarkdown(review: Review): string {
  const { between, headlines, records, owed } = review
  const head = [
    reviewMark,
    ...elsewhereMarkdown(review),
    '### 这次改动让公众看到的内容有什么变化',
  ].join('\n')
  if (isNothing(review)) return `${head}\n\n${inert(between)}，${nothingWords(review)}。\n`
  const listed = pageList(
    review,
    (word, address, title) => `${word} ${code(address)} ${inert(title)}`,
  )
  const blocks = [
    `${head}\n\n${inert(between)}。`,
    ...(owed.length === 0
      ? []
      : [
          [
            `**已公开的内容有${owed.length}处改动没有写更正**，请补上（把“待填写”换成理由）：`,
            bullets(
              owed.map(
                ({ file, line, says, entry }) =>
                  `${code(`${file}${line === null ? '' : `:${line}`}`)} ${inert(says)}<br>${code(entry)}`,
              ),
            ),
          ].join('\n\n'),
        ]),
    ...(headlines.length === 0 ? [] : [bullets(headlines.map((line) => `**${inert(line)}**`))]),
    ...records.map(recordMarkdown),
    ...(listed === null
      ? []
      : listed.lines.length === 0
        ? [listed.title]
        : [
            `<details><summary>${listed.title}</summary>\n\n${bullets(listed.lines)}\n\n</details>`,
          ]),
  ]
  return `${withinLimit(blocks)}\n`
}

/** The number of paths named in a comment; the plain text lists all of them. */
const maxPaths = 150

function elsewhereMarkdown({ elsewhere, isApproved }: Review): string[] {
  if (elsewhere.length === 0) return []
  const paths = changedPaths(elsewhere).map(({ kind, path }) => `${code(path)}（${kind}）`)
  const shown = paths.slice(0, maxPaths)
  if (paths.length > maxPaths)
    shown.push(`……还有${paths.length - maxPaths}个，请在合并请求的“改动的文件”里看`)
  return [
    `### ${isApproved === true ? '' : '⚠ '}${elsewhereTitle(elsewhere.length, isApproved)}`,
    '',
    bullets(shown),
    '',
    elsewhereUnknown,
    '',
  ]
}

function recordMarkdown({ subject, file, lines }: ReviewPart): string {
  const title = `#### ${inert(subject)}（${code(file)}）`
  const rows = lines.filter(({ what, before, after }) => what !== subject && (before ?? after))
  const others = lines.filter((line) => !rows.includes(line))
  const table = [
    '| 内容 | 原来 | 现在 |',
    '| --- | --- | --- |',
    ...rows.map(
      ({ what, before, after }) =>
        `| ${[what, before ?? '（没有）', after ?? '（没有）'].map(inert).join(' | ')} |`,
    ),
  ]
  return [
    title,
    ...(others.length === 0 ? [] : [bullets(others.map((line) => inert(lineText(line, subject))))]),
    ...(rows.length === 0 ? [] : [table.join('\n')]),
  ].join('\n\n')
}

const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n')

/** As many whole blocks as fit, and a word on the rest. */
function withinLimit(blocks: readonly string[]): string {
  const shown: string[] = []
  let used = 0
  for (const block of blocks) {
    used += block.length + 2
    if (used > maxCharacters) {
      shown.push(
        `……还有${blocks.length - shown.length}部分，太长，没有列出；请运行 npm run diff 查看。`,
      )
      break
    }
    shown.push(block)
  }
  return shown.join('\n\n')
}

/** Escapes a text for Markdown and HTML, without links and without mentions. */
const inert = (text: string): string =>
  printable(text)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/[\\`*_{}[\]()#+!|~>]/g, '\\$&')
    .replace(/^(?=[-=])|^(\d+)(?=\. )/, '$1\\')
    .replace(/@/g, '@\u200b')
    .replace(/:\/\//g, ':\u200b//')
    .replace(/(www)\./gi, '$1\u200b.')

/** A place or an entry as code; a backtick in it would end the code. */
const code = (text: string): string => {
  const line = printable(text)
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return longest === 0 ? `${fence}${line}${fence}` : `${fence} ${line} ${fence}`
}
