import { expect, test } from 'vitest'
import { emptyInspections } from '#check/reports/empty-inspections.ts'
import type { Inspection } from '#model/dataset.ts'
import { inspectionWith, issue, order } from '../../support/dataset.ts'
import { found } from '../found.ts'

const isEmpty = (parts: Partial<Inspection>, bulletins = {}): boolean =>
  found(emptyInspections, { inspections: [inspectionWith(parts)], bulletins }).length > 0

test.each<Partial<Inspection>>([
  { areas: {} },
  { areas: { media: {} } },
  { areas: { media: { label: '政务新媒体和小程序' } } },
  { areas: {}, document: { title: '通报', issued: '2024-04-08' } },
])('an inspection with %j only says nothing', (parts) => {
  expect(isEmpty(parts)).toBe(true)
})

test.each<Partial<Inspection>>([
  { areas: { media: { tally: { total: 3 } } } },
  { areas: { media: { note: '全部合格' } } },
  { areas: {}, deadlines: { d: order } },
  { areas: {}, issues: { '2024-q1-01': issue } },
  { areas: {}, document: { address: 'https://www.example.com/1.html' } },
])('an inspection with %j says something', (parts) => {
  expect(isEmpty(parts)).toBe(false)
})

test('a bulletin is content', () => {
  expect(isEmpty({ areas: {} }, { '2024-q1': { id: '2024-q1', blocks: [] } })).toBe(false)
})
