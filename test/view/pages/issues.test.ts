import { expect, test } from 'vitest'
import type { Inspection } from '#model/dataset.ts'
import { issueView } from '#view/pages/issues.ts'
import { datasetWith, inspectionWith, issue } from '../../support/dataset.ts'
import { modelWith } from '../../support/model.ts'

/** The page of the only issue of an inspection. */
function pageOf(parts: Partial<Inspection>): ReturnType<typeof issueView> {
  const inspection = inspectionWith({ issues: { '2024-q1-01': issue }, ...parts })
  const model = modelWith(datasetWith({ inspections: [inspection] }))
  const [record] = model.index.issues
  if (record === undefined) throw new Error('no issue')
  return issueView(model, { record })
}

test.each<[string, Inspection['document'], string[]]>([
  [
    'the day on which the office published the document',
    { issued: '2024-04-08', published: '2024-04-09' },
    ['原发布日期', '2024年4月9日'],
  ],
  ['else the day on the document', { issued: '2024-04' }, ['成文日期', '2024年4月']],
  ['else the day of its record here', undefined, ['本站收录日期', '2024年4月10日']],
])('an issue is dated by %s, under the name of that day', (_rule, document, expected) => {
  const { facts } = pageOf({ document, published_here: '2024-04-10' })
  expect(
    facts.flatMap(({ label, value }) => (label.endsWith('日期') ? [label, value] : [])),
  ).toEqual(expected)
})
