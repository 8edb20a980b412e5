import { expect, test } from 'vitest'
import { clearAreas } from '#check/figures/clear-areas.ts'
import type { Group } from '#schema/group.ts'
import type { Issue } from '#schema/issue.ts'
import { inspectionWith, issue } from '../../support/dataset.ts'
import { found } from '../found.ts'

const noneFailed: Group = { tally: { checked: 5, failed: 0 } }
const clear: Group = { no_problems: '未发现问题' }

test.each<[string, Group, Partial<Issue>, number]>([
  ['no problems', clear, { counts_in_rate: true }, 1],
  ['nothing that failed', noneFailed, { counts_in_rate: true }, 1],
  ['every one passed', { tally: { checked: 5, passed: 5 } }, { counts_in_rate: true }, 1],
  ['one that failed', { tally: { checked: 5, failed: 1 } }, { counts_in_rate: true }, 0],
  ['nothing stated of failures', { tally: { checked: 5 } }, { counts_in_rate: true }, 0],
  // A problem that does not count may stand beside a rate of 100%.
  ['nothing that failed', noneFailed, { counts_in_rate: false }, 0],
  ['nothing that failed', noneFailed, { counts_in_rate: 'not-stated' }, 0],
  // It may count in the other area.
  ['nothing that failed', noneFailed, { counts_in_rate: true, area: ['media', 'websites'] }, 0],
])('an area with %s (%j) and an issue with %j: %i warnings', (_, media, parts, count) => {
  const { channels: _channels, ...plain } = issue
  const issues = { '2024-q1-01': { ...plain, area: 'media', ...parts } as Issue }
  expect(
    found(clearAreas, { inspections: [inspectionWith({ areas: { media }, issues })] }),
  ).toEqual(
    Array(count).fill(
      'warning clear-area-has-issue data/inspections/2024-q1.yaml issues.2024-q1-01.counts_in_rate',
    ),
  )
})
