import { isMissing } from '#model/figure.ts'
import type { Block, Bulletin, Inline } from '#model/bulletin.ts'
import type { Dataset, Inspection } from '#model/dataset.ts'

/** The areas of an inspection that a place of its bulletin speaks of; null when it names none. */
export type Spoken = ReadonlySet<string> | null

/** The area that a path of the data belongs to; null for what belongs to none. */
export function areaOfPath({ issues = {} }: Inspection, path: string): string | null {
  const [root, id = ''] = path.split('.')
  if (root === 'areas') return id
  const issue = root === 'issues' && Object.hasOwn(issues, id) ? issues[id] : undefined
  return typeof issue?.area === 'string' && !isMissing(issue.area) ? issue.area : null
}

/** A sentence of a text node, from its start to the next one. */
interface Sentence {
  readonly start: number
  spoken: Spoken
}

/**
 * The areas that each sentence of a bulletin is about: those whose names or values it contains,
 * else those of the passage around it, of the sentence before it, or of the headings above it.
 */
export function spokenAreas(
  dataset: Dataset,
  inspection: Inspection,
  bulletin: Bulletin,
): (node: Inline, index: number) => Spoken {
  const words = wordsOf(dataset, inspection)
  const sentences = new Map<Inline, Sentence[]>()
  const headings: { readonly depth: number; readonly spoken: Spoken }[] = []
  for (const block of bulletin.blocks) {
    if (block.type === 'appendix') continue
    if (block.type === 'heading')
      while ((headings.at(-1)?.depth ?? 0) >= block.depth) headings.pop()
    const above = headings.findLast(({ spoken }) => spoken !== null)?.spoken ?? null
    const last = readBlock(block, inspection, words, above, sentences)
    if (block.type === 'heading') headings.push({ depth: block.depth, spoken: last })
  }
  return (node, index) =>
    sentences.get(node)?.findLast(({ start }) => start <= index)?.spoken ?? null
}

const sentenceEnd = /[。；;！？]/g

/** Reads one block into `sentences`; returns what its last sentence speaks of. */
function readBlock(
  block: Exclude<Block, { type: 'appendix' }>,
  inspection: Inspection,
  words: readonly (readonly [string, string])[],
  above: Spoken,
  sentences: Map<Inline, Sentence[]>,
): Spoken {
  let before = above
  let own = new Set<string>()
  let around: string | null = null
  let current: Sentence[] = []
  const close = (): void => {
    const spoken = own.size > 0 ? own : around === null ? before : new Set([around])
    for (const sentence of current) sentence.spoken = spoken
    before = spoken
    own = new Set()
    current = []
  }
  const visit = (nodes: readonly Inline[], passage: string | null): void => {
    for (const node of nodes) {
      around = passage
      if (node.type === 'passage') {
        visit(node.children, areaOfPath(inspection, node.of) ?? passage)
        continue
      }
      if (node.type === 'value') {
        const area = areaOfPath(inspection, node.of)
        if (area !== null) own.add(area)
      }
      if (node.type !== 'text') continue
      const starts = [0, ...[...node.text.matchAll(sentenceEnd)].map(({ index }) => index + 1)]
      const found = starts.map((start): Sentence => ({ start, spoken: null }))
      sentences.set(node, found)
      for (const [n, sentence] of found.entries()) {
        if (n > 0) close()
        current.push(sentence)
        const text = node.text.slice(sentence.start, found[n + 1]?.start)
        for (const [word, area] of words) if (text.includes(word)) own.add(area)
      }
    }
  }
  visit(block.children, null)
  close()
  return before
}

/** The words by which a text names an area: its names and its objects, and their short forms. */
function wordsOf({ site }: Dataset, { areas }: Inspection): (readonly [string, string])[] {
  return Object.entries(areas).flatMap(([id, { label, object }]) =>
    [site.areas[id]?.name, site.areas[id]?.object, label, object]
      .filter((name) => name !== undefined)
      .flatMap((name) => [name, shortForm(name)])
      .map((word) => [word, id] as const),
  )
}

/** 政务新媒体 is also called 新媒体; 公开 alone is an everyday word. */
function shortForm(name: string): string {
  const short = name.replace(/^(?:政府|政务|网民)/, '')
  return short.length < 2 || short === '公开' ? name : short
}
