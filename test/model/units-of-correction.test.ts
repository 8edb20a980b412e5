import { expect, test } from 'vitest'
import { correctionsOf, unitsOfCorrection } from '#model/correction.ts'
import type { Correction } from '#schema/correction.ts'
import { datasetWith, inspectionWith, issue } from '../support/dataset.ts'

const correction = { on: '2024-06-12', reason: '核对后更正' }

const unitsOf = (dataset: Parameters<typeof correctionsOf>[0]): string[] =>
  correctionsOf(dataset).flatMap((record) => [...unitsOfCorrection(record, dataset)])

test.each<[string, Partial<Correction>, string[]]>([
  ['the words of a finding', { at: 'issues.2024-q1-01.text', from: '一' }, ['jia']],
  ['the date of a follow-up', { at: 'follow_ups.2024-q1-01.closed', from: '一' }, ['jia']],
  [
    'the units that a finding names, by name: whoever was named before, too',
    { at: 'issues.2024-q1-01.units', from: '甲县、市乙局', to: '甲县' },
    ['jia', 'yi'],
  ],
  ['a finding that is gone', { at: 'issues.2024-q1-09', from: '市丙局' }, ['bing']],
  ['a finding that is gone, by its words', { at: 'issues.2024-q1-09', from: '错字' }, []],
  [
    'the same, and whom it named',
    { at: 'issues.2024-q1-09', from: '错字', units: ['yi', 'bing'] },
    ['yi', 'bing'],
  ],
  ['a figure of all', { at: 'areas.media.tally.failed', from: 1, to: 2 }, []],
  ['a place that only begins like a finding', { at: 'issues', from: '全部' }, []],
])('%s', (_what, { at = '', ...words }, units) => {
  const inspection = inspectionWith({
    issues: { '2024-q1-01': { ...issue, units: ['jia'] } },
    corrections: [{ ...correction, at, ...words }],
  })
  expect(unitsOf(datasetWith({ inspections: [inspection] }))).toEqual(units)
})

test("a unit's statement, its exemption, and its withdrawn reports", () => {
  const from = { ...correction, from: '一' }
  const corrections = [{ ...from, at: 'title' }]
  const report = { title: '自查', published: '2024-06-03', corrections }
  const dataset = datasetWith({
    selfInspections: { '2024-q2': { jia: report } },
    registers: { '2024-q2': { corrections: [{ ...from, at: 'exempt.yi' }] } },
    statements: { '2024-q1-01': { bing: { on: '2024-06-03', statement: '已改', corrections } } },
    withdrawals: [
      { ...from, at: 'rectifications/2024-q1-01/jia' },
      { ...from, at: 'self-inspections/2024-q1/nobody' },
      { ...from, at: 'inspections/2023-q4' },
    ],
  })
  expect(unitsOf(dataset).toSorted()).toEqual(['bing', 'jia', 'jia', 'yi'])
})
