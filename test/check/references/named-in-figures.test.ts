import { expect, test } from 'vitest'
import { references } from '#check/references/references.ts'
import { inspectionWith } from '../../support/dataset.ts'
import { found } from '../found.ts'

test('the units and accounts that numbers, praise and reports name have to exist', () => {
  const media = {
    tally: { total: { value: 5, units: ['jai'] } },
    rates: { passed: { stated: '100%', units: ['nobody'] } },
    figures: { 新增: { value: 2, parts: { 微信: { value: 1, channels: ['no-such'] } } } },
  }
  const selfInspections = {
    '2024-q2': {
      jia: {
        title: '自查报告',
        published: '2024-06-03',
        problems: [{ problem: '有错别字', area: 'medai', units: ['nowhere'] }],
      },
    },
  }
  const inspections = [inspectionWith({ areas: { media } })]
  const [inspection, report] = [
    'data/inspections/2024-q1.yaml areas.media',
    'data/self-inspections/2024-q2/jia.yaml problems.0',
  ]
  expect(found(references, { inspections, selfInspections })).toEqual(
    expect.arrayContaining([
      `error area-unknown-near ${report}.area`,
      `error channel-unknown ${inspection}.figures.新增.parts.微信.channels.0`,
      `error unit-unknown ${inspection}.rates.passed.units.0`,
      `error unit-unknown ${report}.units.0`,
      `error unit-unknown-near ${inspection}.tally.total.units.0`,
    ]),
  )
})
