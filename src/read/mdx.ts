import { createRequire } from 'node:module'
import type * as Parser from 'satteri'
import type { ProblemCode } from '#messages/catalogue.ts'
import type { Problem } from '#messages/problem.ts'
import type { SourceText } from '#model/records/source-text.ts'

const require = createRequire(import.meta.url)

/**
 * Loads the parser when the first text has to be parsed: it is slow to load, and many commands do
 * not need it.
 */
const parser = (): typeof Parser => require('satteri') as typeof Parser

/** The parts of the parser's tree that are used here. */
export interface Node {
  readonly type: string
  readonly value?: string
  readonly depth?: number
  readonly name?: string | null
  readonly url?: string
  readonly alt?: string | null
  readonly title?: string | null
  readonly attributes?: readonly { type: string; name?: string; value?: unknown }[]
  readonly children?: readonly Node[]
  readonly position?: Span | undefined
}

export interface Span {
  readonly start: { readonly offset?: number }
  readonly end: { readonly offset?: number }
}

export type Report = (code: ProblemCode, offset: number, args: Problem['args']) => void

/** Collects problems of one text. */
export function reporter({ file }: SourceText): { problems: Problem[]; report: Report } {
  const problems: Problem[] = []
  const report: Report = (code, offset, args) => {
    problems.push({ code, level: 'error', file, place: { at: 'offset', offset }, args })
  }
  return { problems, report }
}

/** Levels of nesting. Nobody writes more, and programs fail at many. */
const maxDepth = 100

/**
 * Parses an MDX text with the same parser that compiles the manual; null, with a report, for
 * invalid text.
 */
export function parseMdx({ text }: SourceText, report: Report): Node | null {
  const deep = tooDeepTag(text)
  if (deep !== null) {
    report('mdx-syntax', deep, {
      detail: `标签一层套一层，超过了${maxOpenTags}层。`,
      fix: '请检查前面的标签是不是都有结束标签。',
    })
    return null
  }
  const { mdxToMdast } = parser()
  try {
    return mdxToMdast(text, { features: { smartPunctuation: false } }) as unknown as Node
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const at = /(\d+):(\d+)/.exec(message)
    const offset = at === null ? 0 : offsetOfLine(text, Number(at[1]), Number(at[2]))
    const tag = /`<\/?(\w+)>`/.exec(message)?.[1]
    report('mdx-syntax', offset, mdxWords(text.slice(offset), tag))
    return null
  }
}

function mdxWords(rest: string, tag: string | undefined): { detail: string; fix: string } {
  if (/^<\/?\w+\s[^>]*[“”‘’]/.test(rest))
    return { detail: '标签里用了中文引号。', fix: '请改成英文双引号：of="数据中的位置"。' }
  if (tag !== undefined)
    return {
      detail: `标签 <${tag}> 没有成对。`,
      fix: `没有内容的写成 <${tag} of="数据中的位置" />；有内容的，前面 <${tag} of="……">，后面 </${tag}>。`,
    }
  return {
    detail: '符号 < 或 { 在这里有特殊含义。',
    fix: '要印出这个符号的，前面加一个反斜杠：\\< 或 \\{。',
  }
}

/** The first child of a node that is nested too deeply; null when its children may be read. */
export const tooDeepIn = ({ children }: Node, level: number): Node | null =>
  level < maxDepth ? null : (children?.[0] ?? null)

/** Nested tags. The parser takes a minute or more for some thousands of them. */
const maxOpenTags = 500

/**
 * Offset of the first tag that is nested too deeply; null when none is. It is searched in the text,
 * so tags in code count too.
 */
function tooDeepTag(text: string): number | null {
  let level = 0
  for (const { 0: tag, index } of text.matchAll(tags)) {
    if (tag.startsWith('</')) level = Math.max(0, level - 1)
    else if (!tag.endsWith('/>')) level++
    if (level > maxOpenTags) return index
  }
  return null
}

// Limited length: a longer tag would be scanned again from each tag inside it.
const tags = /(?<!\\)<\/?[A-Za-z](?:"[^"]{0,1000}"|'[^']{0,1000}'|[^<>"']){0,1000}>/g

export const nodeOffset = (node: Node): number => node.position?.start.offset ?? 0

/** The words of a message for nesting that is too deep. */
export const tooDeep = '套得太深的写法'

/** The words of a message for each type of node. */
export const nodeWords: Readonly<Record<string, string>> = {
  mdxjsEsm: 'import 或 export',
  mdxFlowExpression: '花括号表达式',
  mdxTextExpression: '花括号表达式',
  html: 'HTML 标签',
  code: '代码',
  inlineCode: '代码',
  image: '图片',
  list: '列表（请直接写“一是……；二是……”；一段以“1.”开头的，写成“1\\.”，反斜杠在点的前面）',
  table: '表格（请写进 appendices，用 <Appendix> 引用）',
  link: '链接',
  linkReference: '网址写在别处的链接（请写成“[文字](网址)”）',
  definition: '单独写的网址（请写成“[文字](网址)”）',
  blockquote: '引用块',
  thematicBreak: '分隔线',
  yaml: '文件头（---）',
  emphasis: '斜体',
  delete: '删除线',
  paragraph: '跨段落的 <Passage>（请把开始和结束标签写在同一段文字里）',
}

function offsetOfLine(text: string, line: number, column: number): number {
  let offset = 0
  for (let current = 1; current < line; current++) offset = text.indexOf('\n', offset) + 1
  return offset + column - 1
}
