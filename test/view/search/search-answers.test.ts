import { expect, test } from 'vitest'
import { asksFor } from '#client/asked-answers.ts'
import { pageAt } from '#view/routes.ts'
import { catalogues } from '#tools/demo/findings.ts'
import { indicatorsOfSynonym, searchAnswers, synonyms } from '#view/search/search-answers.ts'
import { datasetWith, inspectionWith, issue, order } from '../../support/dataset.ts'
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
    .filter((answer) => asksFor(words, answer))
    .flatMap(({ links }) => links.map(({ href }) => href))
  expect([...new Set(hrefs)]).toEqual(expect.arrayContaining(pages))
  expect(hrefs[0]).toBe(pages[0])
})

test.each(synonyms)(
  'everyday words lead to an indicator of the fictional city: $said',
  (synonym) => {
    const model = modelWith(datasetWith({ catalogues }))
    const terms = indicatorsOfSynonym(model, synonym).map(({ href }) => href)
    expect(terms.length).toBeGreaterThan(0)
    const answers = answersIn(model)
    for (const said of synonym.said) {
      const hrefs = answers
        .filter(({ words }) => words.some((word) => said.includes(word)))
        .flatMap(({ links }) => links.map(({ href }) => href))
      expect(hrefs, said).toEqual(expect.arrayContaining(terms))
    }
  },
)

test('no everyday word leads to an indicator that a site does not have', () => {
  const model = modelWith(datasetWith({ catalogues: {} }))
  const hrefs = answersIn(model).flatMap(({ links }) => links.map(({ href }) => href))
  expect(hrefs.filter((href) => href.startsWith('/indicators/'))).toEqual([])
})

test('the name of a state, and what readers call it, leads to the issues in that state', () => {
  const closed = { ...issue, rectification: [{ on: '2024-05-02', step: 'closed' as const }] }
  const open = { ...issue, rectification: [{ on: '2024-05-02', step: 'notified' as const }] }
  const issues = { '2024-q1-01': open, '2024-q1-02': closed }
  const answers = answersIn(modelWith(datasetWith({ inspections: [inspectionWith({ issues })] })))
  const firstFor = (asked: string) =>
    answers.find(({ words }) => words.some((word) => asked.includes(word)))?.links[0]?.href
  expect(firstFor('已办结')).toBe('/issues/state/closed.html')
  expect(firstFor('待整改的问题')).toBe('/issues/state/notified.html')
  expect(firstFor('销号')).toBe('/rectification.html')
})

test.each([
  '没有按期公开',
  '没按期公开',
  '没按时公开',
  '未按时公开',
  '没能按期公开',
  '不按时公开',
  '未按期公开的单位',
])('“%s” is answered by what is late, not by what was in time', (asked) => {
  const answers = answersIn(modelOfFolder('test/cases/official', '2025-06-20'))
  const asking = answers.filter((answer) => asksFor(asked, answer))
  const hrefs = asking.flatMap(({ links }) => links.map(({ href }) => href))
  expect(hrefs).toContain('/deadlines.html')
  expect(asking.flatMap(({ words }) => words)).not.toContain('按期公开')
  expect(hrefs).not.toContain('/self-inspections.html')
})

test('“按期公开” is answered by the registers', () => {
  const answers = answersIn(modelOfFolder('test/cases/official', '2025-06-20'))
  const asking = answers.filter((answer) => asksFor('哪些单位按期公开', answer))
  expect(asking.flatMap(({ words }) => words)).toContain('按期公开')
})

test.each(['未整改', '未整改到位', '没有整改到位', '没整改完成', '没改好'])(
  '“%s” leads to issues whose record says so, neither to closed ones nor to those without a record',
  (asked) => {
    const step = (step: 'closed' | 'notified') => ({
      ...issue,
      rectification: [{ on: '2024-05-02', step }],
    })
    const issues = {
      '2024-q1-01': step('notified'),
      '2024-q1-02': step('closed'),
      '2024-q1-03': issue,
    }
    const { period: _period, ...rest } = order
    const deadlines = { written: { ...rest, what: 'rectification-report' as const } }
    const inspections = [inspectionWith({ issues, deadlines })]
    const answers = answersIn(modelWith(datasetWith({ inspections })))
    expect(answers.flatMap(({ links }) => links.map(({ href }) => href))).toContain(
      '/issues/state/nothing.html',
    )
    const hrefs = answers
      .filter((answer) => asksFor(asked, answer))
      .flatMap(({ links }) => links.map(({ href }) => href))
    expect(hrefs.filter((href) => href.startsWith('/issues/state/'))).toEqual([
      '/issues/state/notified.html',
    ])
  },
)

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
