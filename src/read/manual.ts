import { join } from 'node:path'
import Slugger from 'github-slugger'
import { load } from 'js-yaml'
import { z } from 'zod'
import { fieldTables } from '#model/field-tables.ts'
import { otherHost } from '#model/link-words.ts'
import type { ChapterHead } from '#model/manual-texts.ts'
import { catalogue } from '#messages/catalogue.ts'
import type { Problem } from '#messages/problem.ts'
import type { SourceText } from '#model/records/source-text.ts'
import { authoredFile } from '#schema/authored-files.ts'
import { isPlainAddress } from '#schema/scalars.ts'
import { contentMistake } from './attachments/attachment-content.ts'
import { maxFileBytes, readSource, realPath } from './files/files.ts'
import { type Node, nodeWords, nodeOffset, parseMdx, reporter, tooDeep, tooDeepIn } from './mdx.ts'
import { ReadingCache } from './reading-cache.ts'
import { kindAt, namesIn, readBytes } from './files/regular-files.ts'

/** Folder of the manual's pictures, inside the folder of the manual. */
export const picturesFolder = 'pictures'

/**
 * Folder of the explanations of messages, inside the folder of the manual. The manual shows them;
 * they are never compiled.
 */
export const explanationsFolder = 'messages'

/**
 * The content folder that comes with the program. Its manual is the only authored text that is
 * compiled.
 */
export const programContent = join(import.meta.dirname, '../../content')

/** Whether a content folder is the program's own. */
export const isProgramContent = (content: string): boolean =>
  realPath(content) === realPath(programContent)

/** Whether a content folder has an entry named `manual`, of whatever kind. */
export const hasManual = (content: string): boolean => kindAt(content, 'manual') !== 'nothing'

/** The front matter of the program's chapters, which are the ones that are compiled. */
export function chapterHeads(): ChapterHead[] {
  return namesIn(programContent, 'manual').flatMap((file) => {
    const [, name] = /^([a-z0-9-]+)\.mdx$/.exec(file) ?? []
    if (name === undefined) return []
    const { source } = readSource(programContent, `manual/${file}`, authoredFile('chapter', name))
    const head = source === null ? null : headIn(source.text)
    return head === null ? [] : [{ ...head, name }]
  })
}

/**
 * Parses the front matter of a chapter; null where it is not valid. The first `---` must begin the
 * file, and no line of the front matter may begin with `---`, so that every parser finds the same
 * front matter.
 */
function headIn(text: string): Omit<ChapterHead, 'name'> | null {
  const [, head = ''] = /^---\r?\n((?:(?!---)[^\n]*\n)*)---\r?\n/.exec(text) ?? []
  try {
    const read = chapterHead.safeParse(load(head))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** Strict: the MDX compiler would import a module named by `layout`. */
const chapterHead = z.strictObject({
  title: z.string().min(1),
  lead: z.string().min(1),
  reader: z.string().optional(),
})

const known =
  '文字、标题、列表、表格、引用、代码、加粗、content/manual/pictures 里的图片，以及指向本站或 https 网址的链接'

function parsed(source: SourceText) {
  const { problems, report } = reporter(source)
  return { root: parseMdx(source, report), problems }
}

/**
 * Checks that a chapter of the manual is plain Markdown without anything that runs, because it is
 * compiled and shown unchanged.
 *
 * @param content the folder of content that holds the manual
 */
export function checkManual(
  source: SourceText,
  content: string,
  cache = new ReadingCache(),
): Problem[] {
  const { problems, report } = reporter(source)
  const { root, problems: broken } = cache.of(parsed, source.file, source.text, () =>
    parsed(source),
  )
  if (broken.length === 0 && headIn(source.text) === null)
    report('mdx-syntax', 0, {
      detail: '开头没有照规定写明这一章的标题和提要。',
      fix: '请在最前面写四行：---、title: 标题、lead: 提要、---；前面不空行，除了 title、lead 和 reader 不写别的，中间没有以 --- 开头的行。',
    })
  const refuse = (node: Node, what: string): void => {
    report('mdx-not-allowed', nodeOffset(node), { what, known })
  }
  const ownAnchors = headingAnchors(root)
  const visit = (node: Node, level = 0): void => {
    const wrong = mistakeIn(node, content, ownAnchors)
    const deep = tooDeepIn(node, level)
    if (wrong !== null) refuse(node, wrong)
    else if (isForbidden(node)) {
      const tag = node.type.startsWith('mdxJsx') ? `标签 <${node.name ?? ''}>` : undefined
      refuse(node, tag ?? nodeWords[node.type] ?? '这种写法')
    } else if (deep !== null) refuse(deep, tooDeep)
    else
      node.children?.forEach((child) => {
        visit(child, level + 1)
      })
  }
  if (root !== null) visit(root)
  return [...broken, ...problems]
}

const mistakeIn = (node: Node, content: string, ownAnchors: ReadonlySet<string>): string | null =>
  node.type === 'link'
    ? (misleadingLink(node) ?? deadLink(node, ownAnchors))
    : node.type === 'image'
      ? pictureMistake(node, content)
      : null

/**
 * Why a picture cannot be shown, or has no text for readers who cannot see it; null when it is
 * fine.
 */
function pictureMistake({ url = '', alt, title }: Node, content: string): string | null {
  const [, name = '', ending] = /^\.\/pictures\/([a-z0-9-]+\.(png|jpg))$/.exec(url) ?? []
  if (ending === undefined)
    return `写成“${url}”的图片（请写成 ![图上有什么](./pictures/文件名.png)，文件名只用小写英文字母、数字和连字符）`
  const found = readBytes(content, `manual/${picturesFolder}/${name}`, maxFileBytes)
  if (!('bytes' in found)) return `图片“${url}”（content/manual/pictures 里没有这个文件）`
  const mistake = contentMistake(ending as 'png' | 'jpg', found.bytes)
  if (mistake !== null) return `图片“${url}”（内容是${mistake.found}，应当是${mistake.expected}）`
  if ((alt ?? '').trim() === '') return `没有写明图上有什么的图片“${url}”`
  return title == null ? null : `带标题的图片“${url}”（方括号里的文字就是说明）`
}

/** What is wrong with the text of a link, on which readers rely; null when nothing is. */
function misleadingLink(link: Node): string | null {
  const words = textOf(link)
  // Invisible characters count as no text: readers could not see the link.
  if (words.replace(/[\s\p{C}\u115f\u1160\u3164\uffa0]/gu, '') === '') return '看不见文字的链接'
  const misleading = otherHost(words, link.url ?? '')
  return misleading === null
    ? null
    : `文字写着 ${misleading.shown}、实际指向 ${misleading.host} 的链接`
}

/** Pages of the manual that are made from code and have no chapter, with their anchors. */
const generated: Readonly<Record<string, () => ReadonlySet<string>>> = {
  fields: () => new Set(['missing', ...fieldTables().map(({ id }) => id)]),
  codes: () =>
    new Set([
      ...Object.keys(catalogue),
      ...namesIn(programContent, `manual/${explanationsFolder}`).map(
        (file) => `about-${file.replace(/\.yaml$/, '')}`,
      ),
    ]),
}

/**
 * Why a link within the manual leads nowhere; null when it is fine or leads out of the manual.
 *
 * @param ownAnchors the anchors of the chapter that the link is in
 */
function deadLink({ url = '' }: Node, ownAnchors: ReadonlySet<string>): string | null {
  const [, name, anchor] = /^(?:([^/:#?]+)\.html)?(?:#(.*))?$/.exec(url) ?? []
  const anchors = name === undefined ? ownAnchors : anchorsOf(name)
  if (anchors === null) return `指向“${url}”的链接（手册没有这一章）`
  return anchor === undefined || anchors.has(decoded(anchor))
    ? null
    : `指向“${url}”的链接（${name === undefined ? '这一章' : `手册的 ${name}`} 没有“${anchor}”这个标题）`
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor)
  } catch {
    return anchor
  }
}

/** The anchors of a page of the manual; null when there is no such page. */
function anchorsOf(name: string): ReadonlySet<string> | null {
  const own = Object.hasOwn(generated, name) ? generated[name] : undefined
  if (own !== undefined) return own()
  if (!namesIn(programContent, 'manual').includes(`${name}.mdx`)) return null
  const { source } = readSource(programContent, `manual/${name}.mdx`, authoredFile('chapter', name))
  return headingAnchors(source === null ? null : parsed(source).root)
}

/** The anchors that Astro gives to the headings of a chapter. */
function headingAnchors(root: Node | null): ReadonlySet<string> {
  const slugger = new Slugger()
  const headings = (root?.children ?? []).filter(({ type }) => type === 'heading')
  return new Set(headings.map((heading) => slugger.slug(textOf(heading))))
}

/** The text of a node, without parts that are nested too deeply. */
const textOf = (node: Node, level = 0): string =>
  (node.value ?? '') +
  (tooDeepIn(node, level) === null
    ? (node.children ?? []).map((child) => textOf(child, level + 1)).join('')
    : '')

/**
 * Whether a node is code, raw HTML, a picture or link defined elsewhere, or a link with a forbidden
 * scheme.
 */
function isForbidden({ type, url }: Node): boolean {
  // The address is elsewhere in the text, where a check or a reviewer may miss it.
  if (type === 'linkReference' || type === 'definition') return true
  if (type === 'link')
    return (
      url !== undefined &&
      /^([a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(url) &&
      !(/^https?:/i.test(url) && isPlainAddress(url))
    )
  return type.startsWith('mdx') || type === 'html' || type === 'imageReference'
}
