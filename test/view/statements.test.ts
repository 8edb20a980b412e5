import { expect, test } from 'vitest'
import { areaView } from '#model/area.ts'
import { indexDataset } from '#model/dataset.ts'
import { unitRecords } from '#model/unit-record.ts'
import { areaFigure } from '#view/area-figures.ts'
import { documentRows } from '#view/names.ts'
import { inspectionSentence } from '#view/sentences.ts'
import type { Inspection } from '#model/dataset.ts'
import { datasetWith, inspectionWith, issue } from '../support/dataset.ts'

function viewOf(parts: Partial<Inspection>) {
  const inspection = inspectionWith(parts)
  const dataset = datasetWith({ inspections: [inspection] })
  const area = areaView(dataset, indexDataset(dataset), inspection, 'media')
  return { figure: areaFigure(inspection, area), sentence: inspectionSentence(inspection, [area]) }
}

test('that a document found no problem is shown in its words, and never made up', () => {
  const { figure } = viewOf({ areas: { media: { no_problems: '未发现存在突出问题的账号' } } })
  expect(figure.reason).toBe('未发现存在突出问题的账号')
  expect(viewOf({ areas: { media: {} } }).figure.reason).not.toContain('未发现')
})

test('of an abridged source the number of issues is that of this site', () => {
  const issues = { '2024-q1-01': issue }
  expect(viewOf({ issues }).sentence).toContain('通报提出1项问题')
  const abridged = viewOf({ issues, document: { abridged: '网页有删节' } })
  expect(abridged.sentence).toContain('本站收录通报提出的问题1项（来源有删节）')
  expect(abridged.figure.coverage).toMatch(/^本站收录提出1类问题/)
})

test('those to whom a document is addressed are among its facts', () => {
  expect(documentRows({ to: '各县（区）人民政府' })).toEqual([
    { label: '主送', value: '各县（区）人民政府' },
  ])
})

test('the page of a unit leads to the documents that name it as a good example', () => {
  const good_examples = [{ text: '逐月公开留言办理情况', units: ['jia'] }]
  const dataset = datasetWith({ inspections: [inspectionWith({ good_examples })] })
  const [jia, yi] = unitRecords(dataset, indexDataset(dataset), '2024-06-10')
  expect(jia?.tables.map(({ title }) => title)).toEqual(['好的做法：逐月公开留言办理情况'])
  expect(yi?.tables).toEqual([])
})
