import { type Bulletin, bulletinText, type Inline, inlineText, type Resolve } from './bulletin.ts'
import { isSame } from './changes.ts'
import type { Dataset } from './dataset.ts'
import { resolveReference } from './reference.ts'
import { difference } from './text-difference.ts'

/**
 * The passage that was rewritten in a bulletin that exists in both versions; null if none was.
 * Figures that changed because the data changed are ignored.
 */
export function bulletinChange(
  id: string,
  before: Dataset | null,
  now: Dataset | null,
): ReturnType<typeof difference> | null {
  const [old, fresh] = [before?.bulletins[id], now?.bulletins[id]]
  if (old === undefined || fresh === undefined) return null
  const earlier = resolverOf(before, id)
  const later = resolverOf(now, id)
  const was = bulletinText(old, earlier)
  const current = bulletinText(fresh, later)
  // With references resolved from the earlier data, only rewritten text differs.
  const rewritten = bulletinText(fresh, (path) => earlier(path) || later(path))
  return isSame(was, current) || isSame(was, rewritten) ? null : difference(was, rewritten)
}

/**
 * The first block of a bulletin whose markup changed although its text did not: the level of a
 * heading, or the record that a passage belongs to. Null if there is none. Markup is shown in
 * brackets.
 */
export function markChange(
  id: string,
  before: Dataset | null,
  now: Dataset | null,
): { readonly from: string; readonly to: string } | null {
  const [old, fresh] = [before?.bulletins[id], now?.bulletins[id]]
  if (old === undefined || fresh === undefined) return null
  const later = resolverOf(now, id)
  const [was, is] = [marked(old, later), marked(fresh, later)]
  const at = is.findIndex((text, n) => text !== was[n])
  return at === -1 ? null : { from: was[at] ?? '', to: is[at] ?? '' }
}

const marked = ({ blocks }: Bulletin, resolve: Resolve): string[] =>
  blocks.map((block) => {
    if (block.type === 'appendix') return ''
    const text = markedText(block.children, resolve).replace(/\s+/g, ' ').trim()
    return block.type === 'heading' ? `[${block.depth}级标题]${text}` : text
  })

const markedText = (nodes: readonly Inline[], resolve: Resolve): string =>
  nodes
    .map((node) =>
      node.type === 'passage'
        ? `[${node.of}]${markedText(node.children, resolve)}[/]`
        : inlineText([node], resolve),
    )
    .join('')

/**
 * Resolves references from the point of view of an inspection; an unknown reference gives an empty
 * text.
 */
export function resolverOf(dataset: Dataset | null, id: string): Resolve {
  const inspection = dataset?.inspections.find((one) => one.id === id)
  return (path) => {
    if (dataset === null || inspection === undefined) return ''
    const resolved = resolveReference(dataset, inspection, path)
    return resolved.found ? resolved.text : ''
  }
}
