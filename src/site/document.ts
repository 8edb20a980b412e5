import type { Block, Bulletin, Inline } from '#domain/bulletin.ts'

/** How the parts of an official document are laid out, from the form that such documents have. */
export type DocumentPart =
  | { readonly kind: 'appendix'; readonly of: string }
  /** A third-rank heading that ends in a full stop runs into the paragraph that follows it. */
  | {
      readonly kind: 'run-in'
      readonly heading: readonly Inline[]
      readonly nodes: readonly Inline[]
    }
  | {
      readonly kind: 'text'
      readonly tag: 'h1' | 'h2' | 'h3' | 'p'
      readonly look: 'addressee' | 'annexes' | 'annex-label' | 'note' | undefined
      readonly nodes: readonly Inline[]
    }

export interface DocumentSection {
  /** Everything from the heading 附件 on starts a new page. */
  readonly annex: boolean
  readonly parts: readonly DocumentPart[]
}

export function documentSections({ blocks }: Bulletin): DocumentSection[] {
  const sections: { annex: boolean; parts: DocumentPart[] }[] = [{ annex: false, parts: [] }]
  let paragraphs = 0
  let skip = false
  blocks.forEach((block, n) => {
    if (skip) {
      skip = false
      return
    }
    if (block.type === 'heading' && isAnnexLabel(block)) sections.push({ annex: true, parts: [] })
    const parts = sections.at(-1)?.parts
    if (block.type === 'appendix') {
      parts?.push({ kind: 'appendix', of: block.of })
      return
    }
    const next = blocks[n + 1]
    if (
      block.type === 'heading' &&
      block.depth === 3 &&
      endsInStop(block) &&
      next?.type === 'paragraph'
    ) {
      parts?.push({ kind: 'run-in', heading: block.children, nodes: next.children })
      paragraphs++
      skip = true
      return
    }
    if (block.type === 'paragraph') paragraphs++
    parts?.push({
      kind: 'text',
      tag: block.type === 'paragraph' ? 'p' : headingTag(block.depth),
      look: lookOf(block, paragraphs),
      nodes: block.children,
    })
  })
  return sections
}

const headingTag = (depth: number): 'h1' | 'h2' | 'h3' =>
  depth === 1 ? 'h1' : depth === 2 ? 'h2' : 'h3'

type TextBlock = Exclude<Block, { type: 'appendix' }>

function lookOf(
  block: TextBlock,
  paragraphs: number,
): Extract<DocumentPart, { kind: 'text' }>['look'] {
  if (block.type === 'heading') return isAnnexLabel(block) ? 'annex-label' : undefined
  const first = edgeText(block, 'start')
  if (first.startsWith('附件：')) return 'annexes'
  if (first.startsWith('注：')) return 'note'
  return paragraphs === 1 && edgeText(block, 'end').endsWith('：') ? 'addressee' : undefined
}

const isAnnexLabel = (block: TextBlock): boolean =>
  block.children.length === 1 && /^附件\s*\d*$/.test(edgeText(block, 'start'))

const endsInStop = (block: TextBlock): boolean => edgeText(block, 'end').endsWith('。')

/** The typed text at one end of a block; empty when a reference stands there. */
function edgeText({ children }: TextBlock, edge: 'start' | 'end'): string {
  const node = children.at(edge === 'start' ? 0 : -1)
  return node?.type === 'text' ? node.text.trim() : ''
}
