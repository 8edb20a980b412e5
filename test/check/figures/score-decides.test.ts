import { expect, test } from 'vitest'
import { scoreDecides } from '#check/figures/score-decides.ts'
import type { Catalogue } from '#schema/indicator.ts'
import type { Issue } from '#schema/issue.ts'
import { inspectionWith, issue } from '../../support/dataset.ts'
import { found } from '../found.ts'

const catalogue = (mark: number): Catalogue => ({
  title: '指标',
  source: '通报用语',
  indicators: {
    score: {
      name: '得分',
      area: 'media',
      kind: 'ordinary',
      thresholds: { 合格线: { value: mark, unit: '分' } },
      verified: true,
    },
  },
})

const codes = (parts: Partial<Issue>, mark = 60): (string | undefined)[] =>
  found(scoreDecides, {
    inspections: [inspectionWith({ issues: { '2024-q1-01': { ...issue, ...parts } } })],
    catalogues: { local: catalogue(mark) },
  }).map((line) => line.split(' ')[1])

test.each<[string, Partial<Issue>, string[]]>([
  ['below and counted', { figures: { 得分: 53.4 }, counts_in_rate: true }, []],
  [
    'below and not counted',
    { figures: { 得分: 53.4 }, counts_in_rate: false },
    ['score-not-counted'],
  ],
  ['the mark itself passes', { figures: { 得分: 60 }, counts_in_rate: false }, []],
  ['above and counted', { figures: { 得分: 60 }, counts_in_rate: true }, ['score-counted']],
  ['a veto decides alone', { figures: { 得分: 90 }, counts_in_rate: true, severity: 'veto' }, []],
  ['not said', { figures: { 得分: 53.4 }, counts_in_rate: 'not-stated' }, []],
  ['other figures are no scores', { figures: { 错误表述: 3 }, counts_in_rate: false }, []],
  [
    'a score of another full mark has no pass mark here',
    { figures: { 得分: { value: 65, full: 130 } }, counts_in_rate: true },
    [],
  ],
  ['nor is a bound', { figures: { 得分: { below: 60 } }, counts_in_rate: false }, []],
])('a score against the pass mark of the catalogue: %s', (_case, parts, expected) => {
  expect(codes(parts)).toEqual(expected)
})

test('the pass mark is that of the data: another mark, another answer; none, no answer', () => {
  const parts = { figures: { 得分: 53.4 }, counts_in_rate: false } as const
  expect(codes(parts, 50)).toEqual([])
  const issues = { '2024-q1-01': { ...issue, ...parts } }
  expect(found(scoreDecides, { inspections: [inspectionWith({ issues })] })).toEqual([])
})
