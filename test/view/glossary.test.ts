import { expect, test } from 'vitest'
import { registerGroups } from '#model/register.ts'
import { glossaryView, groupTerms, terms } from '#view/glossary.ts'
import { registerWords } from '#view/register-words.ts'
import { datasetWith } from '../support/dataset.ts'
import { modelOfFolder, modelWith } from '../support/model.ts'

test('each word is explained once', () => {
  const words = Object.values(terms).map(({ word }) => word)
  expect(new Set(words).size).toBe(words.length)
})

test('a badge and the filter begin with the same word, which the glossary explains', () => {
  const states = [
    { state: 'on-time', published: '' },
    { state: 'late', published: '', days: 3 },
    { state: 'undated' },
    { state: 'overdue', lookedOn: '2024-06-09', days: 3 },
    { state: 'exempt', reason: '' },
  ] as const
  for (const status of states) {
    const word = registerGroups[status.state].label
    expect(registerWords(status).label.startsWith(word), word).toBe(true)
    expect(terms[groupTerms[status.state]].word).toBe(word)
  }
})

test('a site explains only words of what it shows', () => {
  const wordsOf = (model: ReturnType<typeof modelWith>) =>
    glossaryView(model).terms.map(({ word }) => word)
  const empty = wordsOf(modelWith(datasetWith({ inspections: [] })))
  expect(empty).toContain('本站未收录')
  expect(empty).not.toContain('单项否决')
  expect(empty).not.toContain('经核查未公开')
  const office = wordsOf(modelOfFolder('test/cases/official', '2025-06-20'))
  expect(office).toEqual(expect.arrayContaining(['单项否决', '经核查未公开', '合格率', '办结']))
})
