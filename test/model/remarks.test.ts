import { expect, test } from 'vitest'
import { changeText } from '#model/remarks.ts'

test.each([
  [{ base: '上季度', direction: 'up', value: 0.3, unit: '个百分点' }, '比上季度上升0.3个百分点'],
  [
    { base: 'not-stated', direction: 'up', value: 9.32, unit: '分' },
    '上升9.32分（与什么相比文件未写明）',
  ],
  [
    { base: 'not-stated', direction: 'down', from: 90, value: 2, unit: '分' },
    '下降2分（原来90，与什么相比文件未写明）',
  ],
  [
    { base: 'illegible', direction: 'up', stated: '提高9.32分' },
    '提高9.32分（与什么相比无法辨认）',
  ],
  [{ base: 'not-stated', direction: 'level' }, '持平（与什么相比文件未写明）'],
] as const)('a change has its base, or the reason why the base is unknown: %o', (change, text) => {
  expect(changeText(change)).toBe(text)
})
