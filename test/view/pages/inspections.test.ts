import { expect, test } from 'vitest'
import type { Split } from '#schema/group.ts'
import { inspectionViews } from '#view/inspection-views.ts'
import { inspectionListView, inspectionView } from '#view/pages/inspections.ts'
import { datasetWith, inspectionWith, issue } from '../../support/dataset.ts'
import { modelWith } from '../../support/model.ts'

test('a split is shown as a chart; one with more than a number for each part has a table, too', () => {
  const shown = (parts: Split['parts']): unknown[] => {
    const media = { tally: { checked: 370 }, splits: { tier: { of: 'checked' as const, parts } } }
    const inspection = inspectionWith({ areas: { media } })
    const model = modelWith(datasetWith({ inspections: [inspection] }))
    const [view] = inspectionViews(model)
    if (view === undefined) throw new Error('no inspection')
    return inspectionView(model, { view }).areas.map(({ charts, details }) => [
      charts.length,
      details.tables.length,
    ])
  }
  expect(shown({ 市级: 170, 县级: 200 })).toEqual([[1, 0]])
  expect(shown({ 市级: { tally: { checked: 170, failed: 1 } }, 县级: 200 })).toEqual([[1, 1]])
})

test('a chart whose bars are all equal is left out, because the list below it says the same', () => {
  const shown = (kinds: readonly string[]): string[] => {
    const issues = Object.fromEntries(
      kinds.map((kind, n) => [
        `2024-q1-0${n + 1}`,
        { ...issue, area: 'media', indicators: [kind] },
      ]),
    )
    const inspection = inspectionWith({ areas: { media: {} }, issues })
    const [view] = inspectionViews(modelWith(datasetWith({ inspections: [inspection] })))
    if (view === undefined) throw new Error('no inspection')
    const model = modelWith(datasetWith({ inspections: [inspection] }))
    return inspectionView(model, { view }).issueCharts.map(({ id }) => id)
  }
  expect(shown(['dead-link', 'typo', 'no-update'])).toEqual([])
  expect(shown(['dead-link', 'dead-link', 'no-update'])).toEqual(['issues-by-kind'])
})

test.each([
  ['原发布', { published: '2024-03-04', issued: '2024-03-01' }, '2024年3月4日原发布'],
  ['成文', { issued: '2024-03-01' }, '2024年3月1日成文'],
  ['本站收录', undefined, '2024年4月10日本站收录'],
] as const)(
  'each row of the list of inspections is dated, by the day of %s',
  (_kind, document, day) => {
    const inspection = inspectionWith({ ...(document === undefined ? {} : { document }) })
    const { tables } = inspectionListView(modelWith(datasetWith({ inspections: [inspection] })))
    expect(tables[0]?.columns.at(-1)).toEqual({ label: '日期', whole: true })
    expect(tables[0]?.rows.map((row) => row.at(-1))).toEqual([day])
  },
)
