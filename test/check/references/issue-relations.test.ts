import { expect, test } from 'vitest'
import { issueRelations } from '#check/references/issue-relations.ts'
import type { Issue } from '#schema/issue.ts'
import { datasetWith, inspectionWith, issue } from '../../support/dataset.ts'
import { found, problemsOf } from '../found.ts'

const channels = {
  own: { platform: '微信公众号', name: '甲县发布', unit: 'jia' },
  other: { platform: '微信公众号', name: '乙局发布', unit: 'yi' },
  unknown: { platform: '微信公众号', name: '某发布', unit: 'not-stated' },
}
const catalogues = {
  local: {
    title: '目录',
    source: '来源',
    indicators: {
      stale: { name: '不更新', area: 'media', kind: 'veto', verified: true },
      dead: { name: '打不开', area: 'websites', kind: 'veto', verified: true },
      unexplained: { name: '没有解读', area: 'openness', kind: 'ordinary', verified: true },
    },
  },
} as const
const { site } = datasetWith()
const areas = {
  ...site.areas,
  websites: { name: '政府网站', object: '网站' },
  openness: { name: '政务公开' },
}
const parts = (changes: Partial<Issue>) => ({
  site: { ...site, areas },
  channels,
  catalogues,
  inspections: [inspectionWith({ issues: { a: { ...issue, ...changes } } })],
})
const place = 'data/inspections/2024-q1.yaml issues.a'

test('a channel of a unit that is not named', () => {
  const changed = parts({ units: ['jia', 'bing'], channels: ['own', 'other'] })
  expect(found(issueRelations, changed)).toEqual([
    `warning channel-of-another-unit ${place}.channels.1`,
  ])
  expect(problemsOf(issueRelations, changed)[0]?.args).toEqual({
    name: '乙局发布',
    owner: '市乙局',
    units: '甲县、市丙局',
  })
})

test('a channel may belong to the predecessor or successor of a named unit', () => {
  const { units } = datasetWith()
  const changed = parts({ units: ['jia'], channels: ['other'] })
  for (const [old, now] of [
    ['yi', 'jia'],
    ['jia', 'yi'],
  ] as const) {
    const unit = { ...(units[old] ?? { name: '', tier: '' }), became: { unit: now } }
    expect(found(issueRelations, { ...changed, units: { ...units, [old]: unit } })).toEqual([])
  }
})

test.each<[string, Partial<Issue>]>([
  ['its unit is named', { units: ['jia', 'yi'], channels: ['own', 'other'] }],
  ['nobody knows whose it is', { channels: ['unknown'] }],
  ['the document names no unit', { units: 'not-stated', channels: ['other'] }],
  ['the document says “and others”', { exhaustive: false, channels: ['other'] }],
  ['it is not registered', { channels: ['nothing'] }],
  ['a unit is not registered', { units: ['nobody'], channels: ['other'] }],
])('a channel is not reported when %s', (_, changes) => {
  expect(found(issueRelations, parts(changes))).toEqual([])
})

test.each([
  [['stale'], 0],
  [['stale', 'dead'], 1],
  [['nothing'], 0],
  // Openness is inspected in every area.
  [['stale', 'unexplained'], 0],
])('indicators %j of an issue of media: %i of another area', (indicators, count) => {
  expect(found(issueRelations, parts({ indicators }))).toEqual(
    Array(count).fill(`warning indicator-of-another-area ${place}.indicators.1`),
  )
})
