import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read } from '@e965/xlsx'
import { expect, test } from 'vitest'
import { annualOptions } from '../../src/cli/annual.ts'
import { folderOf } from '../support/folder.ts'
import { xmlFaults } from '../support/xml.ts'

test('a year is the only argument needed', () => {
  expect(annualOptions(['2024'])).toEqual({ year: 2024, out: 'annual-2024.xlsx' })
  expect(annualOptions(['2024', '--out', 'a.xlsx'])).toEqual({ year: 2024, out: 'a.xlsx' })
})

test.each([
  [[]],
  [['24']],
  [['2024', '2025']],
  [['2024', '--out']],
  [['2024', '--out', 'data/a.yaml']],
])('for %j the command prints one line', (args) => {
  expect(annualOptions(args)).toEqual({ mistake: expect.stringMatching(/^[^\n]+$/) })
})

test('the command writes the workbook and reports how many rows have no number', () => {
  const out = join(folderOf({}), '年报.xlsx')
  const output = execFileSync(
    process.execPath,
    ['src/cli/gongshi.js', 'annual', '2024', '--out', out],
    {
      encoding: 'utf8',
      cwd: `${import.meta.dirname}/../..`,
      env: { ...process.env, AS_OF: '2024-06-07', NODE_OPTIONS: '' },
    },
  )
  expect(output).toMatch(/各期数字：\d+行，其中\d+行没有数，写明了原因/)
  expect(xmlFaults('年报.xlsx', readFileSync(out))).toEqual([])
  expect(read(readFileSync(out)).SheetNames).toEqual([
    '各期数字',
    '文件写明的比率',
    '不合格名单',
    '整改情况',
    '说明',
    '数据字典',
  ])
})
