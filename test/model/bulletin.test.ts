import { expect, test } from 'vitest'
import { type Block, bulletinTitle, inlineNodes, passages } from '#model/bulletin.ts'

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
      anchor: 'p-areas-media',
      offset: 30,
      children: [
        { type: 'text', text: '共', offset: 31 },
        {
          type: 'passage',
          of: 'issues.2024-q1-01',
          anchor: 'p-issues-2024-q1-01',
          offset: 40,
          children: [{ type: 'value', of: 'units.jia', offset: 41 }],
        },
        { type: 'break' },
      ],
    },
  ],
}

test('the title is the first heading of level 1, with its references filled in', () => {
  const lower: Block = { ...title, depth: 2 }
  expect(bulletinTitle({ id: 'a', blocks: [lower, title] }, resolve)).toBe('[issuer]通报')
  expect(bulletinTitle({ id: 'a', blocks: [lower, paragraph] }, resolve)).toBeNull()
})

test('a passage holds the passages inside it, and each is found by its record', () => {
  expect([...passages({ id: 'a', blocks: [title, paragraph] }, resolve)]).toEqual([
    ['areas.media', { text: '共[units.jia]', anchor: 'p-areas-media' }],
    ['issues.2024-q1-01', { text: '[units.jia]', anchor: 'p-issues-2024-q1-01' }],
  ])
})

test('the nodes of a bulletin come in the order of its text, nested ones included', () => {
  const types = [...inlineNodes({ id: 'a', blocks: [title, paragraph] })].map(({ type }) => type)
  expect(types).toEqual(['value', 'text', 'passage', 'text', 'passage', 'value', 'break'])
})
