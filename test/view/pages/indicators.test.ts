import { expect, test } from 'vitest'
import { indicatorListView } from '#view/pages/indicators.ts'
import { datasetWith, inspectionWith, issue } from '../../support/dataset.ts'
import { modelWith } from '../../support/model.ts'

const indicator = (name: string) => ({
  name,
  area: 'media',
  kind: 'ordinary' as const,
  verified: true,
})

test('indicators with issues that nobody has settled stand before the others', () => {
  const settled = { on: '2024-05-01', step: 'closed' as const }
  const model = modelWith(
    datasetWith({
      catalogues: {
        one: {
          title: '示例目录',
          source: '示例文件',
          indicators: {
            done: indicator('不更新'),
            open: indicator('错别字'),
            unused: indicator('断链'),
          },
        },
      },
      inspections: [
        inspectionWith({
          issues: {
            '2024-q1-01': { ...issue, indicators: ['done'], rectification: [settled] },
            '2024-q1-02': { ...issue, indicators: ['open'] },
          },
          requirements: { all: { title: '整改' } },
        }),
      ],
    }),
  )
  const { groups, unused } = indicatorListView(model)
  expect(groups.map(({ title, rows }) => [title, rows.map(([name]) => name)])).toEqual([
    ['有问题尚无办结记录的（1项）', [{ label: '错别字', href: '/indicators/open.html' }]],
    ['其他提出过的（1项）', [{ label: '不更新', href: '/indicators/done.html' }]],
  ])
  expect(unused).toHaveLength(1)
})
