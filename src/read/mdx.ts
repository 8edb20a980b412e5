import { createRequire } from 'node:module'
import type * as Parser from 'satteri'
import type { ProblemCode } from '#messages/catalogue.ts'
import type { Problem } from '#messages/problem.ts'
import type { SourceText } from '#model/records/source-text.ts'

const require = createRequire(import.meta.url)

/** The parser is loaded for the first text that has to be parsed: mostly all of them are kept. */
const parser = (): typeof Parser => require('satteri') as typeof Parser

/** What of the parser's tree is read here. */
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

/** More levels than this nobody writes, and programs stumble over many. */
const mostLevels = 100

/** The tree of an MDX text, with the parser that also compiles it; null, and reported, when it has none. */
export function parseMdx({ text }: SourceText, report: Report): Node | null {
  const deep = tooDeepTag(text)
  if (deep !== null) {
    report('mdx-syntax', deep, {
      detail: `标签一层套一层，超过了${mostOpenTags}层。`,
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

/** The first part of a node that lies too deep to be read on; null when its parts may be read. */
export const tooDeepIn = ({ children }: Node, level: number): Node | null =>
  level < mostLevels ? null : (children?.[0] ?? null)

/** Over some thousand tags inside each other the parser takes a minute and more; over these, no time. */
const mostOpenTags = 500

/**
 * Where the first tag starts before which too many are still open; null when none does. Looked for in
 * the text, where tags in code count as well: nobody leaves so many open there either.
 */
function tooDeepTag(text: string): number | null {
  let level = 0
  for (const { 0: tag, index } of text.matchAll(tags)) {
    if (tag.startsWith('</')) level = Math.max(0, level - 1)
    else if (!tag.endsWith('/>')) level++
    if (level > mostOpenTags) return index
  }
  return null
}

// A longer tag is looked through again from each tag inside it, so it is not taken for one.
const tags = /(?<!\\)<\/?[A-Za-z](?:"[^"]{0,1000}"|'[^']{0,1000}'|[^<>"']){0,1000}>/g

export const offsetOf = (node: Node): number => node.position?.start.offset ?? 0

/** What is called too deep in a message. */
export const tooDeep = '套得太深的写法'

/** What a kind of node is called in a message. */
export const nodeWords: Readonly<Record<string, string>> = {
  mdxjsEsm: 'import 或 export',
  mdxFlowExpression: '花括号表达式',
  mdxTextExpression: '花括号表达式',
  html: 'HTML 标签',
  code: '代码',
  inlineCode: '代码',
  image: '图片',
  list: '列表（请直接写“一是……；二是……”或“1. ”前加反斜杠）',
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
