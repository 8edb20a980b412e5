import { authoredFile } from '#schema/authored-files.ts'
import { type Bulletin, type Inline, nested } from '#model/bulletin.ts'
import type { Dataset, Inspection } from '#model/dataset.ts'
import { resolveReference } from '#model/reference.ts'
import type { Problem } from '#messages/problem.ts'
import { problem, type Check } from '../check.ts'

/**
 * The words that a reference prints are not typed around it again. A value with a unit or a printed
 * text has its own words (5个, 约600条, 2024年3月15日前); a plain count is a bare number.
 */
export const repeatedUnits: Check = {
  name: 'repeated-units',
  description: 'Words that a reference in a bulletin prints itself are not typed beside it.',
  check({ dataset }) {
    return dataset.inspections.flatMap((inspection) => {
      const bulletin = dataset.bulletins[inspection.id]
      return bulletin === undefined ? [] : repeatedIn(dataset, inspection, bulletin)
    })
  },
}

function repeatedIn(dataset: Dataset, inspection: Inspection, { id, blocks }: Bulletin): Problem[] {
  return blocks.flatMap((block) => {
    if (block.type === 'appendix') return []
    const parts = [...nested(block.children)].filter(({ type }) => type !== 'passage')
    return parts.flatMap((node, n) => {
      if (node.type !== 'value') return []
      const resolved = resolveReference(dataset, inspection, node.of)
      // A name may truly be followed by its own last word: 市财政局 and 局长.
      if (!resolved.found || !/\d/.test(resolved.text)) return []
      const value = resolved.text
      const after = textOf(parts[n + 1])
      const before = textOf(parts[n - 1])
      const last = overlap(/(?:\p{Script=Han}|[%％‰])+$/u.exec(value)?.[0] ?? '', after)
      const first = overlapBefore(before, /^\p{Script=Han}+/u.exec(value)?.[0] ?? '')
      return [
        ...(last === '' ? [] : [{ side: '后面', word: last, printed: `${value}${last}` }]),
        ...(first === '' ? [] : [{ side: '前面', word: first, printed: `${first}${value}` }]),
      ].map((args) =>
        problem(
          'unit-repeated',
          authoredFile('bulletin', id),
          { at: 'offset', offset: node.offset },
          { path: node.of, value, ...args },
          'warning',
        ),
      )
    })
  })
}

const textOf = (node: Inline | undefined): string => (node?.type === 'text' ? node.text : '')

/** The longest end of the first text with which the second begins. */
function overlap(first: string, second: string): string {
  for (let at = 0; at < first.length; at++)
    if (second.startsWith(first.slice(at))) return first.slice(at)
  return ''
}

const overlapBefore = (before: string, start: string): string => {
  for (let length = start.length; length > 0; length--)
    if (before.endsWith(start.slice(0, length))) return start.slice(0, length)
  return ''
}
