import type { Inline, Resolve } from './bulletin.ts'

/** Terms of official titles, which a line break must not split. */
const terms = [
  '政务公开',
  '政府信息公开',
  '政府网站',
  '政府系统',
  '政务新媒体',
  '网络平台',
  '公开平台',
  '自查整改',
  '(?:检查|抽查|自查|普查|运行|整改|工作)情况',
  '公开台账',
  '通报',
  '公报',
  '报告',
]

/**
 * Where a line of a title may end: after the parts that say who, when and about what, and before
 * the next term or its conjunction. A break elsewhere would split a word, a name or a phrase.
 */
const wordEnd = new RegExp(
  [
    '(?<=关于|的|\\d年(?!度)|\\d年度|季度|办公室|办公厅|[、，])',
    '(?=关于)',
    '(?=[和与及](?:政务|政府|网络|全|系统))',
    `(?<![和与及]|政务|政府信息|自查|检查)(?=(?:${terms.join('|')}))`,
  ].join('|'),
  'u',
)

/**
 * The parts of a title that a line break must not split (GB/T 9704-2012, 7.3.1: 回行时，要做到词意完整).
 * Joined, they give the title.
 */
export const titleWords = (title: string): string[] =>
  title.split(wordEnd).filter((word) => word !== '')

/**
 * Sets a title in as few lines as possible, as even as possible. A part that is wider than a line
 * gets its own line.
 *
 * @param width of a line, in the units of `widthOf`
 */
export function titleLines(
  title: string,
  width: number,
  widthOf: (text: string) => number,
): string[] {
  const words = titleWords(title)
  const set = (limit: number): string[] =>
    words.reduce<string[]>((lines, word) => {
      const last = lines.at(-1)
      return last !== undefined && widthOf(last + word) <= limit
        ? [...lines.slice(0, -1), last + word]
        : [...lines, word]
    }, [])
  let lines = set(width)
  for (let limit = width - 0.5; limit > 0; limit -= 0.5) {
    const narrower = set(limit)
    if (narrower.length > lines.length) break
    lines = narrower
  }
  return lines
}

/** The nodes of a title on a page, with references resolved and the ends of its parts marked. */
export type TitleNode =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'word-end' }
  | { readonly type: 'break' }
  | { readonly type: 'passage'; readonly anchor: string; readonly children: readonly TitleNode[] }

/**
 * The nodes of a bulletin's title. Its parts are found in the whole text, regardless of node
 * boundaries.
 */
export function titleNodes(nodes: readonly Inline[], resolve: Resolve): TitleNode[] {
  const textOf = (some: readonly Inline[]): string =>
    some
      .map((node) => {
        if (node.type === 'text') return node.text
        if (node.type === 'value') return resolve(node.of)
        return node.type === 'break' ? '\n' : textOf(node.children)
      })
      .join('')
  const ends = new Set<number>()
  let end = 0
  for (const word of titleWords(textOf(nodes))) ends.add((end += word.length))
  ends.delete(end)
  let at = 0
  const visit = (some: readonly Inline[]): TitleNode[] =>
    some.flatMap((node): TitleNode[] => {
      if (node.type === 'passage')
        return [{ type: 'passage', anchor: node.anchor, children: visit(node.children) }]
      if (node.type === 'break') {
        at += 1
        return [{ type: 'break' }]
      }
      const pieces: TitleNode[] = []
      let piece = ''
      for (const letter of node.type === 'text' ? node.text : resolve(node.of)) {
        piece += letter
        at += letter.length
        if (!ends.has(at)) continue
        pieces.push({ type: 'text', text: piece }, { type: 'word-end' })
        piece = ''
      }
      return piece === '' ? pieces : [...pieces, { type: 'text', text: piece }]
    })
  return visit(nodes)
}
