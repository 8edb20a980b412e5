import { expect, test } from 'vitest'
import { labelsAndDates } from '#check/dates/labels-and-dates.ts'
import { inspectionWith, issue, order } from '../../support/dataset.ts'
import { found, problemsOf } from '../found.ts'

const file = 'data/inspections/2024-q1.yaml'
const ofPeriod = (label: string, start: string, end: string): string[] =>
  found(labelsAndDates, { inspections: [inspectionWith({ period: { label, start, end } })] })

test.each([
  ['2024年第一季度', '2024-01-01', '2024-03-31'],
  ['2024年一季度', '2024-01-01', '2024-03-31'],
  ['2024年第1季度', '2023-12-20', '2024-03-20'],
  ['第四季度', '2023-10-01', '2023-12-31'],
  ['2024年上半年', '2024-01-01', '2024-06-30'],
  ['2024年前三季度', '2024-01-01', '2024-09-30'],
  ['2024年2月', '2024-02-01', '2024-02-29'],
  ['2024年1—2月', '2024-01-01', '2024-02-29'],
  ['2024年1月至2月', '2024-01-01', '2024-02-29'],
  ['十二月份', '2023-12-01', '2023-12-31'],
  ['2024年度', '2024-01-01', '2024-12-31'],
  ['2024年全年', '2024-01-01', '2024-12-31'],
  ['2024年第2次检查', '2024-01-01', '2024-01-05'],
  ['截至6月底', '2020-01-01', '2020-01-05'],
])('%s is %s to %s', (label, start, end) => {
  expect(ofPeriod(label, start, end)).toEqual([])
})

test.each([
  ['2024年第一季度', '2024-04-01', '2024-06-30', 'label'],
  ['2023年第一季度', '2024-01-01', '2024-03-31', 'label'],
  ['2024年第一季度', '2024-02-01', '2024-03-31', 'start'],
  ['2024年第一季度', '2024-01-01', '2024-06-30', 'end'],
  ['２０２４年上半年', '2024-01-01', '2024-03-31', 'end'],
  ['2024年下半年', '2024-01-01', '2024-12-31', 'start'],
  ['2024年全年', '2024-01-01', '2024-06-30', 'end'],
  ['2024年3月', '2024-03-01', '2024-04-30', 'end'],
])('%s is not %s to %s', (label, start, end, key) => {
  expect(ofPeriod(label, start, end)).toEqual([`warning label-differs ${file} period.${key}`])
})

test.each([
  ['3月11日至6月10日', { start: '2024-03-11', end: '2024-06-10' }, []],
  ['2023年12月20日—2024年3月20日', { start: '2023-12-20', end: '2024-03-20' }, []],
  ['2023年12月以来', { start: '2023-12' }, []],
  ['2023年12月以来', { start: '2023-12-05', end: '2024-03-05' }, []],
  ['3月11日至6月10日', { start: '2024-03-11', end: '2024-06-11' }, ['end']],
  ['3月11日至6月10日', { start: '2024-03-01', end: '2024-06-10' }, ['start']],
  ['2023年12月以来', { start: '2024-12' }, ['start']],
  ['2023年12月5日起', { start: '2023-12-15' }, ['start']],
])('a window called %s of %j: %j', (label, dates, keys) => {
  const inspections = [inspectionWith({ areas: { media: { window: { label, ...dates } } } })]
  expect(found(labelsAndDates, { inspections })).toEqual(
    keys.map((key) => `warning label-differs ${file} areas.media.window.${key}`),
  )
})

test.each([
  ['2024年第5次', { sequence: 5 }, []],
  ['2024年第五次', { sequence: 5 }, []],
  ['2024年第十二期', { sequence: 12 }, []],
  ['2024年第一季度第二批', { batch: 2 }, []],
  ['2024年第一季度', { sequence: 1 }, []],
  ['2024年第5次', { sequence: 4 }, ['sequence']],
  ['2024年第五期', { sequence: 4 }, ['sequence']],
  ['2024年第一季度第二批', { batch: 1, sequence: 2 }, ['batch']],
])('a period called %s with %j: %j', (label, numbers, fields) => {
  const period = { label, start: '2024-01-01', end: '2024-03-31', ...numbers }
  expect(found(labelsAndDates, { inspections: [inspectionWith({ period })] })).toEqual(
    fields.map((field) => `warning label-number-differs ${file} period.${field}`),
  )
})

test('dates in the wrong order are reported by another rule', () => {
  expect(ofPeriod('2024年第一季度', '2024-04-01', '2024-03-31')).toEqual([])
})

test('the message gives the dates that the label means', () => {
  const period = { label: '上半年', start: '2024-01-01', end: '2024-03-31' }
  const [problem] = problemsOf(labelsAndDates, { inspections: [inspectionWith({ period })] })
  expect(problem?.args).toEqual({
    label: '上半年',
    from: '2024-01-01',
    to: '2024-06-30',
    found: '2024-01-01 至 2024-03-31',
  })
})

test('a window may be shorter than the quarter in its label, but not outside it', () => {
  const window = { label: '第四季度', start: '2023-10-10', end: '2023-11-18' }
  const wrong = { label: '2023年第二季度', start: '2023-07', end: '2023-09' }
  const parts = {
    inspections: [
      inspectionWith({
        areas: { media: { window } },
        issues: { a: { ...issue, window: wrong } },
        deadlines: { d: { ...order, period: { ...window, id: '2023-q4' } } },
      }),
    ],
    selfInspections: {
      '2024-q2': { jia: { title: '一', published: '2024-06-01', window: wrong } },
    },
  }
  expect(found(labelsAndDates, parts)).toEqual([
    `warning label-differs ${file} deadlines.d.period.end`,
    `warning label-differs ${file} issues.a.window.label`,
    'warning label-differs data/self-inspections/2024-q2/jia.yaml window.label',
  ])
})
