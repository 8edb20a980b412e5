import type { Problem } from '#problems/problem.ts'
import type { SourceText } from '#reading/source-text.ts'
import { isPlainAddress } from '#schema/scalars.ts'
import { type Node, nodeWords, offsetOf, parseMdx, reporter } from './mdx.ts'

const known = '文字、标题、列表、表格、引用、代码、加粗和指向本站或 https 网址的链接'

/** A chapter of the manual is Markdown and nothing that runs: it is compiled and shown as it is. */
export function checkManual(source: SourceText): Problem[] {
  const { problems, report } = reporter(source)
  const root = parseMdx(source, report)
  const visit = (node: Node): void => {
    if (runs(node)) {
      const tag = node.type.startsWith('mdxJsx') ? `标签 <${node.name ?? ''}>` : undefined
      report('mdx-not-allowed', offsetOf(node), {
        what: tag ?? nodeWords[node.type] ?? '这种写法',
        known,
      })
    } else node.children?.forEach(visit)
  }
  if (root !== null) visit(root)
  return problems
}

/** Code, raw HTML, pictures from anywhere, and links that do not lead to a page. */
function runs({ type, url }: Node): boolean {
  if (type === 'link' || type === 'definition')
    return (
      url !== undefined &&
      /^([a-z][a-z0-9+.-]*:|[/\\]{2})/i.test(url) &&
      !(/^https?:/i.test(url) && isPlainAddress(url))
    )
  return type.startsWith('mdx') || type === 'html' || type === 'image' || type === 'imageReference'
}
