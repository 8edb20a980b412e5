import { expect, test } from 'vitest'
import { datesInReach } from '#check/dates/dates-in-reach.ts'
import type { Inspection } from '#model/dataset.ts'
import { inspectionWith, issue, order } from '../../support/dataset.ts'
import { found } from '../found.ts'

const file = 'data/inspections/2024-q1.yaml'
const ofInspection = (parts: Partial<Inspection>): string[] =>
  found(datesInReach, { inspections: [inspectionWith(parts)] })

test.each<[string, Partial<Inspection>]>([
  ['published_here', { published_here: '2042-04-10' }],
  ['rechecked_until', { rechecked_until: '0204-03-05' }],
  ['document.issued', { document: { issued: '2042-04' } }],
  ['deadlines.d.due', { deadlines: { d: { ...order, due: '2042-06-06' } } }],
  [
    'issues.a.rectification.0.on',
    { issues: { a: { ...issue, rectification: [{ on: '2204-03-15', step: 'reported' }] } } },
  ],
  ['issues.a.window.start', { issues: { a: { ...issue, window: { start: '0204-03' } } } }],
])('%s is far from the period', (path, parts) => {
  expect(ofInspection(parts)).toEqual([`warning date-far ${file} ${path}`])
})

test.each<[string, Partial<Inspection>]>([
  ['an old bulletin put on the web today', { published_here: '2035-01-01' }],
  [
    'what has stood still since 2009',
    { issues: { a: { ...issue, window: { start: '2009-05' } } } },
  ],
  ['a deadline of next year', { deadlines: { d: { ...order, due: '2025-06-06' } } }],
])('%s is not far from the period', (_, parts) => {
  expect(ofInspection(parts)).toEqual([])
})

test('a period that starts after its publication is reported instead', () => {
  const period = { label: '第一季度', start: '2042-01-01', end: '2042-03-31' }
  expect(ofInspection({ period })).toEqual([`warning period-not-begun ${file} period.start`])
})

test.each<[string, Inspection['document'], string[]]>([
  ['signed the year before', { issued: '2023-04-08' }, ['issued']],
  [
    'signed and published the year before',
    { issued: '2023-04', published: '2023-04-10' },
    ['issued', 'published'],
  ],
  ['signed while the period runs', { issued: '2024-02-14' }, []],
  ['signed in its first month', { issued: '2024-01' }, []],
])('a document that reports a period was not %s', (_, document, keys) => {
  expect(ofInspection({ document })).toEqual(
    keys.map((key) => `warning period-not-begun ${file} document.${key}`),
  )
})

test('dates of reports and checks are compared with the period of their order', () => {
  const reports = (published: string) => ({
    inspections: [inspectionWith({ deadlines: { d: order } })],
    selfInspections: { '2024-q2': { jia: { title: '一', published } } },
  })
  expect(found(datesInReach, reports('2042-06-01'))).toEqual([
    'warning date-far data/self-inspections/2024-q2/jia.yaml published',
  ])
  expect(found(datesInReach, reports('2024-07-01'))).toEqual([])
  expect(found(datesInReach, reports('not-stated'))).toEqual([])
  const registers = { '2024-q2': { looked_on: '2042-06-11' } }
  expect(found(datesInReach, { ...reports('2024-06-01'), registers })).toEqual([
    'warning date-far data/registers/2024-q2.yaml looked_on',
  ])
})
