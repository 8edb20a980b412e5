import { authoredFile } from '#schema/authored-files.ts'
import type { Block } from '#model/bulletin.ts'
import { chineseNumber, chineseNumeral } from '#model/chinese-numeral.ts'
import { halfWidth } from '#model/plain-text.ts'
import type { Problem } from '#messages/problem.ts'
import { problem, type Check } from '../check.ts'

/**
 * Headings that carry a number count on: 一、二、三、; （一）（二）; 1. 2. A level begins anew below each
 * heading above it (GB/T 9704-2012, 7.3.3).
 */
export const headingNumbers: Check = {
  name: 'heading-numbers',
  description: 'The numbers of the headings of a bulletin are in order, without gaps or doubles.',
  check({ dataset }) {
    return dataset.inspections.flatMap((inspection) => {
      const bulletin = dataset.bulletins[inspection.id]
      // An abridged text may leave sections out.
      return bulletin === undefined || inspection.document?.abridged !== undefined
        ? []
        : outOfOrder(bulletin.blocks, authoredFile('bulletin', inspection.id))
    })
  },
}

function outOfOrder(blocks: readonly Block[], file: string): Problem[] {
  const problems: Problem[] = []
  /** The last heading of each depth that is still open. */
  const last = new Map<number, NumberedHeading & { readonly next: readonly number[] }>()
  for (const block of blocks) {
    if (block.type !== 'heading') continue
    for (const depth of [...last.keys()]) if (depth > block.depth) last.delete(depth)
    const [first] = block.children
    const here = first?.type === 'text' ? numberIn(first.text) : null
    if (first?.type !== 'text' || here === null) {
      last.delete(block.depth)
      continue
    }
    const before = last.get(block.depth)
    // The style of numbers may change where a new part begins, such as an annex.
    const isSameStyle = before?.style === here.style
    const [expected = 1, ...others] = isSameStyle ? before.next : [1]
    const isRight = here.number === expected || others.includes(here.number)
    // After a wrong number the following ones may count on from it, or as if it were right.
    const next = isRight ? [here.number + 1] : [expected + 1, here.number + 1]
    last.set(block.depth, { ...here, next })
    if (isRight) continue
    problems.push(
      problem(
        'heading-number',
        file,
        { at: 'offset', offset: first.offset },
        {
          found: here.text,
          before: isSameStyle ? `前面一个是“${before.text}”` : '它是这一级的第一个',
          expected: here.write(expected),
        },
        'warning',
      ),
    )
  }
  return problems
}

interface NumberedHeading {
  readonly style: 'comma' | 'brackets' | 'digits'
  readonly number: number
  /** The number as written: 三、 */
  readonly text: string
  readonly write: (number: number) => string
}

const numeral = '[一二三四五六七八九十]+'

/** The number at the start of a heading; null when it has none. */
function numberIn(heading: string): NumberedHeading | null {
  const text = heading.trimStart()
  const comma = new RegExp(`^(${numeral})、`).exec(text)
  if (comma !== null) return chinese('comma', comma, (n) => `${chineseNumeral(n)}、`)
  const brackets = new RegExp(`^[（(](${numeral})[）)]`).exec(text)
  if (brackets !== null) return chinese('brackets', brackets, (n) => `（${chineseNumeral(n)}）`)
  const [whole, digits] = /^(\d{1,2})[.、](?!\d)/.exec(halfWidth(text)) ?? []
  return whole === undefined
    ? null
    : { style: 'digits', number: Number(digits), text: whole, write: (n) => `${n}.` }
}

function chinese(
  style: NumberedHeading['style'],
  [text, word = '']: RegExpExecArray,
  write: NumberedHeading['write'],
): NumberedHeading | null {
  const number = chineseNumber(word)
  return number === null ? null : { style, number, text, write }
}
