import { expect, test } from 'vitest'
import { groupView } from '#model/area.ts'
import type { Group } from '#schema/group.ts'
import { groupTable } from '#view/block-tables.ts'

function columns(parts: Record<string, Group>): string[] {
  const [split] = groupView({ splits: { region: { of: 'total', parts } } }, 1).splits
  if (split === undefined) return []
  return groupTable('地区', split.rows, split.of).columns.map(({ label }) => label)
}

test('parts with scores but no counts have no column of counts', () => {
  const score = (value: number): Group => ({ figures: { 得分: { value, unit: '分' } } })
  expect(columns({ 甲县: score(98), 乙县: score(95) })).toEqual(['地区', '得分'])
  expect(columns({ 甲县: { ...score(98), tally: { total: 3 } }, 乙县: score(95) })).toEqual([
    '地区',
    '总数',
    '得分',
  ])
})
