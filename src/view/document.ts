import {
  type Block,
  type Bulletin,
  type Inline,
  inlineText,
  type Resolve,
} from '#model/bulletin.ts'

/** A part of an official document, as its layout needs it. */
export type DocumentPart =
  | { readonly kind: 'appendix'; readonly of: string }
  /** A heading below the second rank that ends in a full stop runs into the paragraph after it. */
  | {
      readonly kind: 'run-in'
      readonly tag: HeadingTag
      readonly heading: readonly Inline[]
      readonly nodes: readonly Inline[]
    }
  | {
      readonly kind: 'text'
      readonly tag: HeadingTag | 'p'
      readonly look: Look | undefined
      readonly nodes: readonly Inline[]
    }

/** The title, then 一、 （一） 1. （1） */
export type HeadingTag = 'h1' | 'h2' | 'h3' | 'h4' | 'h5'

/**
 * How a paragraph is set. `signature` (the issuing offices) and `day` (the date) close the text.
 */
type Look = 'addressee' | 'annexes' | 'further-annex' | 'signature' | 'day' | 'annex-label' | 'note'

interface DocumentSection {
  /** An annex, which begins with a heading 附件 and starts a new page. */
  readonly annex: boolean
  readonly parts: readonly DocumentPart[]
}

export function documentSections({ blocks }: Bulletin, resolve: Resolve): DocumentSection[] {
  const sections: { annex: boolean; parts: DocumentPart[] }[] = [{ annex: false, parts: [] }]
  const closing = closingLooks(blocks, resolve)
  let paragraphs = 0
  let skip = false
  let last: Look | undefined
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
      block.depth >= 3 &&
      endsInStop(block) &&
      next?.type === 'paragraph'
    ) {
      const tag = headingTag(block.depth)
      parts?.push({ kind: 'run-in', tag, heading: block.children, nodes: next.children })
      paragraphs++
      skip = true
      return
    }
    if (block.type === 'paragraph') paragraphs++
    last = closing.get(block) ?? lookOf(block, paragraphs, last)
    parts?.push({
      kind: 'text',
      tag: block.type === 'paragraph' ? 'p' : headingTag(block.depth),
      look: last,
      nodes: block.children,
    })
  })
  return sections
}

const headingTags: readonly HeadingTag[] = ['h1', 'h2', 'h3', 'h4', 'h5']
const headingTag = (depth: number): HeadingTag => headingTags[depth - 1] ?? 'h5'

type TextBlock = Exclude<Block, { type: 'appendix' }>

function lookOf(block: TextBlock, paragraphs: number, before: Look | undefined): Look | undefined {
  if (block.type === 'heading') return isAnnexLabel(block) ? 'annex-label' : undefined
  const first = edgeText(block, 'start')
  if (first.startsWith('附件：')) return 'annexes'
  if ((before === 'annexes' || before === 'further-annex') && /^\d+\./.test(first))
    return 'further-annex'
  if (first.startsWith('注：')) return 'note'
  return paragraphs === 1 && edgeText(block, 'end').endsWith('：') ? 'addressee' : undefined
}

/**
 * The signature of a document: the last paragraph before the annexes that is only a date, and the
 * names directly above it, which are short paragraphs without the punctuation of a sentence.
 */
function closingLooks(blocks: readonly Block[], resolve: Resolve): ReadonlyMap<Block, Look> {
  const annex = blocks.findIndex((block) => block.type === 'heading' && isAnnexLabel(block))
  const text = blocks.slice(0, annex === -1 ? blocks.length : annex)
  const words = (block: Block): string =>
    block.type === 'paragraph' ? inlineText(block.children, resolve).trim() : ''
  const day = text.findLastIndex((block) => /^\d{4}年\d{1,2}月\d{1,2}日$/.test(words(block)))
  const found = text[day]
  if (found === undefined) return new Map()
  const names = text.slice(0, day)
  const start = names.findLastIndex((block) => !/^[^，。；：！？]{2,40}$/.test(words(block))) + 1
  return new Map([
    ...names.slice(start).map((block) => [block, 'signature'] as const),
    [found, 'day'],
  ])
}

const isAnnexLabel = (block: TextBlock): boolean =>
  block.children.length === 1 && /^附件\s*\d*$/.test(edgeText(block, 'start'))

const endsInStop = (block: TextBlock): boolean => edgeText(block, 'end').endsWith('。')

/** The typed text at one end of a block; empty when there is a reference at that end. */
function edgeText({ children }: TextBlock, edge: 'start' | 'end'): string {
  const node = children.at(edge === 'start' ? 0 : -1)
  return node?.type === 'text' ? node.text.trim() : ''
}
