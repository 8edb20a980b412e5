import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answers, isNamed, rowAt, withoutBlanks } from '#forms/answers.ts'
import { answerAt, type AnswerPath, placeOf, answerRows, withAnswer } from '#forms/edit.ts'
import type { Field } from '#forms/field.ts'
import { forms } from '#forms/form-kinds.ts'

const answers: Answers = {
  title: '自查报告',
  problems: [{ problem: '链接打不开' }, { problem: '栏目空白', measure: '已补齐' }],
  figures: { rows: [{ name: '发布信息', value: '35' }] },
}

describe('an answer at a place of the form', () => {
  test('is found, or is undefined where nothing was entered', () => {
    expect(answerAt(answers, ['title'])).toBe('自查报告')
    expect(answerAt(answers, ['problems', 1, 'measure'])).toBe('已补齐')
    expect(answerAt(answers, ['problems', 2, 'measure'])).toBeUndefined()
    expect(answerAt(answers, ['title', 'measure'])).toBeUndefined()
    expect(answerAt(answers, [])).toBe(answers)
  })

  test('is never an inherited property of an object', () => {
    expect(answerAt(answers, ['constructor'])).toBeUndefined()
    expect(answerAt(answers, ['problems', 'length'])).not.toBe(answerAt({}, ['problems']))
  })

  test('is set where its parents do not exist yet', () => {
    expect(withAnswer<Answers>({}, ['problems', 0, 'problem'], '死链')).toEqual({
      problems: [{ problem: '死链' }],
    })
  })

  test('is set without changing the others', () => {
    const before = structuredClone(answers)
    const after = withAnswer(answers, ['problems', 0, 'measure'], '已更换')
    expect(answers).toEqual(before)
    expect(after['problems']).toEqual([
      { problem: '链接打不开', measure: '已更换' },
      { problem: '栏目空白', measure: '已补齐' },
    ])
  })
})

test('a value set at a place is found there, and all others are unchanged', () => {
  const places = fc.constantFrom<AnswerPath>(
    ['title'],
    ['problems', 0, 'problem'],
    ['problems', 1, 'measure'],
    ['figures', 'rows', 0, 'value'],
    ['outlook'],
  )
  fc.assert(
    fc.property(places, places, fc.string(), (place, other, text) => {
      const after = withAnswer(answers, place, text)
      expect(answerAt(after, place)).toBe(text)
      if (place !== other) expect(answerAt(after, other)).toEqual(answerAt(answers, other))
    }),
  )
})

describe('the rows of an answer', () => {
  test('are those of a list, or of a table of names; a text has none', () => {
    expect(answerRows(answers['problems'])).toHaveLength(2)
    expect(answerRows(answers['figures'])).toEqual([{ name: '发布信息', value: '35' }])
    expect(answerRows('自查报告')).toEqual([])
    expect(answerRows(undefined)).toEqual([])
  })

  test('a row of names is found by its name as the file has it', () => {
    const figures = { rows: [{ name: ' 发布\n信息 ', value: '35' }] }
    expect(isNamed(figures)).toBe(true)
    expect([rowAt(figures, '发布信息'), rowAt(figures, '办结留言'), rowAt('35', 'a')]).toEqual([
      0, -1, -1,
    ])
  })
})

describe('a problem at a path in the file', () => {
  test.each([
    [
      ['problems', 1, 'measure'],
      ['problems', 1, 'measure'],
    ],
    [
      ['figures', '发布信息'],
      ['figures', 'rows', 0, 'value'],
    ],
    // The whole table, because no row has the name.
    [['figures', '办结留言'], ['figures']],
    [['title'], ['title']],
  ] as [AnswerPath, AnswerPath][])('%j is shown at %j', (path, place) => {
    expect(placeOf(answers, path)).toEqual(place)
  })
})

test('empty rows do not count, so that positions match the file', () => {
  const { fields } = forms['self-inspection']
  const remaining = withoutBlanks(fields as readonly Field[], {
    title: '自查报告',
    problems: [{ problem: ' ' }, { problem: '栏目空白', result: '' }],
    figures: {
      rows: [
        { name: '', value: ' ' },
        { name: '发布信息', value: '' },
      ],
    },
  })
  expect(remaining).toEqual({
    title: '自查报告',
    problems: [{ problem: '栏目空白', result: '' }],
    figures: { rows: [{ name: '发布信息', value: '' }] },
  })
})
