import { expect, test } from 'vitest'
import { countsWords } from '#view/issue-words.ts'
import type { Group } from '#schema/group.ts'
import { inspectionWith, issue } from '../support/dataset.ts'

const words = (media: Group, counts: boolean | 'not-stated'): string | null =>
  countsWords({ ...issue, counts_in_rate: counts }, inspectionWith({ areas: { media } }))

test.each<[Group, boolean | 'not-stated', string | null]>([
  [{ rates: { passed: { stated: '99%' } } }, 'not-stated', '是否计入合格率：文件未写明'],
  [{ tally: { checked: 40, failed: 1 } }, 'not-stated', '是否计入合格率：文件未写明'],
  [
    { splits: { tier: { of: 'total', parts: { 市级: { rates: { 整改后合格率: {} } } } } } },
    'not-stated',
    '是否计入合格率：文件未写明',
  ],
  [{ figures: { 平均得分: 94 } }, 'not-stated', null],
  [{ tally: { received: 40, closed: 40 }, rates: { closed: {} } }, 'not-stated', null],
  [{}, 'not-stated', null],
  [{}, false, '不影响合格率'],
])('of a document with %j an issue that counts: %j says %s', (media, counts, expected) => {
  expect(words(media, counts)).toBe(expected)
})
