import { expect, test } from 'vitest'
import { countLine, groupView } from '#model/area.ts'
import { changeText } from '#model/remarks.ts'
import type { FigureChange } from '#schema/figure.ts'
import { groupTable, measureLine } from '#view/block-tables.ts'

const change: FigureChange = { base: '上季度', direction: 'up', value: 2.7, unit: '个百分点' }

test.each<[string, FigureChange, string]>([
  ['alone', change, '比上季度上升2.7个百分点'],
  ['with what it was before', { ...change, from: 93.1 }, '比上季度（93.1%）上升2.7个百分点'],
  ['level', { base: '上季度', direction: 'level', from: 95.8 }, '与上季度（95.8%）持平'],
  [
    'in the words of the document',
    { ...change, from: 93.1, stated: '提高2.7个点' },
    '提高2.7个点（上季度93.1%）',
  ],
])('a rise, %s', (_, one, text) => {
  expect(changeText(one, '%')).toBe(text)
})

test('a count, a rate and a part show their remarks', () => {
  const change = { base: '上月', direction: 'down', value: 32, unit: '个' } as const
  const view = groupView(
    {
      tally: { total: { value: 2508, changes: [change], note: '含停用' } },
      rates: { passed: { stated: '99.04%', rank: 3 } },
      figures: {
        阅读: { value: 6152, unit: '万次', parts: { 微信: { above: 5000, rank: 1 }, 其他: 900 } },
      },
    },
    1,
  )
  expect(view.counts.map((count) => countLine(count, '个'))).toEqual([
    '2508个，比上月减少32个，含停用',
  ])
  expect(view.rates[0]?.more).toEqual(['第3名'])
  expect(view.figures.map(measureLine)).toEqual([
    '6152万次，其中微信超过5000万次（第1名）、其他900万次',
  ])
})

test.each([
  [
    { label: '第二季度', start: '2024-04-01', end: '2024-06-30' },
    '第二季度（2024年4月1日至6月30日）',
  ],
  [{ label: '4月1日至18日', start: '2024-04-01', end: '2024-04-18' }, '4月1日至18日'],
  [{ label: '第二季度' }, '第二季度'],
  [{ start: '2023-12' }, '2023年12月以来'],
  [{ start: '2023-12-05', end: '2024-01-05' }, '2023年12月5日至2024年1月5日'],
  [{ label: '截至6月底', end: '2024-06' }, '截至6月底'],
  [{ label: '第二季度', end: '2024-06' }, '第二季度（截至2024年6月）'],
])('a window %o reads %s', (window, text) => {
  expect(groupView({ window }, 1).window).toBe(text)
})

test('a part of a split has its name, its object and its counter word', () => {
  const part = {
    label: '县级网站',
    object: '网站（频道）',
    counter: '座',
    tally: { checked: 7, failed: 2 },
  }
  const [split] = groupView(
    { splits: { tier: { of: 'checked', parts: { 县级: part } } } },
    1,
  ).splits
  const { columns, rows } = groupTable('层级', split?.rows ?? [], split?.of ?? '')
  expect(columns.map(({ label }) => label)).toEqual(['层级', '检查', '不合格', '名称', '检查对象'])
  expect(rows).toEqual([['县级', '7', '2座', '县级网站', '网站（频道）']])
})

test('the earlier value of a figure is in its own unit', () => {
  const figures = {
    更新信息: {
      value: 1022,
      unit: '条',
      changes: [{ base: '上月', direction: 'up', from: 980, value: 42, unit: '条' } as const],
    },
  }
  expect(groupView({ figures }, 1).figures[0]?.more).toEqual(['比上月（980条）上升42条'])
})
