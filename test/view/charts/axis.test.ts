import { expect, test } from 'vitest'
import { axisOf, axisValues } from '#view/charts/axis.ts'
import { axisNote, categoryLabels, valueLabels } from '#view/charts/labels.ts'
import { accountsByTier, issuesByArea, mediaRates } from './samples.ts'

const line = (values: (number | null)[], unit = '%') => ({
  ...mediaRates,
  unit,
  series: [{ name: '合格率', tone: 'main' as const, values, display: values.map(String) }],
})

test('bars always start at zero', () => {
  expect(axisOf({ ...issuesByArea, min: 1 })).toMatchObject({ min: 0, max: 4 })
})

test('a stack is as long as the sum of its parts', () => {
  expect(axisOf(accountsByTier).max).toBe(370)
})

test('a bar of shares ends at one hundred', () => {
  expect(axisOf({ ...issuesByArea, unit: '%' }).max).toBe(100)
})

test('bars that are all zero still have an axis', () => {
  const series = [
    { name: '已公开', tone: 'main' as const, values: [0, 0, 0], display: ['0', '0', '0'] },
  ]
  expect(axisOf({ ...issuesByArea, series }).max).toBe(1)
  expect(axisOf({ ...issuesByArea, series, max: 22 }).max).toBe(22)
})

test('the axis of a line ends at round values and at most at 100 %', () => {
  expect(axisValues(axisOf(mediaRates))).toEqual([97, 98, 99, 100])
})

test('a line without change starts at zero', () => {
  expect(axisOf(line([100, 100, 100, 100]))).toMatchObject({ min: 0, max: 100 })
})

test('the values of an axis have no rounding errors of binary arithmetic', () => {
  expect(axisValues(axisOf(line([99.1, 99.4, 99.2, 99.3])))).toEqual([99.1, 99.2, 99.3, 99.4])
})

test('a target line is within the picture', () => {
  const { min, max } = axisOf({
    ...line([70, 75, 72, 74], '分'),
    targets: [{ value: 80, label: '优秀' }],
  })
  expect([min <= 70, max >= 80]).toEqual([true, true])
})

test('an axis that does not start at zero has a note', () => {
  expect(axisNote(mediaRates)).toBe('纵轴从97%起。')
  expect(axisNote(line([3, 0, 2, 1], '个'))).toBeUndefined()
})

test('labels of values run from the highest to the lowest', () => {
  expect(valueLabels(mediaRates)).toEqual(['100%', '99%', '98%', '97%'])
  expect(valueLabels(line([3, 0, 2, 1], '个'))).toEqual(['3个', '2', '1', '0'])
})

test('the last of many long labels is always shown', () => {
  const categories = Array.from({ length: 12 }, (_, i) => `2024年第${String(i + 1)}期`)
  const labels = categoryLabels({ ...mediaRates, categories })
  expect(labels).toHaveLength(12)
  expect(labels.filter(({ text }) => text !== '').length).toBeLessThan(12)
  expect(labels[11]).toEqual({ text: '2024年第12期', wide: false })
})
