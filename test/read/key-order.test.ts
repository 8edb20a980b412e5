import { expect, test } from 'vitest'
import { inspection } from '#schema/inspection.ts'
import { validate } from '#read/records/validate.ts'

test('numbers keep the order of the file, in which the document gives them; other keys have that of the schema', () => {
  const media = { figures: { 得分: 80 }, tally: { closed: 8, received: 9 }, label: '账号' }
  const given = {
    figures: { 平均得分: 81.5 },
    areas: { media },
    published_here: '2024-04-10',
    issuer: '示例机关',
    period: { start: '2024-01-01', label: '2024年第一季度', end: '2024-03-31' },
  }
  const { value, problems } = validate<object>(inspection, given, 'a.yaml', {})
  expect(problems).toEqual([])
  expect(JSON.stringify(value)).toBe(
    JSON.stringify({
      period: { label: '2024年第一季度', start: '2024-01-01', end: '2024-03-31' },
      issuer: '示例机关',
      published_here: '2024-04-10',
      figures: { 平均得分: 81.5 },
      areas: { media },
    }),
  )
})
