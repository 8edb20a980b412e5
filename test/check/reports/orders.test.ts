import { expect, test } from 'vitest'
import { orders } from '#check/reports/orders.ts'
import type { Deadline } from '#schema/deadline.ts'
import { inspectionWith, issue, order } from '../../support/dataset.ts'
import { found } from '../found.ts'

const file = 'data/inspections/2024-q1.yaml'
const ordering = (deadlines: Record<string, Deadline>, more = {}) => ({
  inspections: [inspectionWith({ deadlines })],
  ...more,
})
const { period, ...withoutPeriod } = order

test('an order for self-inspections names its period', () => {
  expect(found(orders, ordering({ self: withoutPeriod }))).toEqual([
    `warning order-without-period ${file} deadlines.self`,
  ])
  const { due, ...standing } = withoutPeriod
  expect(due).toBeDefined()
  expect(found(orders, ordering({ self: { ...standing, words: '每月' } }))).toEqual([])
})

test('a period is ordered once', () => {
  expect(period).toBeDefined()
  expect(found(orders, ordering({ one: order, two: order }))).toEqual([
    `warning order-repeated ${file} deadlines.two.period.id`,
  ])
})

test('a report comes from a unit that owes it', () => {
  const report = { title: '报告', published: '2024-06-01' }
  const selfInspections = { '2024-q2': { jia: report, yi: report } }
  expect(
    found(orders, ordering({ self: { ...order, who: ['jia'] } }, { selfInspections })),
  ).toEqual(['warning report-not-owed data/self-inspections/2024-q2/yi.yaml'])
})

test.each([
  ['2024-06-06', 1],
  ['2024-06-07', 0],
])('a check on %s gives %i warnings', (looked_on, count) => {
  const registers = { '2024-q2': { looked_on } }
  expect(found(orders, ordering({ self: order }, { registers }))).toEqual(
    Array(count).fill('warning looked-too-early data/registers/2024-q2.yaml looked_on'),
  )
})

test('the area of an issue is one of its inspection', () => {
  const inspections = [inspectionWith({ areas: {}, issues: { '2024-q1-01': issue } })]
  expect(found(orders, { inspections })).toEqual([
    `error issue-area-missing ${file} issues.2024-q1-01.area`,
  ])
})
