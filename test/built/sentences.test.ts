import { describe, expect, test } from 'vitest'
import { areaViews } from '#model/area.ts'
import { indexDataset, type Inspection } from '#model/dataset.ts'
import { registerOf } from '#model/register.ts'
import type { Deadline } from '#schema/deadline.ts'
import type { Tally } from '#schema/figure.ts'
import { areaFigure } from '#view/area-figures.ts'
import { inspectionSentence, registerSentence } from '#view/sentences.ts'
import { datasetWith, inspectionWith, order } from '../support/dataset.ts'

function viewsOf(tally: Tally) {
  const inspection = inspectionWith({
    areas: { media: { object: '账号', counter: '个', tally } },
  })
  const dataset = datasetWith({ inspections: [inspection] })
  return { inspection, areas: areaViews(dataset, indexDataset(dataset), inspection) }
}

test.each<[string, Tally, string]>([
  ['a number', { checked: 30, failed: 2 }, '检查了30个账号，2个账号不合格'],
  [
    'a hedged number as it is printed',
    {
      checked: { value: 30, stated: '30余', approximate: true },
      failed: { value: 2, stated: '约2' },
    },
    '检查了30余个账号，约2个账号不合格',
  ],
  [
    'words by their number',
    { checked: { value: 30, stated: '全部账号' }, failed: 2 },
    '检查了30个账号',
  ],
])('a sentence says %s', (_, tally, words) => {
  const { inspection, areas } = viewsOf(tally)
  expect(inspectionSentence(inspection, areas)).toContain(words)
})

test('a sentence states failures without a number checked, and distinguishes areas with the same object', () => {
  const sentenceOf = (areas: Inspection['areas']): string => {
    const inspection = inspectionWith({ areas })
    const dataset = datasetWith({ inspections: [inspection] })
    return inspectionSentence(inspection, areaViews(dataset, indexDataset(dataset), inspection))
  }
  const websites = { object: '网站', counter: '家', tally: { checked: 5, failed: 0 } }
  expect(sentenceOf({ websites, media: { tally: { failed: 1 } } })).toBe(
    '示例机关检查了5家网站，1个账号不合格。',
  )
  expect(sentenceOf({ websites, media: { tally: { checked: 3, failed: 0 } } })).toBe(
    '示例机关检查了5家网站和3个账号，全部合格。',
  )
  expect(sentenceOf({ websites, reviewed: { ...websites, label: '各地抽查' } })).toBe(
    '示例机关检查了5家网站（websites）和5家网站（各地抽查），全部合格。',
  )
  expect(sentenceOf({ openness: { label: '政务公开', tally: { checked: 56 } } })).toBe(
    '示例机关检查了政务公开（56个）。',
  )
})

test('an area without messages has no missing rate', () => {
  const { inspection, areas } = viewsOf({ received: 0 })
  expect(areas.map((area) => areaFigure(inspection, area).reason)).toEqual([
    '本期收到账号0个，不计算比率。',
  ])
})

test('a printed rate that its own counts do not give is marked for the reader', () => {
  const tally = { checked: 370, passed: 369, failed: 1 }
  const notesFor = (stated: string) => {
    const inspection = inspectionWith({
      areas: { media: { object: '账号', counter: '个', tally, rates: { passed: { stated } } } },
    })
    const dataset = datasetWith({ inspections: [inspection] })
    const views = areaViews(dataset, indexDataset(dataset), inspection)
    return views.flatMap((view) => areaFigure(inspection, view).notes)
  }
  expect(notesFor('100%')).toEqual(['文件所载合格率100%，按369/370计算是99.7%'])
  expect(notesFor('99.7%')).toEqual([])
})

describe('an area without a rate', () => {
  const leads = (area: Inspection['areas'][string]) => {
    const inspection = inspectionWith({ areas: { media: area } })
    const dataset = datasetWith({ inspections: [inspection] })
    return areaViews(dataset, indexDataset(dataset), inspection).map((view) => {
      const { fraction, counted, others, more, reason } = areaFigure(inspection, view)
      return { fraction, counted, others, more, reason }
    })[0]
  }

  test('leads with its first figure, in the words of the document', () => {
    const figures = {
      各区平均得分: { value: 99.45, unit: '分' },
      部门平均得分: { value: 99.25, unit: '分' },
    }
    expect(leads({ figures })).toMatchObject({
      fraction: '99.45分',
      counted: '各区平均得分',
      others: [{ label: '部门平均得分', value: '99.25分' }],
    })
  })

  test('leads with no zero while another figure is known', () => {
    const figures = { 平均得分: { value: 88, unit: '分' } }
    expect(leads({ tally: { failed: 0 }, figures })).toMatchObject({ fraction: '88分' })
    expect(leads({ tally: { failed: 0 } })).toMatchObject({
      others: [{ label: '不合格', value: '0个' }],
    })
  })

  test('shows five figures, and how many are left', () => {
    const figures = Object.fromEntries(
      [1, 2, 3, 4, 5, 6, 7].map((n) => [`数字${n}`, { value: n, unit: '件' }]),
    )
    expect(leads({ figures })).toMatchObject({ fraction: '1件', more: '还有2个数字' })
  })

  test('never refers a reader to another page for numbers that it could show', () => {
    expect(leads({})?.reason).toBe('通报用文字说明，没有数字。')
  })
})

describe('the sentence of a register', () => {
  const sentenceOf = (
    deadline: Deadline,
    published: readonly string[] = [],
    partial = false,
  ): string => {
    const inspection = inspectionWith({ deadlines: { order: deadline } })
    const reports = published.map((unit) => [unit, { title: '自查', published: '2024-06-03' }])
    const dataset = datasetWith({
      inspections: [inspection],
      selfInspections: { '2024-q2': Object.fromEntries(reports) },
    })
    const record = { id: 'order', deadline, inspection }
    return registerSentence(registerOf(dataset, record, '2024-06-07'), partial)
  }
  const unknown = '本站没有主管机关的核查记录，未收录不等于未公开。'

  test('names the units that have to publish in the words of the document', () => {
    expect(sentenceOf({ ...order, who: ['jia'], who_stated: '各县（区）' })).toBe(
      `各县（区）应于2024年6月6日前公开2024年第二季度自查整改情况；共1个单位，尚未收录到报告。${unknown}`,
    )
  })

  test('counts recorded reports, and only those of units in the roster', () => {
    expect(sentenceOf(order, ['yi'], true)).toBe(
      `各单位应于2024年6月6日前公开2024年第二季度自查整改情况；本站收录3个单位（不是全部），已收录到1份。${unknown}`,
    )
  })

  test('names no day when the document names none', () => {
    const { due: _day, ...undated } = order
    expect(sentenceOf({ ...undated, words: '按季公开' })).toContain('各单位应公开2024年第二季度')
  })
})
