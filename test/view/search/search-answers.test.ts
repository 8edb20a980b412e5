import { expect, test } from 'vitest'
import { pageAt } from '#view/routes.ts'
import { searchAnswers } from '#view/search/search-answers.ts'
import { datasetWith, inspectionWith } from '../../support/dataset.ts'
import { modelOfFolder, modelWith } from '../../support/model.ts'

const answersIn = (model: ReturnType<typeof modelOfFolder>) =>
  searchAnswers(model, (href) => pageAt(model, href)?.title)

test.each([
  ['谁没有公开自查', ['/deadlines.html', '/self-inspections/2025-q2.html']],
  ['合格率', ['/inspections/2025-q1.html', '/inspections.html', '/glossary.html#pass-rate']],
  ['政策文件的解读', ['/openness/2024.html']],
  ['年度报告', ['/openness/2024.html']],
  ['征求意见', ['/openness/2024.html']],
  ['公报', ['/openness/2024.html']],
  ['销号', ['/rectification.html', '/glossary.html#closed']],
])('in the fictional office, “%s” is answered by %j', (words, pages) => {
  const answers = answersIn(modelOfFolder('test/cases/official', '2025-06-20'))
  const hrefs = answers
    .filter((answer) => answer.words.some((word) => words.includes(word)))
    .flatMap(({ links }) => links.map(({ href }) => href))
  expect([...new Set(hrefs)]).toEqual(expect.arrayContaining(pages))
  expect(hrefs[0]).toBe(pages[0])
})

test('a site answers only with pages that it has', () => {
  for (const model of [
    modelWith(datasetWith({ inspections: [] })),
    modelWith(datasetWith({ inspections: [inspectionWith()] })),
    modelOfFolder('test/cases/official', '2025-06-20'),
  ])
    for (const { words, links } of answersIn(model)) {
      expect(words.every((word) => word.length > 1)).toBe(true)
      for (const { href, label, note } of links) {
        expect(pageAt(model, href.replace(/#.*$/, '')), href).toBeDefined()
        expect(label + note).not.toContain('undefined')
      }
    }
})
