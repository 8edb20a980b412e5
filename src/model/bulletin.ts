/** The text of a bulletin as a tree. Every figure in it is a reference, not a number. */
export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly offset: number }
  | { readonly type: 'value'; readonly of: string; readonly offset: number }
  | { readonly type: 'break' }
  | {
      readonly type: 'passage'
      readonly of: string
      /** Id of the element that marks the passage; unique in the bulletin. */
      readonly anchor: string
      readonly offset: number
      readonly children: readonly Inline[]
    }

export type Block =
  | { readonly type: 'heading'; readonly depth: number; readonly children: readonly Inline[] }
  | { readonly type: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly type: 'appendix'; readonly of: string; readonly offset: number }

/** `content/bulletins/<inspection>.mdx`, parsed. */
export interface Bulletin {
  /** Id of the inspection that the bulletin belongs to, taken from the file name. */
  readonly id: string
  readonly blocks: readonly Block[]
}

export type Resolve = (path: string) => string

/** The text of inline nodes with references resolved. */
export function inlineText(nodes: readonly Inline[], resolve: Resolve): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.text
      if (node.type === 'value') return resolve(node.of)
      if (node.type === 'passage') return inlineText(node.children, resolve)
      return ''
    })
    .join('')
}

/**
 * The text of each block of a bulletin with white space normalised. A table is represented by its
 * reference.
 */
export const bulletinText = ({ blocks }: Bulletin, resolve: Resolve): string[] =>
  blocks.map((block) =>
    block.type === 'appendix'
      ? `（附件：${block.of}）`
      : inlineText(block.children, resolve).replace(/\s+/g, ' ').trim(),
  )

/** The title: the first heading of level 1; null if there is none. */
export function bulletinTitle(bulletin: Bulletin, resolve: Resolve): string | null {
  const heading = bulletin.blocks.find((block) => block.type === 'heading' && block.depth === 1)
  return heading?.type === 'heading' ? inlineText(heading.children, resolve) : null
}

/**
 * The passages of a bulletin by the path of the record based on them: the text and the id of the
 * element.
 */
export function passages(
  bulletin: Bulletin,
  resolve: Resolve,
): ReadonlyMap<string, { readonly text: string; readonly anchor: string }> {
  const found = new Map<string, { text: string; anchor: string }>()
  const visit = (nodes: readonly Inline[]): void => {
    for (const node of nodes) {
      if (node.type !== 'passage') continue
      found.set(node.of, { text: inlineText(node.children, resolve), anchor: node.anchor })
      visit(node.children)
    }
  }
  for (const block of bulletin.blocks) if (block.type !== 'appendix') visit(block.children)
  return found
}

/** Every inline node of the bulletin, nested ones included. */
export function* inlineNodes(bulletin: Bulletin): Generator<Inline> {
  for (const block of bulletin.blocks) if (block.type !== 'appendix') yield* nested(block.children)
}

/** Every node of a run, nested ones included. */
export function* nested(nodes: readonly Inline[]): Generator<Inline> {
  for (const node of nodes) {
    yield node
    if (node.type === 'passage') yield* nested(node.children)
  }
}
