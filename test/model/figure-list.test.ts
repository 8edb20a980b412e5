import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FigureRecord, figureRecords } from '#model/figure-list.ts'
import { missingWords } from '#model/figure.ts'
import { resolveReference } from '#model/reference.ts'
import type { Figure, Tally } from '#schema/figure.ts'
import { datasetOf, sample } from '../support/authored.ts'
import { datasetWith, inspectionWith } from '../support/dataset.ts'

const amounts = fc.nat({ max: 9999 })
/** A figure as documents give it: a number, a hedged number, or the reason why there is none. */
const figures = fc.oneof<fc.Arbitrary<Figure>[]>(
  amounts,
  fc.constantFrom('not-stated', 'illegible', 'not-applicable', 'not-recorded'),
  amounts.map((value) => ({ value, stated: `约${value}`, approximate: true })),
  amounts.map((at_least) => ({ at_least })),
)
const tallies = fc.record(
  { total: figures, checked: figures, passed: figures, failed: figures },
  { requiredKeys: [] },
) as fc.Arbitrary<Tally>
const parts = fc.dictionary(
  fc.constantFrom('市直', '县（区）', '乡镇'),
  fc.oneof(
    figures,
    tallies.map((tally) => ({ tally })),
  ),
  { minKeys: 1 },
)
const areas = fc.record({
  tally: tallies,
  figures: fc.dictionary(fc.constantFrom('平均分', '发布信息'), figures),
  splits: parts.map((all) => ({ tier: { of: 'checked' as const, parts: all } })),
})

test('whatever the figures of an area are, a document that refers to one prints it as the table does', () => {
  fc.assert(
    fc.property(areas, (media) => {
      const inspection = inspectionWith({ areas: { media } })
      const dataset = datasetWith({ inspections: [inspection] })
      const records = figureRecords(dataset)
      for (const { path, text } of records)
        expect([path, resolveReference(dataset, inspection, path)]).toEqual([
          path,
          { found: true, text },
        ])
    }),
  )
})

test('each figure is listed once, with a number or with the reason for its absence', () => {
  fc.assert(
    fc.property(areas, (media) => {
      const records = figureRecords(
        datasetWith({ inspections: [inspectionWith({ areas: { media } })] }),
      )
      expect(new Set(records.map(({ path }) => path)).size).toBe(records.length)
      for (const { number, missing, text } of records) {
        expect((number === null) !== (missing === null)).toBe(true)
        if (missing !== null && missing !== 'no-exact-number')
          expect(text).toBe(missingWords[missing])
      }
    }),
  )
})

test('the figures of the sample have the same words in its bulletins and in the table', () => {
  const dataset = datasetOf(sample)
  const ofInspections = figureRecords(dataset).filter(
    (one): one is FigureRecord & { inspection: string } => one.record.startsWith('inspections/'),
  )
  expect(ofInspections.length).toBeGreaterThan(10)
  for (const { inspection: id, path, text } of ofInspections) {
    const inspection = dataset.inspections.find((one) => one.id === id)
    if (inspection === undefined) throw new Error(id)
    expect([path, resolveReference(dataset, inspection, path)]).toMatchObject([path, { text }])
  }
})

test('a full mark and each of several unnamed numbers have rows of their own', () => {
  const figures = {
    总分: { value: 111.22, full: 130, unit: '分' },
    三家得分: { values: [53.4, 59.5], unit: '分' },
    错误: { value: 26, parts: { 错链: 6 }, exhaustive: false },
  }
  const rows = figureRecords(
    datasetWith({ inspections: [inspectionWith({ areas: { media: { figures } } })] }),
  )
  expect(rows.map(({ path, name, number }) => [path, name, number])).toEqual([
    ['areas.media.figures.总分', '总分', 111.22],
    ['areas.media.figures.总分.full', '满分', 130],
    ['areas.media.figures.三家得分', '三家得分', null],
    ['areas.media.figures.三家得分.values.0', '三家得分', 53.4],
    ['areas.media.figures.三家得分.values.1', '三家得分', 59.5],
    ['areas.media.figures.错误', '错误', 26],
    ['areas.media.figures.错误.parts.错链', '错链', 6],
  ])
  expect(rows[5]?.more).toEqual(['文件没有列全'])
})
