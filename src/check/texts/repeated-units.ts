import { authoredFile } from '#schema/authored-files.ts'
import { type Bulletin, type Inline, nested } from '#model/bulletin.ts'
import type { Dataset, Inspection } from '#model/dataset.ts'
import { halfWidth } from '#model/plain-text.ts'
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
      const place = { at: 'offset', offset: node.offset } as const
      const file = authoredFile('bulletin', id)
      // Spaces and the asterisks around bold words do not part a number from its unit.
      const after = textAfter(parts, n).replace(/^[\s*_]+/, '')
      const before = textBefore(parts, n).replace(/[\s*_]+$/, '')
      const own = halfWidth(value)
      const last =
        overlap(/(?:\p{Script=Han}|[%‰])+$/u.exec(own)?.[0] ?? '', halfWidth(after)) ||
        (/\d[个家条件篇份项]$/.test(own) ? (otherCounter.exec(after)?.[0] ?? '') : '')
      const first = overlapBefore(before, /^\p{Script=Han}+/u.exec(value)?.[0] ?? '')
      const next = /^(?:\p{Script=Han}{1,4}|[。，；])/u.exec(after)?.[0] ?? ''
      if (isCount(node.of) && /^\d+$/.test(value) && next !== '' && !counters.test(next))
        return [problem('counter-missing', file, place, { path: node.of, value, next }, 'warning')]
      return [
        ...(last === '' ? [] : [{ side: '后面', word: last, printed: `${value}${last}` }]),
        ...(first === '' ? [] : [{ side: '前面', word: first, printed: `${first}${value}` }]),
      ].map((args) =>
        problem('unit-repeated', file, place, { path: node.of, value, ...args }, 'warning'),
      )
    })
  })
}

/** The text between a node and the next one that is no text. */
function textAfter(nodes: readonly Inline[], n: number): string {
  const next = nodes[n + 1]
  return next?.type === 'text' ? next.text + textAfter(nodes, n + 1) : ''
}

function textBefore(nodes: readonly Inline[], n: number): string {
  const last = nodes[n - 1]
  return last?.type === 'text' ? textBefore(nodes, n - 1) + last.text : ''
}

/** A counter word after another one (5个家), not the beginning of a longer word (5个家庭). */
const otherCounter = /^(?:家(?![庭长属具园族])|条(?![例目款件])|篇(?![章目])|份(?!额))/u

/** Whether a path leads to a count, which has no unit of its own. */
const isCount = (path: string): boolean => /\.tally\.[^.]+$/.test(path)

/** What may follow a plain count: a counter word, a place that is counted, or a larger number. */
const counters =
  /^[个家条件篇次项名人份处起户宗幅张组款例位批期类种台座所只支枚本部栏页字点倍元辆户口天日月年季周轮届场万亿千百十余多成分县区市州镇乡村省封则封篇宗通件]/u

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
