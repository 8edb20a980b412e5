import { expect, test } from 'vitest'
import { areaViews } from '#domain/area.ts'
import { indexDataset } from '#domain/dataset.ts'
import type { Tally } from '#schema/figure.ts'
import { areaFigure } from '#site/area-figures.ts'
import { inspectionSentence } from '#site/sentences.ts'
import { datasetWith, inspectionWith } from '../support/dataset.ts'

function viewsOf(tally: Tally) {
  const inspection = inspectionWith({
    areas: { media: { object: '账号', counter: '个', tally } },
  })
  const dataset = datasetWith({ inspections: [inspection] })
  return { inspection, areas: areaViews(dataset, indexDataset(dataset), inspection) }
}

test.each<[string, Tally, string]>([
  ['a number', { checked: 30, failed: 2 }, '检查了30个账号，2个账号不合格'],
  [
    'a hedged number as it is printed',
    {
      checked: { value: 30, stated: '30余', approximate: true },
      failed: { value: 2, stated: '约2' },
    },
    '检查了30余个账号，约2个账号不合格',
  ],
  [
    'words by their number',
    { checked: { value: 30, stated: '全部账号' }, failed: 2 },
    '检查了30个账号',
  ],
])('a sentence says %s', (_, tally, words) => {
  const { inspection, areas } = viewsOf(tally)
  expect(inspectionSentence(inspection, areas)).toContain(words)
})

test('where nothing was received there is no rate to miss', () => {
  const { inspection, areas } = viewsOf({ received: 0 })
  expect(areas.map((area) => areaFigure(inspection, area).reason)).toEqual([
    '本期收到账号0个，不计算比率。',
  ])
})
