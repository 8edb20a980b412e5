import { expect, test } from 'vitest'
import { populations } from '#check/figures/populations.ts'
import type { Measure } from '#schema/figure.ts'
import { inspectionWith } from '../../support/dataset.ts'
import { found, problemsOf } from '../found.ts'

/** The round before had 370 accounts. */
const rounds = (total: number, figures: Record<string, Measure>, issuer = '示例机关') => [
  inspectionWith({ areas: { media: { tally: { total: 370 } } } }),
  inspectionWith({
    id: '2024-q2',
    issuer,
    period: { label: '2024年第二季度', start: '2024-04-01', end: '2024-06-30' },
    areas: { media: { tally: { total }, figures } },
  }),
]
const warnings = (total: number, figures: Record<string, Measure>, issuer?: string): number =>
  found(populations, { inspections: rounds(total, figures, issuer) }).length

test.each<[number, Record<string, Measure>, number]>([
  [329, { 新增: 1, 关停: 42 }, 0],
  [371, { 新增账号: { value: 1, unit: '个' } }, 0],
  [500, { 新增: 1, 关停: 42 }, 1],
  [300, { 关停账号: 42 }, 1],
  // What is only to be closed, or was closed without notice, is still counted.
  [370, { 拟注销: 12, 注销未报备: 11, 未备案: 3 }, 0],
  [500, {}, 0],
  [500, { 新增: { value: 100, approximate: true } }, 0],
])('370 accounts and then %i with %j: %i warnings', (total, figures, count) => {
  expect(warnings(total, figures)).toBe(count)
})

test('another office counts other accounts', () => {
  expect(warnings(500, { 新增: 1 }, '另一机关')).toBe(0)
})

test('a number before that the document prints itself comes first', () => {
  expect(warnings(190, { 清理前: 231, 新增: 1, 关停: 42 })).toBe(0)
  expect(warnings(329, { 清理前: 231, 新增: 1, 关停: 42 })).toBe(1)
})

test('the message says what the total should be', () => {
  const [problem] = problemsOf(populations, { inspections: rounds(500, { 新增: 1, 关停: 42 }) })
  expect(problem?.args).toMatchObject({ before: 370, flows: '新增1、关停42', expected: 329 })
})
