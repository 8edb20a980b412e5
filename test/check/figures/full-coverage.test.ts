import { expect, test } from 'vitest'
import { fullCoverage } from '#check/figures/full-coverage.ts'
import type { Group } from '#schema/group.ts'
import { inspectionWith } from '../../support/dataset.ts'
import { found } from '../found.ts'

test.each<[Group, number]>([
  [{ coverage: 'full', tally: { running: 31, checked: 31 } }, 0],
  [{ coverage: 'full', tally: { running: 31, checked: 13 } }, 1],
  [{ coverage: 'full', tally: { total: 31, checked: 13 } }, 1],
  // Closed accounts are counted in the total only.
  [{ coverage: 'full', tally: { total: 33, running: 31, checked: 31 } }, 0],
  [{ coverage: 'full', tally: { running: { value: 30, approximate: true }, checked: 29 } }, 0],
  [{ coverage: 'sample', tally: { running: 31, checked: 13 } }, 0],
])('%j: %i warnings', (media, count) => {
  expect(found(fullCoverage, { inspections: [inspectionWith({ areas: { media } })] })).toEqual(
    Array(count).fill(
      'warning coverage-differs data/inspections/2024-q1.yaml areas.media.coverage',
    ),
  )
})
