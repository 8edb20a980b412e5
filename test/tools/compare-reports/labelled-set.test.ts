import { expect, test } from 'vitest'
import { compareReports } from '#tools/compare-reports/compare.ts'
import { usualForm, usualThresholds } from '#tools/compare-reports/thresholds.ts'
import { fictionalReport } from '../../support/annual-reports.ts'
import {
  compareLabelled,
  documentOf,
  type LabelledKind,
  labelledKinds,
  pairsOfEach,
} from '../../support/labelled-reports.ts'

const options = { form: usualForm(), thresholds: usualThresholds() }

const groups = compareLabelled()
const sharesOf = (kind: LabelledKind): (number | null)[] =>
  (groups.get(kind) ?? []).map(({ reuse }) => reuse)

test('the set has at least 40 pairs, six of each kind', () => {
  expect(labelledKinds.map((kind) => groups.get(kind)?.length)).toEqual(
    labelledKinds.map(() => pairsOfEach),
  )
  expect(labelledKinds.length * pairsOfEach).toBeGreaterThanOrEqual(40)
})

test.each(['copied', 'years and numbers changed', 'shuffled'] as const)(
  'every report that is %s has a reuse of at least 80',
  (kind) => {
    expect(sharesOf(kind).filter((share) => share === null || share < 80)).toEqual([])
  },
)

test('every honest rewrite has a reuse below 40', () => {
  expect(sharesOf('honest rewrite').filter((share) => share === null || share >= 40)).toEqual([])
})

test('every pair of unrelated reports has a reuse below 20', () => {
  expect(sharesOf('unrelated').filter((share) => share === null || share >= 20)).toEqual([])
})

test.each(['template only', 'very short'] as const)(
  'a report that is %s has no verdict',
  (kind) => {
    for (const record of groups.get(kind) ?? [])
      expect(record).toMatchObject({
        reuse: null,
        outcome: 'cannot-tell',
        reason: '篇幅过短，不作比较',
      })
  },
)

test('the more of a report is new, the lower is its reuse', () => {
  const mean = (kind: LabelledKind): number => {
    const shares = sharesOf(kind).map((share) => share ?? 0)
    return shares.reduce((sum, share) => sum + share, 0) / shares.length
  }
  const order = ['copied', '30 % new', '60 % new', 'honest rewrite', 'unrelated'] as const
  const means = order.map(mean)
  expect(means.toSorted((a, b) => b - a)).toEqual(means)
})

test('reports of different units of one year are below 20 too', () => {
  const documents = Array.from({ length: 12 }, (_, n) =>
    documentOf(fictionalReport('year', n, 2023), n % 2 === 0),
  )
  const { records } = compareReports({ name: '2023', documents }, null, options)
  expect(records.filter(({ reuse }) => reuse === null || reuse >= 20)).toEqual([])
})
