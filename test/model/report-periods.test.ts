import { describe, expect, test } from 'vitest'
import { indexDataset } from '#model/dataset.ts'
import { labelOfPeriod, reportPeriods, subjectOf } from '#model/report-periods.ts'
import { datasetWith, inspectionWith, order } from '../support/dataset.ts'

const report = { title: '市乙局自查报告', published: '2024-06-01' }
const periodsIn = (parts: Parameters<typeof datasetWith>[0]) => {
  const dataset = datasetWith(parts)
  return reportPeriods(dataset, indexDataset(dataset), '2024-07-01').map(
    ({ id, label, order: of, unasked }) => ({
      id,
      label,
      isOrdered: of !== undefined,
      unasked: unasked.map(({ unit }) => unit),
    }),
  )
}

test('reports without any inspection have their periods, oldest first, and nobody owes one', () => {
  const selfInspections = { '2024-q2': { yi: report }, '2024-q1': { yi: report, jia: report } }
  expect(periodsIn({ inspections: [], selfInspections })).toEqual([
    { id: '2024-q1', label: '2024年第一季度', isOrdered: false, unasked: ['jia', 'yi'] },
    { id: '2024-q2', label: '2024年第二季度', isOrdered: false, unasked: ['yi'] },
  ])
})

test('a report for a period that no bulletin ordered stands beside the ordered ones', () => {
  const inspections = [inspectionWith({ deadlines: { d: { ...order, who: ['jia'] } } })]
  const selfInspections = { '2023-q4': { yi: report }, '2024-q2': { jia: report, yi: report } }
  expect(periodsIn({ inspections, selfInspections })).toEqual([
    { id: '2023-q4', label: '2023年第四季度', isOrdered: false, unasked: ['yi'] },
    // The bulletin asks only 甲县; the other report is shown and owed by nobody.
    { id: '2024-q2', label: '2024年第二季度', isOrdered: true, unasked: ['yi'] },
  ])
})

test('a period whose reports are not public yet is no period', () => {
  const later = { ...report, publish_on: '2024-07-02' }
  expect(periodsIn({ inspections: [], selfInspections: { '2024-q2': { yi: later } } })).toEqual([])
})

test.each([
  ['2024-h1', '市乙局2024年上半年自查报告', '2024年上半年'],
  ['2025-05', '市乙局2025年5月自查报告', '2025年5月'],
  // The id of a month and that of a round are alike; the title tells.
  ['2025-05', '市乙局2025年第5次自查报告', '2025年第5次'],
  ['2025-r05', '市乙局2025年第5次自查报告', '2025年第5次'],
  ['2024-q3', '市乙局三季度自查报告', '2024年第三季度'],
  ['beian', '市乙局2024年第三季度自查报告', '2024年第三季度'],
])('the period %s of “%s” is called %s', (id, title, label) => {
  const dataset = datasetWith({
    inspections: [],
    selfInspections: { [id]: { yi: { ...report, title } } },
  })
  expect(labelOfPeriod(dataset, indexDataset(dataset), id)).toBe(label)
})

describe('what a report calls itself', () => {
  test.each([
    ['东河县2024年第二季度自查整改报告', '自查整改'],
    ['东河县2024年第二季度自查报告', '自查'],
    ['东河县政务新媒体整改情况通报', '整改'],
    ['东河县政务公开情况', '自查'],
  ])('%s: %s', (title, subject) => {
    expect(subjectOf({ title })).toBe(subject)
  })
})
