import { expect, test } from 'vitest'
import { deadlineWording } from '#check/dates/deadline-wording.ts'
import type { Deadline } from '#schema/deadline.ts'
import { inspectionWith, order } from '../../support/dataset.ts'
import { found } from '../found.ts'

const saying = (parts: Partial<Deadline>): string[] =>
  found(deadlineWording, {
    inspections: [inspectionWith({ deadlines: { d: { ...order, ...parts } } })],
  })
const place = 'data/inspections/2024-q1.yaml deadlines.d'

test.each([
  ['2024年6月6日前', true],
  ['6月6日前', true],
  ['2024年06月06日', true],
  ['２０２４年６月６日前', true],
  ['二〇二四年六月六日前', true],
  ['2024-06-06 前', true],
  ['6月上旬', true],
  ['2024年6月1日至6月6日', true],
  ['2024年6月16日前', false],
  ['2024年6月7日前', false],
  ['2024年16月6日前', false],
  ['2023年6月6日前', false],
  ['二〇二四年六月七日前', false],
  ['2024.6.7前', false],
  ['6月底前', false],
])('a deadline of 6 June 2024 printed as %s agrees: %s', (stated, agrees) => {
  expect(saying({ stated })).toEqual(agrees ? [] : [`warning deadline-differs ${place}.stated`])
})

test('the end of a month is its last day', () => {
  expect(saying({ due: '2024-02-29', stated: '2月底前' })).toEqual([])
  expect(saying({ due: '2024-02-28', stated: '2月底前' })).toHaveLength(1)
})

test.each([
  ['12:00', '2024年6月6日12时前', true],
  ['12:00', '6月6日中午12点前', true],
  ['12:00', '6月6日12:00前', true],
  ['17:00', '6月6日下午5时前', true],
  ['17:30', '6月6日下午5时30分前', true],
  ['17:30', '6月6日下午五点半前', true],
  ['09:00', '6月6日上午9时前', true],
  ['17:00', '6月6日17时前', true],
  ['24:00', '6月6日24时前', true],
  ['17:00', '2024年6月6日前，逾期24小时内说明', true],
  ['12:00', '6月6日下午5时前', false],
  ['05:00', '6月6日下午5时前', false],
  ['12:00', '6月6日18：00前', false],
])('a deadline at %s printed as %s agrees: %s', (time, stated, agrees) => {
  expect(saying({ time, stated })).toEqual(
    agrees ? [] : [`warning deadline-time-differs ${place}.time`],
  )
})
