import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { yamlFile } from '#read/yaml-edit/layout.ts'

test('what is written is read back unchanged', () => {
  const values = {
    day: '2024-03-15',
    month: '2023-12',
    number: '1',
    percent: '99.7%',
    word: 'true',
    on: '是',
    colon: 'a: b',
    quoted: '“双例”示范区',
    hash: '甲 # 乙',
    comma: '甲, 乙',
    address: 'https://example.com/a-b/c.html',
    empty: {},
    list: ['甲', '乙'],
    rows: [
      [1, '甲', { of: 'units.a' }],
      [2, '乙'.repeat(60), { of: 'units.b' }],
    ],
    records: [{ on: '2024-01-02', note: '丙'.repeat(60) }],
    no: false,
    count: 0,
  }
  expect(parse(yamlFile('说明', values), { schema: 'core' })).toEqual(values)
})

test('undefined fields are left out', () => {
  expect(yamlFile('说明', { a: undefined, b: { c: undefined, d: 1 } })).toBe(
    '# 说明\nb: { d: 1 }\n',
  )
})

test('short groups go on one line, longer parts are separated by empty lines', () => {
  const text = yamlFile('说明', {
    period: { label: '甲', start: '2024-01-01' },
    parts: { a: { b: { c: 1 } }, d: { e: { f: 1 } } },
    end: 1,
  })
  expect(text).toBe(
    [
      '# 说明',
      'period: { label: 甲, start: 2024-01-01 }',
      '',
      'parts:',
      '  a:',
      '    b: { c: 1 }',
      '  d:',
      '    e: { f: 1 }',
      '',
      'end: 1',
      '',
    ].join('\n'),
  )
})
