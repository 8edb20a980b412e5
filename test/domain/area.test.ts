import { expect, test } from 'vitest'
import { countLine, groupView } from '#domain/area.ts'
import { changeText } from '#domain/remarks.ts'
import type { Change } from '#schema/figure.ts'
import { measureLine } from '#site/tables.ts'

const change: Change = { base: '上季度', direction: 'up', value: 2.7, unit: '个百分点' }

test.each<[string, Change, string]>([
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

test('a count, a rate and a part say what the document says of them', () => {
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

test('a figure was so many of its own unit before', () => {
  const figures = {
    更新信息: {
      value: 1022,
      unit: '条',
      changes: [{ base: '上月', direction: 'up', from: 980, value: 42, unit: '条' } as const],
    },
  }
  expect(groupView({ figures }, 1).figures[0]?.more).toEqual(['比上月（980条）上升42条'])
})
