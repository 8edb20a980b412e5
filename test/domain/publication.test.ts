import { describe, expect, test } from 'vitest'
import type { Dataset } from '#domain/dataset.ts'
import { publicDataset } from '#domain/publication.ts'
import { datasetWith, inspectionWith, issue, order } from '../support/dataset.ts'

/** A first quarter that everybody knows, and a second that waits for 10 July. */
const first = inspectionWith({ issues: { '2024-q1-01': issue } })
const second = inspectionWith({
  id: '2024-q2',
  publish_on: '2024-07-10',
  issues: { '2024-q2-01': { ...issue, units: ['yi'], channels: ['secret'] } },
  deadlines: { order: { ...order, period: { ...order.period, id: '2024-q3' } as never } },
})
const known: Partial<Dataset> = {
  inspections: [first, second],
  bulletins: { '2024-q2': { id: '2024-q2', blocks: [] } },
  channels: {
    open: { platform: '微信公众号', name: '公开的号', unit: 'jia' },
    secret: { platform: '微信公众号', name: '没有公布的号', unit: 'yi' },
  },
  selfInspections: { '2024-q3': { jia: { title: '自查', published: '2024-07-01' } } },
  registers: { '2024-q3': { exempt: { bing: '理由' } } },
}
const on = (asOf: string, parts: Partial<Dataset> = {}): Dataset =>
  publicDataset(datasetWith({ ...known, ...parts }), asOf)

describe('an inspection that waits for its day', () => {
  test('is gone with its bulletin, its register and the reports that only it orders', () => {
    const { inspections, bulletins, selfInspections, registers } = on('2024-07-09')
    expect({ inspections, bulletins, selfInspections, registers }).toEqual({
      inspections: [first],
      bulletins: {},
      selfInspections: {},
      registers: {},
    })
  })

  test('is all there on the day itself', () => {
    expect(on('2024-07-10')).toEqual(datasetWith(known))
  })

  test('leaves a period alone that a public document orders too', () => {
    const { deadlines } = second
    const data = on('2024-07-09', {
      inspections: [{ ...first, ...(deadlines && { deadlines }) }, second],
    })
    expect(Object.keys(data.selfInspections)).toEqual(['2024-q3'])
  })

  test('is not betrayed by what a later document says of its issues', () => {
    const follow_ups = {
      '2024-q1-01': { rectified: 'yes', reported: 'yes' },
      '2024-q2-01': { rectified: 'no', reported: 'no' },
    } as const
    const third = inspectionWith({ id: '2024-q3', follow_ups })
    const [, last] = on('2024-07-09', { inspections: [first, second, third] }).inspections
    expect(Object.keys(last?.follow_ups ?? {})).toEqual(['2024-q1-01'])
  })

  test('takes the channels and units along that nothing else names', () => {
    const { channels, units } = on('2024-07-09')
    expect(Object.keys(channels)).toEqual(['open'])
    expect(Object.keys(units)).toEqual(['jia'])
  })

  test('is not betrayed by the record of its new id', () => {
    const withdrawals = [
      { on: '2024-07-01', at: 'inspections/2024-x', to: 'inspections/2024-q2', reason: '改名' },
      { on: '2024-07-01', at: 'inspections/2023-q4', from: '结果', reason: '撤回' },
    ]
    const told = (asOf: string) => on(asOf, { withdrawals }).withdrawals.map(({ at }) => at)
    expect(told('2024-07-09')).toEqual(['inspections/2023-q4'])
    expect(told('2024-07-10')).toEqual(['inspections/2024-x', 'inspections/2023-q4'])
  })

  test('leaves no gap in a complete register', () => {
    const { channels, units } = on('2024-07-09', { roster: 'complete' })
    expect(Object.keys(channels)).toEqual(['open', 'secret'])
    expect(Object.keys(units)).toEqual(['jia', 'yi', 'bing'])
  })

  test('takes the kinds of ordinary findings along that are named after it', () => {
    const kind = { name: '没有公布的问题', area: 'media', verified: true }
    const catalogues = {
      own: {
        title: '目录',
        source: '通报',
        indicators: {
          stale: { ...kind, kind: 'ordinary' },
          unheard: { ...kind, kind: 'ordinary' },
          grave: { ...kind, kind: 'veto' },
        },
      },
    } as const
    const issues = { '2024-q2-01': { ...issue, indicators: ['unheard', 'grave'] } }
    const data = on('2024-07-09', { catalogues, inspections: [first, { ...second, issues }] })
    expect(Object.keys(data.catalogues['own']?.indicators ?? {})).toEqual(['stale', 'grave'])
  })
})

describe("a unit's report", () => {
  const report = (parts: object): Partial<Dataset> => ({
    inspections: [inspectionWith({ deadlines: { order } })],
    selfInspections: { '2024-q2': { jia: { title: '自查', published: '2024-06-03', ...parts } } },
  })
  const units = (asOf: string, parts: object): string[] =>
    Object.keys(on(asOf, report(parts)).selfInspections['2024-q2'] ?? {})

  test('waits for its own day', () => {
    expect(units('2024-06-04', { publish_on: '2024-06-05' })).toEqual([])
    expect(units('2024-06-05', { publish_on: '2024-06-05' })).toEqual(['jia'])
  })

  test('is not there before it was published', () => {
    expect(units('2024-06-02', {})).toEqual([])
    expect(units('2024-06-03', {})).toEqual(['jia'])
  })

  test('is there when nobody knows since when', () => {
    expect(units('2024-06-02', { published: 'not-stated' })).toEqual(['jia'])
  })
})
