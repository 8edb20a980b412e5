import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Dataset, indexDataset, unitsOfIssue } from '#model/dataset.ts'
import { unitsOwing } from '#model/deadline.ts'
import { type UnitRecord, unitRecords, unitsByTier } from '#model/unit-record.ts'
import { anyDayOfSpring } from '../support/any.ts'
import { anyDataset, somePeriods, someUnits } from '../support/any-dataset.ts'
import { datasetWith, inspectionWith, order } from '../support/dataset.ts'

const report = { title: '自查报告', published: '2024-06-01' }

test('a report that no document ordered is among the records of its unit, beside the registers', () => {
  const dataset = datasetWith({
    inspections: [inspectionWith({ deadlines: { order: { ...order, who: ['jia'] } } })],
    selfInspections: {
      '2023-q4': { jia: report },
      '2024-q2': { jia: report, yi: report },
      '2024-q4': { jia: { ...report, published: '2024-12-06' } },
    },
  })
  const others = unitRecords(dataset, indexDataset(dataset), '2024-06-08').map(
    ({ id, otherReports }) => [id, otherReports.map(({ period }) => period.id)],
  )
  expect(others).toEqual([
    ['jia', ['2023-q4']],
    ['yi', ['2024-q2']],
    ['bing', []],
  ])
})

test('the report of a whole year comes before those of the year before', () => {
  const selfInspections = { '2024': { jia: report }, '2023-q4': { jia: report } }
  const dataset = datasetWith({ selfInspections })
  const [jia] = unitRecords(dataset, indexDataset(dataset), '2024-06-08')
  expect(jia?.otherReports.map(({ period }) => period.id)).toEqual(['2024', '2023-q4'])
})

test('a number that names a unit, or an account of it, is among the tables of the unit', () => {
  const media = {
    tally: { total: { value: 5, channels: ['a'] } },
    figures: { 未报送: { value: 15, unit: '个', parts: { 县区: { value: 2, units: ['jia'] } } } },
  }
  const dataset = datasetWith({
    inspections: [inspectionWith({ areas: { media } })],
    channels: { a: { platform: '微信公众号', name: '甲县发布', unit: 'jia' } },
  })
  const titles = unitRecords(dataset, indexDataset(dataset), '2024-06-08').map(({ tables }) =>
    tables.map(({ title }) => title),
  )
  expect(titles).toEqual([['县区：2个', '总数：5'], [], []])
})

describe('of any dataset', () => {
  const recordsOf = (dataset: Dataset, asOf: string): UnitRecord[] =>
    unitRecords(dataset, indexDataset(dataset), asOf)

  test('a finding, a duty and a table are in the records of all units that they name, and of no other', () => {
    fc.assert(
      fc.property(anyDataset, anyDayOfSpring, (dataset, asOf) => {
        const { issues, deadlines } = indexDataset(dataset)
        for (const record of recordsOf(dataset, asOf)) {
          const { id } = record
          expect(new Set(record.issues.map((one) => one.id))).toEqual(
            new Set(issues.flatMap((one) => (unitsOfIssue(one.issue).includes(id) ? one.id : []))),
          )
          expect(record.duties).toHaveLength(
            deadlines.filter((one) => unitsOwing(dataset, one).includes(id)).length,
          )
          const named = dataset.inspections
            .flatMap(({ appendices }) => Object.values(appendices ?? {}))
            .filter(({ rows }) => JSON.stringify(rows).includes(`units.${id}"`))
          expect(record.tables).toHaveLength(named.length)
        }
      }),
    )
  })

  test('a public report is once in the record of its unit, and an embargoed one is not', () => {
    fc.assert(
      fc.property(anyDataset, anyDayOfSpring, (dataset, asOf) => {
        for (const { id, registers, otherReports } of recordsOf(dataset, asOf))
          for (const period of somePeriods) {
            const report = dataset.selfInspections[period]?.[id]
            const isPublic =
              report !== undefined &&
              (report.published === 'not-stated' || report.published <= asOf)
            const places = [
              ...registers.filter((one) => one.register.period === period && one.row.report),
              ...otherReports.filter((one) => one.period.id === period),
            ]
            expect(places).toHaveLength(isPublic ? 1 : 0)
          }
      }),
    )
  })

  test('a unit has one row in each register that concerns it', () => {
    fc.assert(
      fc.property(anyDataset, anyDayOfSpring, (dataset, asOf) => {
        for (const { id, registers, duties } of recordsOf(dataset, asOf)) {
          for (const { row } of registers) expect(row.unit).toBe(id)
          const periods = registers.map(({ register }) => register.period)
          expect(new Set(periods).size).toBe(periods.length)
          for (const { register } of registers) expect(duties).toContain(register.order)
        }
      }),
    )
  })

  test('the newest record comes first', () => {
    fc.assert(
      fc.property(anyDataset, anyDayOfSpring, (dataset, asOf) => {
        const order = dataset.inspections.map(({ id }) => id)
        for (const { issues, tables, duties, otherReports } of recordsOf(dataset, asOf)) {
          for (const list of [issues, tables, duties]) {
            const places = list.map(({ inspection }) => order.indexOf(inspection.id))
            expect(places).toEqual(places.toSorted((a, b) => b - a))
          }
          const periods = otherReports.map(({ period }) => period.id)
          expect(periods).toEqual(periods.toSorted().reverse())
        }
      }),
    )
  })

  test('each unit has one record and is in one tier', () => {
    const tiers = fc.tuple(...someUnits.map(() => fc.constantFrom('county', 'department')))
    fc.assert(
      fc.property(anyDataset, tiers, (dataset, [jia = '', yi = '', bing = '']) => {
        const units = {
          jia: { name: '甲', tier: jia },
          yi: { name: '乙', tier: yi },
          bing: { name: '丙', tier: bing },
        }
        const sorted = { ...dataset, units }
        expect(recordsOf(sorted, '2024-06-06').map(({ id }) => id)).toEqual(someUnits)
        const groups = unitsByTier(sorted)
        expect(groups.flatMap((group) => group.units).toSorted()).toEqual(someUnits.toSorted())
        for (const { tier, units: own } of groups) {
          expect(own).not.toEqual([])
          for (const id of own) expect(sorted.units[id as 'jia'].tier).toBe(tier)
        }
      }),
    )
  })
})
