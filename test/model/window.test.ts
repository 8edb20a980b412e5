import { expect, test } from 'vitest'
import { windowText } from '#model/window.ts'

test.each([
  ['2020年7月至2020年10月', '2020-07', '2020-10', '2020年7月至2020年10月'],
  ['2020年7—10月', '2020-07', '2020-10', '2020年7—10月'],
  ['2020年7月到10月', '2020-07', '2020-10', '2020年7月到10月'],
  ['2023年12月以来', '2023-12', undefined, '2023年12月以来'],
  ['2020年7月', '2020-07', '2020-07', '2020年7月'],
  ['2020年7—9月', '2020-07', '2020-10', '2020年7—9月（2020年7月至10月）'],
  ['第三季度', '2020-07', '2020-09', '第三季度（2020年7月至9月）'],
])('of the window %s from %s to %s pages say %s: no span twice', (label, start, end, expected) => {
  expect(windowText({ label, start, end })).toBe(expected)
})
