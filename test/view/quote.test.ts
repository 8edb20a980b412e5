import { expect, test } from 'vitest'
import { quoted } from '#view/quote.ts'

test.each([
  ['栏目为空白', '“栏目为空白”'],
  ['“宜宾统计”微信公众号“问卷调查”栏目为空白', '“‘宜宾统计’微信公众号‘问卷调查’栏目为空白”'],
  ['存在“所谓‘两张皮’”的问题', '“存在‘所谓“两张皮”’的问题”'],
  ['错误表述《中国共产党章程》', '“错误表述《中国共产党章程》”'],
])('%s is quoted as %s: no pair of marks stands in a pair of its own kind', (text, expected) => {
  expect(quoted(text)).toBe(expected)
})
