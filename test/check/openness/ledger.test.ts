import { expect, test } from 'vitest'
import { changesBetween } from '#model/changes.ts'
import { datasetWith } from '../../support/dataset.ts'
import { unitLedgers } from '#model/openness-files.ts'

test('a list of policies that grows owes no correction; a document that changes does', () => {
  const before = {
    policies: { '2023-jia-01': { title: '扶持办法', kind: 'normative', published: '2023-05-10' } },
    consultations: { '2023-jia-c1': { title: '公告', feedback: 'not-yet' } },
  }
  const items = [{ title: '解读', form: 'text', published: '2023-05-12' }]
  const grown = {
    policies: {
      '2023-jia-01': { ...before.policies['2023-jia-01'], interpretation: { items } },
      '2023-jia-02': { title: '补贴办法', kind: 'normative', published: '2023-06-01' },
    },
    consultations: { '2023-jia-c1': { title: '公告', feedback: { published: '2023-04-20' } } },
    annual_report: { year: 2023, published: '2024-01-28' },
  }
  expect(changesBetween(before, grown, 'openness')).toEqual([])
  const changed = {
    ...before,
    policies: { '2023-jia-01': { ...before.policies['2023-jia-01'], published: '2023-05-11' } },
  }
  expect(changesBetween(before, changed, 'openness')).toEqual([
    {
      path: ['policies', '2023-jia-01', 'published'],
      before: '2023-05-10',
      after: '2023-05-11',
    },
  ])
})

test('a later look and a new judgement owe no correction; a judgement that turns does', () => {
  const judged = (owes: boolean) => ({ owes, reason: '规范性文件' })
  const before = { units: { jia: { looked_on: '2024-01-10' } }, judgements: { one: judged(true) } }
  const later = {
    units: { jia: { looked_on: '2024-02-10', complete: true }, yi: { looked_on: '2024-02-10' } },
    judgements: { one: judged(true), two: judged(false) },
  }
  expect(changesBetween(before, later, 'openness-office')).toEqual([])
  const turned = { ...before, judgements: { one: judged(false) } }
  expect(changesBetween(before, turned, 'openness-office')).toEqual([
    { path: ['judgements', 'one', 'owes'], before: true, after: false },
  ])
})

test('ledgers are listed by year and unit', () => {
  const dataset = datasetWith({ openness: { '2023': { jia: {}, yi: {} }, '2024': { jia: {} } } })
  expect(unitLedgers(dataset).map(({ year, unit }) => `${year} ${unit}`)).toEqual([
    '2023 jia',
    '2023 yi',
    '2024 jia',
  ])
})
