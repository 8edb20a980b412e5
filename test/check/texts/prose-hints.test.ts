import { expect, test } from 'vitest'
import { proseHints } from '#check/texts/prose-hints.ts'
import { inspectionWith } from '../../support/dataset.ts'
import { found, problemsOf } from '../found.ts'

const remarks = (text: string) => ({ inspections: [inspectionWith({ remarks: [text] })] })

test.each([
  ['（见附件）,于次日', 'prose-half-width', '，'],
  ['如下:一是', 'prose-half-width', '：'],
  ['检查 49家', 'prose-space', ''],
  ['共49 家', 'prose-space', ''],
  ['阅读1,234,567次', 'prose-thousands', '1234567'],
  ['占3~5家', 'prose-range', '3～5'],
  ['占63～68%的单位', 'prose-range', '63%～68%'],
])('%s: %s', (text, code, better) => {
  expect(problemsOf(proseHints, remarks(text))).toMatchObject([
    { code, level: 'hint', args: { better } },
  ])
})

test('both brackets are shown', () => {
  expect(found(proseHints, remarks('各县(区)政府'))).toHaveLength(2)
})

test.each(['占63%～68%的单位', '政务新媒体（3个），共1234次。', 'Node 22 环境', '时间为10:30'])(
  '%s is well written',
  (text) => {
    expect(found(proseHints, remarks(text))).toEqual([])
  },
)
