import { expect, test } from 'vitest'
import { periodAndWindow } from '#check/dates/period-and-window.ts'
import { inspectionWith, order } from '../../support/dataset.ts'
import { found } from '../found.ts'

test.each([
  [{ start: '2022-10-01', end: '2022-12' }, 'window-far'],
  [{ start: '2025-05' }, 'window-far'],
  [{ start: '2023-12', end: '2024-03-20' }, null],
  [{ start: '2017-01' }, null],
  // The same days of another year.
  [{ start: '2023-01-01', end: '2023-03-31' }, 'window-year'],
  [{ start: '2023-02', end: '2023-02' }, 'window-year'],
  [{ start: '2025-01-06', end: '2025-01-10' }, 'window-year'],
  // Another season of the year before.
  [{ start: '2023-07-01', end: '2023-09-30' }, null],
  [{ start: '2023-01-01', end: '2023-12-31' }, null],
])('the window %j: %s', (window, code) => {
  const inspections = [inspectionWith({ areas: { media: { window } } })]
  expect(found(periodAndWindow, { inspections })).toEqual(
    code === null ? [] : [`warning ${code} data/inspections/2024-q1.yaml areas.media.window`],
  )
})

test.each([
  ['2024-04-20', 0],
  ['2024-04-21', 1],
  ['2025-04-08', 1],
])('signed on %s, published here on 2024-04-10', (issued, count) => {
  expect(
    found(periodAndWindow, { inspections: [inspectionWith({ document: { issued } })] }),
  ).toEqual(
    Array(count).fill('warning published-here-early data/inspections/2024-q1.yaml published_here'),
  )
})

test.each([
  ['2024-04-11', 1],
  ['2024-04-10', 0],
])('published on %s, published here on 2024-04-10', (published, count) => {
  const document = { published, issued: '2024-05-01' }
  expect(found(periodAndWindow, { inspections: [inspectionWith({ document })] })).toEqual(
    Array(count).fill('warning published-here-early data/inspections/2024-q1.yaml published_here'),
  )
})

test('the window of a report is compared with the period that was ordered', () => {
  const window = { start: '2023-04-01', end: '2023-05-31' }
  const report = {
    title: '自查',
    published: '2024-06-03',
    window,
    results: { media: { window: { start: '2024-04-01', end: '2024-05-31' } } },
  }
  const parts = {
    inspections: [inspectionWith({ deadlines: { order } })],
    selfInspections: { '2024-q2': { jia: report } },
  }
  expect(found(periodAndWindow, parts)).toEqual([
    'warning window-year data/self-inspections/2024-q2/jia.yaml window',
  ])
})
