import { expect, test } from 'vitest'
import { vetoDecides } from '#check/references/veto-decides.ts'
import type { Issue } from '#schema/issue.ts'
import { inspectionWith, issue } from '../../support/dataset.ts'
import { found } from '../found.ts'

const indicator = { area: 'media', verified: true } as const
const catalogues = {
  local: {
    title: '指标',
    source: '通报用语',
    indicators: {
      stale: { ...indicator, name: '内容不更新', kind: 'veto' as const },
      'dead-link': { ...indicator, name: '链接打不开', kind: 'ordinary' as const },
    },
  },
}

test.each<[Partial<Issue>, string[]]>([
  [{ severity: 'veto', counts_in_rate: true, indicators: ['stale'] }, []],
  [{ severity: 'ordinary', counts_in_rate: false, indicators: ['dead-link'] }, []],
  // Elsewhere an ordinary problem may count as well.
  [{ severity: 'ordinary', counts_in_rate: true, indicators: ['dead-link'] }, []],
  [{ severity: 'not-stated', counts_in_rate: 'not-stated', indicators: ['stale'] }, []],
  [{ severity: 'veto', counts_in_rate: 'not-stated' }, []],
  [{ severity: 'veto', counts_in_rate: true, indicators: ['stale', 'dead-link'] }, []],
  [{ severity: 'veto', counts_in_rate: false, remark: '已按期整改，未计入合格率' }, []],
  [{ severity: 'veto', counts_in_rate: false }, ['veto-not-counted counts_in_rate']],
  [
    { severity: 'veto', counts_in_rate: true, indicators: ['dead-link'] },
    ['severity-differs severity'],
  ],
  // A few days late is no veto, though on the same indicator.
  [{ severity: 'ordinary', counts_in_rate: false, indicators: ['stale'] }, []],
])('an issue with %j: %j', (parts, expected) => {
  const issues = { '2024-q1-01': { ...issue, ...parts } }
  const inspections = [inspectionWith({ issues })]
  expect(found(vetoDecides, { inspections, catalogues })).toEqual(
    expected.map((line) => {
      const [code = '', field = ''] = line.split(' ')
      return `warning ${code} data/inspections/2024-q1.yaml issues.2024-q1-01.${field}`
    }),
  )
})
