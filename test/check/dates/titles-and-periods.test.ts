import { expect, test } from 'vitest'
import { titlesAndPeriods } from '#check/dates/titles-and-periods.ts'
import { inspectionWith, order } from '../../support/dataset.ts'
import { found } from '../found.ts'

const file = 'data/inspections/2024-q1.yaml'
const differs = 'warning title-period-differs'

test.each([
  ['关于2024年第一季度检查情况的通报', 0],
  ['关于2024年一季度检查情况的通报', 0],
  ['关于2024年2月份检查情况的通报', 0],
  ['关于2024年上半年检查情况的通报', 0],
  ['关于一季度检查情况的通报', 0],
  ['关于上半年检查情况的通报', 0],
  ['2023年度政府信息公开年度报告检查情况', 0],
  ['关于2024年第一季度检查情况和做好2024年第二季度自查的通报', 0],
  ['关于2023年第四季度问题整改情况的通报', 0],
  ['关于2024年4月3日专项检查情况的通报', 0],
  ['关于第二季度检查情况的通报', 1],
  ['关于2023年第一季度检查情况的通报', 1],
  ['关于2024年第二季度检查情况的通报', 1],
  ['关于2024年4月份检查情况的通报', 1],
])('%s, of 2024年第一季度: %i warnings', (title, count) => {
  const inspections = [inspectionWith({ document: { title }, appendices: { list: { title } } })]
  const places = count === 0 ? [] : ['document.title', 'appendices.list.title']
  expect(found(titlesAndPeriods, { inspections })).toEqual(
    places.map((place) => `${differs} ${file} ${place}`),
  )
})

test('the title of a bulletin is checked as typed', () => {
  const text = '关于2023年第一季度检查情况的通报'
  const heading = {
    type: 'heading',
    depth: 1,
    children: [{ type: 'text', text, offset: 2 }],
  } as const
  const bulletins = { '2024-q1': { id: '2024-q1', blocks: [heading] } }
  expect(found(titlesAndPeriods, { bulletins })).toEqual([
    `${differs} content/bulletins/2024-q1.mdx 2`,
  ])
})

test.each([
  ['市甲局2024年第二季度自查整改情况', 0],
  ['市甲局2024年第一季度自查整改情况', 1],
  ['市甲局第三季度自查整改情况', 1],
  ['市甲局二季度自查整改情况', 0],
  ['市甲局关于2024年第一季度通报问题整改情况的报告', 0],
])('the report %s, ordered for 2024年第二季度: %i warnings', (title, count) => {
  const parts = {
    inspections: [inspectionWith({ deadlines: { order } })],
    selfInspections: { '2024-q2': { jia: { title, published: '2024-06-03' } } },
  }
  expect(found(titlesAndPeriods, parts)).toEqual(
    Array(count).fill(`${differs} data/self-inspections/2024-q2/jia.yaml title`),
  )
})
