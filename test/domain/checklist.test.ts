import { expect, test } from 'vitest'
import { checklistOf } from '#domain/checklist.ts'
import { indexDataset } from '#domain/dataset.ts'
import { datasetWith, inspectionWith, issue } from '../support/dataset.ts'

test('findings of one kind are one point to check, and nobody is named', () => {
  const inspection = inspectionWith({
    areas: { websites: {}, media: {} },
    issues: {
      '2024-q1-01': issue,
      '2024-q1-02': { ...issue, units: ['yi'], text: '市乙局的账号三个月没有更新' },
      '2024-q1-03': { ...issue, text: '栏目只有一条信息' },
      '2024-q1-04': { ...issue, indicators: ['dead-link'], text: '链接打不开' },
    },
  })
  const dataset = datasetWith({ inspections: [inspection] })
  expect(checklistOf(dataset, indexDataset(dataset), inspection)).toEqual([
    {
      area: 'media',
      points: [
        {
          indicators: ['stale'],
          problem: null,
          texts: ['栏目空白', '栏目只有一条信息'],
          count: 3,
        },
        { indicators: ['dead-link'], problem: null, texts: ['链接打不开'], count: 1 },
      ],
    },
  ])
})
