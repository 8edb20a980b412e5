import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, Inline } from '#model/bulletin.ts'
import { bulletinChange, markChange } from '#model/bulletin-change.ts'
import type { Dataset } from '#model/dataset.ts'
import { datasetWith, inspectionWith } from '../support/dataset.ts'

const inspection = inspectionWith({ areas: { media: { tally: { checked: 370, failed: 1 } } } })
const withBlocks = (blocks: readonly Block[], parts: Partial<Dataset> = {}): Dataset =>
  datasetWith({
    inspections: [inspection],
    bulletins: { '2024-q1': { id: '2024-q1', blocks } },
    ...parts,
  })
const textOf = (text: string): Inline => ({ type: 'text', text, offset: 0 })

test('a figure changed in the data is not a change of the text', () => {
  const failed: Inline = { type: 'value', of: 'areas.media.tally.failed', offset: 0 }
  const blocks: Block[] = [{ type: 'paragraph', children: [textOf('不合格'), failed] }]
  const later = inspectionWith({ areas: { media: { tally: { checked: 370, failed: 2 } } } })
  const after = withBlocks(blocks, { inspections: [later] })
  expect(bulletinChange('2024-q1', withBlocks(blocks), after)).toBeNull()
})

describe('of any bulletin', () => {
  const words = fc.constantFrom('全市', '不合格', '1家。', '，', ' ', '。')
  const inline: fc.Arbitrary<Inline> = fc.oneof(
    words.map(textOf),
    fc
      .constantFrom('areas.media.tally.failed', 'issuer', 'period', 'nowhere')
      .map((of): Inline => ({ type: 'value', of, offset: 0 })),
    fc.array(words, { maxLength: 2 }).map((all): Inline => ({
      type: 'passage',
      of: 'areas.media',
      anchor: 'p-areas-media',
      offset: 0,
      children: all.map(textOf),
    })),
  )
  const blocks = fc.array(
    fc.oneof(
      fc.array(inline, { minLength: 1, maxLength: 3 }).map((children): Block => ({
        type: 'paragraph',
        children,
      })),
      fc.tuple(fc.integer({ min: 1, max: 3 }), inline).map(([depth, one]): Block => ({
        type: 'heading',
        depth,
        children: [one],
      })),
      fc.constant<Block>({ type: 'appendix', of: 'appendices.list', offset: 0 }),
    ),
    { maxLength: 4 },
  )

  test('an unchanged bulletin has no change of text or markup', () => {
    fc.assert(
      fc.property(blocks, (all) => {
        const [before, now] = [withBlocks(all), withBlocks(all)]
        expect(bulletinChange('2024-q1', before, now)).toBeNull()
        expect(markChange('2024-q1', before, now)).toBeNull()
      }),
    )
  })

  test('an added or removed bulletin is not a changed one', () => {
    fc.assert(
      fc.property(blocks, (all) => {
        const none = withBlocks([], { bulletins: {} })
        expect(bulletinChange('2024-q1', none, withBlocks(all))).toBeNull()
        expect(bulletinChange('2024-q1', withBlocks(all), none)).toBeNull()
        expect(bulletinChange('2024-q1', null, withBlocks(all))).toBeNull()
      }),
    )
  })

  test('an inserted word is shown as a change of its block', () => {
    fc.assert(
      fc.property(blocks, fc.nat(), (all, at) => {
        const n = at % Math.max(all.length, 1)
        const block = all[n]
        fc.pre(block !== undefined && block.type !== 'appendix')
        const children = [...block.children, textOf('新增')]
        const change = bulletinChange(
          '2024-q1',
          withBlocks(all),
          withBlocks(all.with(n, { ...block, children })),
        )
        expect(change?.block).toBe(n)
        expect(change?.to).toContain('新增')
      }),
    )
  })

  test('another heading level is a change of markup, not of text', () => {
    fc.assert(
      fc.property(blocks, fc.nat(), (all, at) => {
        const n = at % Math.max(all.length, 1)
        const block = all[n]
        fc.pre(block?.type === 'heading')
        const [before, now] = [
          withBlocks(all),
          withBlocks(all.with(n, { ...block, depth: block.depth + 1 })),
        ]
        expect(bulletinChange('2024-q1', before, now)).toBeNull()
        expect(markChange('2024-q1', before, now)?.to).toContain(`[${block.depth + 1}级标题]`)
      }),
    )
  })
})
