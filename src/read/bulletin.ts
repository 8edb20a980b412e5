import type { Block, Bulletin, Inline } from '#model/bulletin.ts'
import { passageAnchors } from '#model/passage-anchor.ts'
import type { Problem } from '#messages/problem.ts'
import type { SourceText } from '#model/records/source-text.ts'
import {
  type Node,
  nodeWords,
  nodeOffset,
  parseMdx,
  type Report,
  reporter,
  type Span,
  tooDeep,
  tooDeepIn,
} from './mdx.ts'

/** The tags that a bulletin may use; each has one attribute, `of`. */
const allowedTags = ['Value', 'Passage', 'Appendix'] as const
const known = `文字、标题、**加粗**和标签 ${allowedTags.map((tag) => `<${tag}>`).join('、')}`

/** A tag with a full-width bracket, which the parser reads as text. */
const wideTag = new RegExp(`＜\\s*(?:/\\s*)?(?:${allowedTags.join('|')})`, 'gi')

/**
 * Parses the text of a bulletin. Only prose, headings, bold and the allowed tags are accepted.
 * Code, raw HTML, imports and expressions are problems, because anybody may propose the file.
 */
export function parseBulletin(
  source: SourceText,
  id: string,
): { bulletin: Bulletin | null; problems: Problem[] } {
  const { problems, report } = reporter(source)
  if (source.text.trim() === '') {
    report('yaml-empty', 0, {})
    return { bulletin: { id, blocks: [] }, problems }
  }
  for (const { index } of source.text.matchAll(wideTag))
    report('mdx-syntax', index, { detail: '标签用了全角的尖括号。', fix: '请改成英文的“<”和“>”。' })
  if (tooMuchToParse(source, report)) return { bulletin: null, problems }
  const root = parseMdx(source, report)
  if (root === null) return { bulletin: null, problems }

  const refuse = (node: Node, what = wordsFor(node)): void => {
    report('mdx-not-allowed', nodeOffset(node), { what, known })
  }
  const attribute = (node: Node): string | null => {
    const [only, ...others] = node.attributes ?? []
    if (
      only?.type === 'mdxJsxAttribute' &&
      only.name === 'of' &&
      typeof only.value === 'string' &&
      others.length === 0
    )
      return only.value
    report('mdx-attribute', nodeOffset(node), { tag: node.name ?? '' })
    return null
  }
  const anchorOf = passageAnchors()
  const refuseContent = (node: Node): void => {
    if (node.children !== undefined && node.children.length > 0)
      report('mdx-content', nodeOffset(node), { tag: node.name ?? '' })
  }

  const inline = (parent: Node, level = 1): Inline[] => {
    const deep = tooDeepIn(parent, level)
    if (deep !== null) {
      refuse(deep, tooDeep)
      return []
    }
    return (parent.children ?? []).flatMap((node): Inline[] => {
      const offset = nodeOffset(node)
      if (node.type === 'text') {
        reportBackslashes(node, source, report)
        return [{ type: 'text', text: node.value ?? '', offset }]
      }
      if (node.type === 'break') return [{ type: 'break' }]
      if (node.type === 'strong') return inline(node, level + 1)
      if (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') {
        if (node.name === 'Value') {
          refuseContent(node)
          const of = attribute(node)
          return of === null ? [] : [{ type: 'value', of, offset }]
        }
        if (node.name === 'Passage') {
          const of = attribute(node)
          if (of === null) return []
          const anchor = anchorOf(of)
          return [{ type: 'passage', of, anchor, offset, children: inline(node, level + 1) }]
        }
      }
      refuse(node)
      return []
    })
  }

  const blocks = joinedLines(root.children ?? [], source.text).flatMap((node): Block[] => {
    if (node.type === 'heading')
      return [{ type: 'heading', depth: node.depth ?? 2, children: inline(node) }]
    if (node.type === 'paragraph') return [{ type: 'paragraph', children: inline(node) }]
    if (node.type === 'mdxJsxFlowElement') {
      if (node.name === 'Appendix') {
        refuseContent(node)
        const of = attribute(node)
        return of === null ? [] : [{ type: 'appendix', of, offset: nodeOffset(node) }]
      }
    }
    refuse(node)
    return []
  })

  const bulletin: Bulletin = { id, blocks }
  if (!blocks.some((block) => block.type === 'heading' && block.depth === 1))
    report('bulletin-title', 0, {})
  return { bulletin, problems }
}

/** Ten times the largest bulletin of a province has a tenth of this. */
const maxCharacters = 1_000_000

/**
 * Characters on which the parser spends more than linear time, with the number allowed. It tries
 * all combinations of braces in tags; its time grows with the square of the others. A real bulletin
 * has tens of asterisks, and the others only after a backslash.
 */
const characterLimits = [
  { shown: '{', characters: '{', most: 5 },
  { shown: '&', characters: '&', most: 1000 },
  { shown: '|', characters: '|', most: 1000 },
  { shown: '* _ ~', characters: '*_~', most: 100_000 },
] as const

/** A character of `characterLimits`, or any after a backslash, which is literal. */
const escapedOrLimited = /\\[^]|[{&|*_~]/g

/** Whether a text is too large or too complex to parse; reports it if so. */
function tooMuchToParse({ text, file }: SourceText, report: Report): boolean {
  if (text.length > maxCharacters) {
    const [length, limit] = [text.length, maxCharacters]
    const detail = `正文有 ${length} 个字符，最多是 ${limit} 个。`
    report('mdx-syntax', 0, { detail, fix: `请核对 ${file} 是不是放错了文件。` })
    return true
  }
  const counts = characterLimits.map(() => 0)
  const firsts = characterLimits.map(() => 0)
  for (const { 0: found, index } of text.matchAll(escapedOrLimited)) {
    const n = characterLimits.findIndex(({ characters }) => characters.includes(found))
    if (n < 0) continue
    if (counts[n] === 0) firsts[n] = index
    counts[n] = (counts[n] ?? 0) + 1
  }
  for (const [n, { shown, most }] of characterLimits.entries()) {
    const count = counts[n] ?? 0
    if (count <= most) continue
    report('mdx-syntax', firsts[n] ?? 0, {
      detail: `符号 ${shown} 从这里起有 ${count} 个，最多是 ${most} 个。`,
      fix: '请核对是不是粘贴错了；要印出这个符号的，前面加一个反斜杠。',
    })
    return true
  }
  return false
}

/**
 * A backslash before a letter or digit is printed. Someone who wants a paragraph to begin with “1.”
 * easily types \1. instead of 1\.
 */
function reportBackslashes(node: Node, { text }: SourceText, report: Report): void {
  const start = nodeOffset(node)
  const source = text.slice(start, node.position?.end.offset ?? start)
  for (const { 0: found, index } of source.matchAll(/\\(?:\\|(?<after>[\p{L}\p{N}]+\.?))/gu)) {
    if (found === '\\\\') continue
    const number = /^\\(\d+)\.?$/.exec(found)?.[1]
    const better = number === undefined ? found.slice(1) : `${number}\\.`
    report('backslash-printed', start + index, { text: found, better })
  }
}

/** The name, in a message, of a node that a bulletin may not contain. */
function wordsFor({ type, name }: Node): string {
  if (!type.startsWith('mdxJsx')) return nodeWords[type] ?? '这种写法'
  return name === 'Appendix' ? '夹在文字中间的 <Appendix>（请单独成行）' : `标签 <${name ?? ''}>`
}

/**
 * Joins the tags of a line that holds nothing else into one paragraph, as the author sees it; the
 * parser makes each tag a block of its own.
 */
function joinedLines(nodes: readonly Node[], text: string): Node[] {
  const joined: (Omit<Node, 'children' | 'position'> & {
    children?: readonly Node[]
    position?: Span | undefined
  })[] = []
  for (const node of nodes) {
    const inlineTag =
      node.type === 'mdxJsxFlowElement' && (node.name === 'Value' || node.name === 'Passage')
    const last = joined.at(-1)
    const gap = text.slice(last?.position?.end.offset, node.position?.start.offset)
    if (!inlineTag) joined.push(node)
    else if (last?.type === 'paragraph' && !gap.includes('\n')) {
      last.children = [...(last.children ?? []), node]
      last.position = { start: last.position?.start ?? {}, end: node.position?.end ?? {} }
    } else joined.push({ type: 'paragraph', children: [node], position: node.position })
  }
  return joined
}
