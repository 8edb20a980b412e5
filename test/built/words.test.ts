import { expect, test } from 'vitest'
import { inspectionName, issuersOf, inspectionHeading } from '#view/inspection-names.ts'
import { issueStateWords, reportWords } from '#view/issue-words.ts'

test.each([
  [{ label: '2024年第一季度' }, '2024年第一季度检查结果'],
  [{ label: '2025年第5次检查' }, '2025年第5次检查结果'],
  [{ label: '2024年第二季度', batch: 2 }, '2024年第二季度第2批检查结果'],
  [{ label: '2022年第3批', batch: 3 }, '2022年第3批检查结果'],
])('%j is called %s', (period, name) => {
  const days = { start: '2024-01-01', end: '2024-03-31' }
  expect(inspectionName({ period: { ...days, ...period } }, '结果')).toBe(name)
})

test.each([
  ['考评', '2023年度考评结果', '2023年度考评', '2023年度考评整改台账'],
  ['信箱办理情况', '2023年度信箱办理情况', '2023年度信箱办理情况', '2023年度信箱办理情况整改台账'],
])('a document on %s is called %s', (activity, result, title, ledger) => {
  const period = { label: '2023年度', start: '2023-01-01', end: '2023-12-31' }
  expect(inspectionName({ period, activity }, '结果')).toBe(result)
  expect(inspectionHeading({ period, activity })).toBe(title)
  expect(inspectionName({ period, activity }, '整改台账')).toBe(ledger)
})

test('a document of several offices names all of them as publishers', () => {
  expect(issuersOf({ issuer: '甲办公室', joint_issuers: ['乙局'] })).toBe('甲办公室、乙局')
})

test('a missing record is never called not rectified or overdue', () => {
  const words = [
    issueStateWords({ state: 'nothing' }, '2030-01-01').label,
    issueStateWords({ state: 'notified', on: '2024-03-01' }, '2030-01-01').label,
    issueStateWords({ state: 'extended', on: '2024-03-01', until: '2024-04-01' }, '2030-01-01')
      .label,
    reportWords({ state: 'not-recorded', last: '2024-03-15' }),
    reportWords({ state: 'not-recorded', last: '2024-03-15', isHistory: true }),
  ]
  for (const word of words) {
    expect(word).toContain('本站未收录')
    expect(word).not.toMatch(/未整改|逾期|未报送/)
  }
})
