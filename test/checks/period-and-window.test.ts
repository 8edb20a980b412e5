import { expect, test } from 'vitest'
import { periodAndWindow } from '#checks/period-and-window.ts'
import { inspectionWith } from '../support/dataset.ts'
import { found } from './found.ts'

test.each([
  [{ start: '2022-10-01', end: '2022-12' }, 1],
  [{ start: '2025-05' }, 1],
  [{ start: '2023-12', end: '2024-03-20' }, 0],
  [{ start: '2017-01' }, 0],
  [{ start: '2023-01-01', end: '2023-03-31' }, 0],
])('the window %j makes %i warnings', (window, count) => {
  const inspections = [inspectionWith({ areas: { media: { window } } })]
  expect(found(periodAndWindow, { inspections })).toEqual(
    Array(count).fill('warning window-far data/inspections/2024-q1.yaml areas.media.window'),
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
