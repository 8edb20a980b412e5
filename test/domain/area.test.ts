import { expect, test } from 'vitest'
import { changeText, groupView } from '#domain/area.ts'
import type { Change } from '#schema/figure.ts'

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

test('a figure was so many of its own unit before', () => {
  const figures = {
    更新信息: {
      value: 1022,
      unit: '条',
      changes: [{ base: '上月', direction: 'up', from: 980, value: 42, unit: '条' } as const],
    },
  }
  expect(groupView({ figures }, 1).figures[0]?.changes).toEqual(['比上月（980条）上升42条'])
})
