import { type Bulletin, bulletinText, type Inline, inlineText, type Resolve } from './bulletin.ts'
import { isSame } from './changes.ts'
import type { Dataset } from './dataset.ts'
import { resolveReference } from './reference.ts'
import { difference } from './text-difference.ts'

/**
 * What is written otherwise in a bulletin that was there before and still is; null when nothing is.
 * Figures that changed in the data are set aside: they are changes of the data.
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
  // Seen from the earlier data, only what was written otherwise is left.
  const rewritten = bulletinText(fresh, (path) => earlier(path) || later(path))
  return isSame(was, current) || isSame(was, rewritten) ? null : difference(was, rewritten)
}

/**
 * The first block of a bulletin whose marks changed though its words did not: the rank of a heading,
 * or which record a passage belongs to; null when there is none. Marks are shown in brackets.
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

/** Reads references as seen from an inspection; what leads nowhere reads as nothing. */
export function resolverOf(dataset: Dataset | null, id: string): Resolve {
  const inspection = dataset?.inspections.find((one) => one.id === id)
  return (path) => {
    if (dataset === null || inspection === undefined) return ''
    const resolved = resolveReference(dataset, inspection, path)
    return resolved.found ? resolved.text : ''
  }
}
