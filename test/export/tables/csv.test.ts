import { expect, test } from 'vitest'
import { csvText } from '#export/tables/csv.ts'

test('a table begins with the byte-order mark by which spreadsheets know UTF-8, and ends lines with CRLF', () => {
  expect(
    csvText([
      ['单位', '天数'],
      ['甲县', 5],
    ]),
  ).toBe('\uFEFF单位,天数\r\n甲县,5\r\n')
})

test.each([
  ['甲,乙', '"甲,乙"'],
  ['“甲”"乙"', '"“甲”""乙"""'],
  ['甲\n乙', '"甲\n乙"'],
  ['=1+1', "'=1+1"],
  ['+86', "'+86"],
  ['-1', "'-1"],
  ['@甲', "'@甲"],
  ['＝1＋1', "'＝1＋1"],
  ['\n=1', `"'\n=1"`],
  ['', ''],
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
])('the cell %j is written %j', (cell, written) => {
  expect(csvText([[cell]])).toBe(`\uFEFF${written}\r\n`)
})

test('a number is never written as a formula, even if negative', () => {
  expect(csvText([[-3]])).toBe('\uFEFF-3\r\n')
})
