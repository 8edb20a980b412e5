import { describe, expect, test } from 'vitest'
import { linesOfText } from '#read/documents/document-lines.ts'
import type { ReadDocument } from '#read/documents/read-documents.ts'
import { matchedUnits } from '#tools/compare-reports/match-units.ts'

const file = (path: string, text = '全年公开信息12条。'): ReadDocument => ({
  path,
  sha256: '0'.repeat(64),
  content: linesOfText(text),
})

/** The files of both years by their unit, and the units of which something is noted. */
function matched(current: readonly ReadDocument[], before: readonly ReadDocument[]) {
  const { current: now, before: last, notes } = matchedUnits(current, before)
  const pathsOf = (files: typeof now): Record<string, string[]> =>
    Object.fromEntries([...files].map(([unit, list]) => [unit, list.map(({ path }) => path)]))
  return { now: pathsOf(now), last: pathsOf(last), notes: Object.fromEntries(notes) }
}

describe('the files of a unit in two years', () => {
  test.each([
    ['市商务局.txt', '市商务局.docx'],
    ['a1.txt', 'a1.txt'],
    ['7.html', '7.pdf'],
    ['市商务局2023年政府信息公开工作年度报告.docx', '2022年 市商务局.pdf'],
    ['市商务局/2023年年报.pdf', '市商务局.HTML'],
    ['2023/市商务局/正文.docx', '市商务局/2022年政府信息公开工作年度报告.doc'],
  ])('are found by their names: %s and %s', (now, last) => {
    const found = matched([file(now)], [file(last)])
    expect(Object.keys(found.now)).toEqual(Object.keys(found.last))
    expect(found.notes).toEqual({})
  })

  test.each([
    ['01市商务局.docx', '3.市商务局.pdf'],
    ['市商务局（定稿）(1).docx', '市商务局.pdf'],
    ['【公开】市商务局.html', '市商务局-副本.html'],
    ['市商务局扫描件.pdf', '市商务局 终稿.docx'],
    ['市商务局盖章扫描.pdf', '复件 市商务局.docx'],
    ['市商务局.html', '市商务局政务公开.html'],
  ])('are found by similar names, which is noted: %s and %s', (now, last) => {
    const found = matched([file(now), file('甲局.txt')], [file('甲局.txt'), file(last)])
    expect(Object.keys(found.now).sort()).toEqual(Object.keys(found.last).sort())
    expect(Object.values(found.notes)).toEqual([expect.stringContaining('请核对')])
  })

  test('are found by the title in the text where a website has named the file', () => {
    const title = (year: number): string => `示例市商务局${year}年政府信息公开工作年度报告\n正文。`
    const found = matched(
      [file('t20240115_3271106.html', title(2023))],
      [file('post_1865610.html', title(2022))],
    )
    expect(found.now).toEqual({ 示例市商务局: ['t20240115_3271106.html'] })
    expect(Object.keys(found.last)).toEqual(['示例市商务局'])
  })

  test.each(['7.txt', 'a1.txt', 'index.html'])(
    'are found by the titles where both have one, and not by the name %s, which says nothing',
    (name) => {
      const found = matched(
        [file(name, '甲某局2023年政府信息公开工作年度报告'), file('8.txt', '正文。')],
        [
          file('8.txt', '甲某局2022年政府信息公开工作年度报告'),
          file(name, titleOf('乙某局', 2022)),
        ],
      )
      expect(found.now).toEqual({ 甲某局: [name], 8: ['8.txt'] })
      expect(found.last).toEqual({ 甲某局: ['8.txt'], 乙某局: [name] })
      expect(found.notes).toEqual({})
    },
  )

  test.each([
    ['', ''],
    ['甲某局', ''],
    ['', '甲某局'],
    ['甲某局', '甲某局'],
  ])('are found by such a name where titles do not tell otherwise: “%s” and “%s”', (now, last) => {
    const found = matched([file('7.txt', titleOf(now, 2023))], [file('7.txt', titleOf(last, 2022))])
    expect(Object.keys(found.now)).toEqual(Object.keys(found.last))
  })
})

test('files of one year with the same title are of one unit, whatever names the other year has', () => {
  const [now, last] = [2023, 2022].map((year) => titleOf('甲某局', year))
  const found = matched([file('1.txt', now)], [file('1.txt', last), file('2.txt', last)])
  expect(found.now).toEqual({ 甲某局: ['1.txt'] })
  expect(found.last).toEqual({ 甲某局: ['1.txt', '2.txt'] })
})

test.each([
  ['t20240115.html', 't20240116.html'],
  ['art_20240115.html', 'art_20240116.html'],
  ['post-20240115.html', 'post-20240116.html'],
  ['20240115.html', '20240116.html'],
  ['2024-01-15.html', '2024-01-16.html'],
])('files that a website has named by their day are no one unit: %s and %s', (one, other) => {
  const titled = matched(
    [file(one, titleOf('甲某局', 2023)), file(other, titleOf('乙某局', 2023))],
    [file(one, titleOf('乙某局', 2022))],
  )
  expect(titled.now).toEqual({ 甲某局: [one], 乙某局: [other] })
  expect(titled.last).toEqual({ 乙某局: [one] })
  expect(Object.keys(matched([file(one), file(other)], []).now)).toHaveLength(2)
  const inFolder = matched([file(`市财政局/${one}`)], [file(`市财政局/${other}`)])
  expect(Object.keys(inFolder.now)).toEqual(['市财政局'])
  expect(Object.keys(inFolder.last)).toEqual(['市财政局'])
})

test.each([
  ['翠屏区-李庄镇人民政府.txt', '翠屏区-宋家镇人民政府.txt'],
  ['示例市_甲镇人民政府.txt', '示例市_乙镇人民政府.txt'],
  ['市商务局_示例市人民政府.html', '市商务局.html'],
])('a government behind a mark is part of the name: %s is not %s', (now, last) => {
  const found = matched([file(now)], [file(last)])
  expect(Object.keys(found.now)).not.toEqual(Object.keys(found.last))
})

const titleOf = (unit: string, year: number): string =>
  `${unit}${year}年政府信息公开工作年度报告\n正文。`

test.each([
  ['财政局.txt', '江南区财政局.txt'],
  ['示例市商务局.docx', '商务局.docx'],
  ['江北区城市监局.txt', '市监局.txt'],
  ['人民政府.txt', '02 示例县人民政府.txt'],
])(
  'a name that is only the end of another is not matched with it, and told: %s, %s',
  (now, last) => {
    const found = matched([file(now), file('甲局.txt')], [file('甲局.txt'), file(last)])
    expect(Object.keys(found.now)).not.toEqual(Object.keys(found.last))
    expect(Object.values(found.last).flat()).toEqual(['甲局.txt', last])
    expect(Object.values(found.notes)).toEqual([expect.stringContaining('请改成同一个名称再比')])
  },
)

test.each([
  ['示例市政府信息公开中心.txt', '示例市中心.txt'],
  ['政府信息中心.txt', '中心.txt'],
  ['示例市公开资源局.txt', '示例市资源局.txt'],
])('words inside the own name of a unit are part of it: %s is not %s', (now, last) => {
  const found = matched([file(now)], [file(last)])
  expect(Object.keys(found.now)).not.toEqual(Object.keys(found.last))
})

test('a unit with several similar names in the other year is matched with none, and told', () => {
  const found = matched([file('商务局.txt')], [file('示例市商务局.txt'), file('例江县商务局.txt')])
  expect(Object.keys(found.last)).toEqual(['示例市商务局', '例江县商务局'])
  expect(found.notes).toEqual({
    商务局: '名称相近的不止一个，没有配对：商务局、示例市商务局、例江县商务局',
  })
})

test('units of different names are not matched', () => {
  const found = matched([file('示例市商务局.txt')], [file('例江县商务局.txt'), file('局.txt')])
  expect(Object.keys(found.last)).toEqual(['例江县商务局', '局'])
  expect(found.notes).toEqual({})
})

test('every file of both years is among those of a unit', () => {
  const now = ['甲局.txt', '1甲局.txt', '2甲局.txt', 't1_1.html', '正文.txt'].map((path) =>
    file(path),
  )
  const last = ['甲局.txt', '3甲局.txt', '甲局.docx', '2022年报.txt'].map((path) => file(path))
  const found = matched(now, last)
  expect(Object.values(found.now).flat().sort()).toEqual(now.map(({ path }) => path).sort())
  expect(Object.values(found.last).flat().sort()).toEqual(last.map(({ path }) => path).sort())
})
