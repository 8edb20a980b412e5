import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Block,
  bulletinTitle,
  inlineNodes,
  passageAnchor,
  passages,
} from '#domain/bulletin.ts'

const resolve = (path: string): string => `[${path}]`
const title: Block = {
  type: 'heading',
  depth: 1,
  children: [
    { type: 'value', of: 'issuer', offset: 2 },
    { type: 'text', text: '通报', offset: 20 },
  ],
}
const paragraph: Block = {
  type: 'paragraph',
  children: [
    {
      type: 'passage',
      of: 'areas.media',
      offset: 30,
      children: [
        { type: 'text', text: '共', offset: 31 },
        {
          type: 'passage',
          of: 'issues.2024-q1-01',
          offset: 40,
          children: [{ type: 'value', of: 'units.jia', offset: 41 }],
        },
        { type: 'break' },
      ],
    },
  ],
}

test('the title is the first heading of the first rank, its references filled in', () => {
  const lower: Block = { ...title, depth: 2 }
  expect(bulletinTitle({ id: 'a', blocks: [lower, title] }, resolve)).toBe('[issuer]通报')
  expect(bulletinTitle({ id: 'a', blocks: [lower, paragraph] }, resolve)).toBeNull()
})

test('a passage holds the passages inside it, and each is found by its record', () => {
  expect([...passages({ id: 'a', blocks: [title, paragraph] }, resolve)]).toEqual([
    ['areas.media', '共[units.jia]'],
    ['issues.2024-q1-01', '[units.jia]'],
  ])
})

test('the nodes of a bulletin come in the order of its text, nested ones included', () => {
  const types = [...inlineNodes({ id: 'a', blocks: [title, paragraph] })].map(({ type }) => type)
  expect(types).toEqual(['value', 'text', 'passage', 'text', 'passage', 'value', 'break'])
})

test('the mark of a passage is fit for an address', () => {
  expect(passageAnchor('issues.2024-q1-05')).toBe('p-issues-2024-q1-05')
})

test('the parts of a split have marks of their own', () => {
  const [one, other] = ['县级', '市级'].map((part) =>
    passageAnchor(`areas.media.splits.tier.parts.${part}`),
  )
  expect(one).toBe('p-areas-media-splits-tier-parts-_53bf__7ea7_')
  expect(other).not.toBe(one)
})

test('whatever two labels are, their marks are two, and fit for an address', () => {
  const label = fc.array(fc.constantFrom(...'县市级（）12aB：、%𠮷 '), {
    minLength: 1,
    maxLength: 5,
  })
  fc.assert(
    fc.property(label, label, (one, other) => {
      const [a, b] = [one, other].map((all) => passageAnchor(`figures.${all.join('')}`))
      expect(a === b).toBe(one.join('') === other.join(''))
      expect(a).toMatch(/^[\w-]+$/)
    }),
  )
})
