import { expect, test } from 'vitest'
import { registration } from '#check/reports/registration.ts'
import type { Site } from '#schema/site.ts'
import { datasetWith, inspectionWith, issue, order } from '../../support/dataset.ts'
import { found } from '../found.ts'

const office: Site = { ...datasetWith({}).site, official: true }
/** Whether an official site with these records is asked for the recipient of forms. */
const asks = (more: object, site: Partial<Site> = {}): boolean =>
  found(registration, { site: { ...office, ...site }, ...more }).some((one) =>
    one.includes('recipient-missing'),
  )
const report = { title: '自查报告', published: '2024-06-01' }
const ordered = inspectionWith({ deadlines: { self: { ...order, who: ['jia', 'yi'] } } })

test('an office that orders reports says to whom the form goes', () => {
  expect(asks({ inspections: [ordered] })).toBe(true)
  const recipient = { name: '市政府办公室政务公开科' }
  expect(asks({ inspections: [ordered] }, { recipient })).toBe(false)
})

test('nobody is asked for a recipient of a form that the site does not have', () => {
  const everybody = { '2024-q2': { jia: report, yi: report } }
  expect(asks({ inspections: [ordered], selfInspections: everybody })).toBe(false)
})

test('a form for statements, or for reports that nobody ordered, has a recipient too', () => {
  const finding = { ...issue, units: ['jia'] }
  const inspections = [inspectionWith({ issues: { '2024-q1-01': finding } })]
  expect(asks({ inspections })).toBe(true)
  const statements = { '2024-q1-01': { jia: { on: '2024-06-01', statement: '已更正。' } } }
  expect(asks({ inspections, statements })).toBe(false)
  expect(asks({ inspections: [], selfInspections: { '2024-q2': { jia: report } } })).toBe(true)
})

test('a form for ledgers has a recipient too, once a year has one or the office has opened it', () => {
  expect(asks({ inspections: [] })).toBe(false)
  expect(asks({ inspections: [], openness: { '2024': { jia: {} } } })).toBe(true)
  expect(asks({ inspections: [], opennessOffice: { '2024': {} } })).toBe(true)
})
