import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { changesBetween, everyChange, isSame } from '#model/changes.ts'

describe('a change that readers see', () => {
  test('has its path, the old value and the new value', () => {
    const before = { areas: { media: { tally: { checked: 370, failed: 1 } } } }
    const after = { areas: { media: { tally: { checked: 370, failed: 2 } } } }
    expect(changesBetween(before, after, 'inspections')).toEqual([
      { path: ['areas', 'media', 'tally', 'failed'], before: 1, after: 2 },
    ])
  })

  test('includes a figure with its qualifiers', () => {
    const before = { tally: { checked: { value: 600, stated: '约600' } } }
    const after = { tally: { checked: { value: 610, stated: '约610' } } }
    expect(changesBetween(before, after, 'inspections')).toHaveLength(1)
  })

  test('is not a note of the office or a new step of a rectification', () => {
    const before = { issues: { a: { text: '栏目空白' } } }
    const after = {
      acknowledged: [{ code: 'rate' }],
      issues: { a: { text: '栏目空白', rectification: [{ on: '2024-05-01', step: 'notified' }] } },
    }
    expect(changesBetween(before, after, 'inspections')).toEqual([])
    expect(everyChange(before, after)).toHaveLength(1)
  })

  test('is a step that was removed or rewritten', () => {
    const withStep = (step: string) => ({
      issues: { a: { rectification: [{ on: '2024-05-01', step }] } },
    })
    const none = { issues: { a: {} } }
    expect(changesBetween(withStep('notified'), none, 'inspections')).toHaveLength(1)
    const [one] = changesBetween(withStep('reported'), withStep('rectified'), 'inspections')
    expect(one).toMatchObject({ before: 'reported', after: 'rectified' })
  })

  test('is the order of a list, even where each of its items is the same', () => {
    const before = { blocks: [{ text: '甲' }, { text: '乙' }] }
    const after = { blocks: [{ text: '乙' }, { text: '甲' }] }
    expect(changesBetween(before, after, 'inspections')).toEqual([
      { path: ['blocks'], before: before.blocks, after: after.blocks },
    ])
  })

  test('is not a later check of the office, but an earlier one', () => {
    const looked = (on: string) => ({ looked_on: on })
    const [early, late] = [looked('2024-06-07'), looked('2024-06-20')]
    expect(changesBetween(early, late, 'registers')).toEqual([])
    expect(changesBetween(late, early, 'registers')).toHaveLength(1)
  })
})

test('a figure is the same with room for its qualifiers, where it is compared in any way', () => {
  const [one, other] = [{ figures: { 链接: 12 } }, { figures: { 链接: { value: 12 } } }]
  expect(everyChange(one, other)).toEqual([])
  expect(isSame(one, other)).toBe(true)
  expect(isSame([one], [other])).toBe(true)
  expect(isSame(one, { figures: { 链接: { value: 12, unit: '个' } } })).toBe(false)
})

describe('of any two records', () => {
  const key = fc.constantFrom(
    '甲',
    '乙',
    'tally',
    'value',
    'note',
    'units',
    '__proto__',
    'constructor',
  )
  const record = fc.letrec<{ any: unknown; group: Record<string, unknown> }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      fc.constantFrom('', ' ', '甲', ' 甲 ', '2024-06-06'),
      fc.nat({ max: 3 }),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('any'), { maxLength: 3 }),
      tie('group'),
    ),
    group: fc.dictionary(key, tie('any'), { maxKeys: 3 }),
  })).group

  test('there is a change exactly if they differ', () => {
    fc.assert(
      fc.property(record, record, (one, other) => {
        expect(everyChange(one, other).length === 0).toBe(isSame(one, other))
      }),
      { numRuns: 500 },
    )
  })

  test('a record equals itself in any order of keys and with any spacing', () => {
    const rewritten = (value: unknown): unknown =>
      typeof value === 'string'
        ? ` ${value} `
        : Array.isArray(value)
          ? value.map(rewritten)
          : typeof value === 'object' && value !== null
            ? Object.fromEntries(
                Object.entries(value)
                  .reverse()
                  .map(([name, inner]) => [name, rewritten(inner)]),
              )
            : value
    fc.assert(
      fc.property(record, (one) => {
        expect(everyChange(one, rewritten(one))).toEqual([])
      }),
    )
  })
})
