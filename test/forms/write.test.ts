import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answers, enteredIn, tidy } from '#forms/answers.ts'
import { forms } from '#forms/form-kinds.ts'
import { yamlText } from '#forms/write.ts'
import { readRecord } from '#read/records/read-record.ts'

const { fields, schema, placeholder } = forms['self-inspection']
const written = (answers: Answers) => yamlText(enteredIn(fields, answers))
const read = (text: string) => readRecord({ file: 'data/x.yaml', text }, schema, placeholder)

const filled: Answers = {
  title: '某单位2024年第二季度自查整改情况',
  published: '2024-06-03',
  areas: ['openness', 'websites'],
  summary: '逐项自查：发现2个问题，\n已整改1个。',
  figures: { rows: [{ name: '发布信息', value: '128' }] },
  problems: [
    { problem: '1个链接打不开', measure: '已更换链接', result: '' },
    { problem: '', measure: '', result: '' },
  ],
  outlook: ' ',
}

test('entered values are written as people write them by hand, without empty ones', () => {
  expect(written(filled)).toBe(
    [
      'title: 某单位2024年第二季度自查整改情况',
      'published: 2024-06-03',
      'areas: [openness, websites]',
      'summary: 逐项自查：发现2个问题，已整改1个。',
      'figures:',
      '  发布信息: 128',
      'problems:',
      '  - problem: 1个链接打不开',
      '    measure: 已更换链接',
      '',
    ].join('\n'),
  )
})

describe('a text of any kind', () => {
  const hostile = [
    '# 栏目',
    '栏目 #1',
    '- 一',
    '标题: 内容',
    '\'引号\' 和 "引号"',
    '{{ 模板 }}',
    '[一，二]',
    '*粗体* &锚',
    '!标记',
    '<script>alert(1)</script>',
    'C:\\用户',
    '| 表 |',
    '> 引用',
    '2024',
    '007',
    '1e5',
    'true',
    'null',
    '~',
    'yes',
    '12:30',
    '...',
    '---',
    '"',
    "'",
    ':',
    '=1+1',
    '@某人',
    '100%',
    '？',
    '__proto__',
  ]
  test.each(hostile)('is read back as it was entered: %s', (text) => {
    const { value, problems } = read(written({ ...filled, summary: text, outlook: text }))
    expect(problems).toEqual([])
    expect(value).toMatchObject({ summary: text, outlook: text })
  })

  test('is read back as it was entered, or the check says what is wrong with it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'ab1 .:#-\'"{}[],&*!|>%@\\\n\t中：，、；“”') }),
    )
    fc.assert(
      fc.property(text, (summary) => {
        const { value, problems } = read(written({ ...filled, summary }))
        const expected = tidy(summary)
        if (problems.length === 0)
          expect((value as { summary?: string }).summary ?? '').toBe(expected)
      }),
      { numRuns: 2000 },
    )
  })
})

test('a repeated name among the figures is not lost, and the check reports it', () => {
  const rows = [
    { name: '发布信息', value: '1' },
    { name: '发布信息', value: '2' },
  ]
  const { problems } = read(written({ ...filled, figures: { rows } }))
  expect(problems.map(({ code }) => code)).toEqual(['yaml-duplicate-key'])
})

test('text that is not a plain number stays as typed, and the check reports it', () => {
  const { problems } = read(
    written({ ...filled, figures: { rows: [{ name: '信息', value: '128条' }] } }),
  )
  expect(problems.map(({ code, args }) => [code, args['found']])).toEqual([
    ['number-with-unit', '“128条”'],
  ])
})
