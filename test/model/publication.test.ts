import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Dataset } from '#model/dataset.ts'
import { publicDataset } from '#model/publication.ts'
import { anyDayOfSpring } from '../support/any.ts'
import { datasetWith, inspectionWith, issue, order } from '../support/dataset.ts'

/** A published first quarter, and a second one that is embargoed until 10 July. */
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

describe('an embargoed inspection', () => {
  test('is hidden with its bulletin, its register and the reports that only it orders', () => {
    const { inspections, bulletins, selfInspections, registers } = on('2024-07-09')
    expect({ inspections, bulletins, selfInspections, registers }).toEqual({
      inspections: [first],
      bulletins: {},
      selfInspections: {},
      registers: {},
    })
  })

  test('is completely public on the day itself', () => {
    expect(on('2024-07-10')).toEqual(datasetWith(known))
  })

  test('does not hide a period that a public document orders too', () => {
    const { deadlines } = second
    const data = on('2024-07-09', {
      inspections: [{ ...first, ...(deadlines && { deadlines }) }, second],
    })
    expect(Object.keys(data.selfInspections)).toEqual(['2024-q3'])
  })

  test('is not revealed by later accounts of its issues', () => {
    const follow_ups = {
      '2024-q1-01': { rectified: 'yes', reported: 'yes' },
      '2024-q2-01': { rectified: 'no', reported: 'no' },
    } as const
    const third = inspectionWith({ id: '2024-q3', follow_ups })
    const [, last] = on('2024-07-09', { inspections: [first, second, third] }).inspections
    expect(Object.keys(last?.follow_ups ?? {})).toEqual(['2024-q1-01'])
  })

  test('also hides channels and units that no public record names', () => {
    const { channels, units } = on('2024-07-09')
    expect(Object.keys(channels)).toEqual(['open'])
    expect(Object.keys(units)).toEqual(['jia'])
  })

  test('is not revealed by the record of its new id', () => {
    const withdrawals = [
      { on: '2024-07-01', at: 'inspections/2024-x', to: 'inspections/2024-q2', reason: '改名' },
      { on: '2024-07-01', at: 'inspections/2023-q4', from: '结果', reason: '撤回' },
    ]
    const withdrawnOn = (asOf: string) => on(asOf, { withdrawals }).withdrawals.map(({ at }) => at)
    expect(withdrawnOn('2024-07-09')).toEqual(['inspections/2023-q4'])
    expect(withdrawnOn('2024-07-10')).toEqual(['inspections/2024-x', 'inspections/2023-q4'])
  })

  test('leaves no gap in a complete register', () => {
    const { channels, units } = on('2024-07-09', { roster: 'complete' })
    expect(Object.keys(channels)).toEqual(['open', 'secret'])
    expect(Object.keys(units)).toEqual(['jia', 'yi', 'bing'])
  })

  test('also hides kinds of ordinary findings that are named after it', () => {
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

  test('is public from its own day on', () => {
    expect(units('2024-06-04', { publish_on: '2024-06-05' })).toEqual([])
    expect(units('2024-06-05', { publish_on: '2024-06-05' })).toEqual(['jia'])
  })

  test('is hidden before it was published', () => {
    expect(units('2024-06-02', {})).toEqual([])
    expect(units('2024-06-03', {})).toEqual(['jia'])
  })

  test('is public if its day is unknown', () => {
    expect(units('2024-06-02', { published: 'not-stated' })).toEqual(['jia'])
  })
})

describe('any record with a publication day', () => {
  const maybeDay = fc.option(anyDayOfSpring, { nil: undefined })
  const datasets = fc
    .tuple(fc.array(maybeDay, { minLength: 1, maxLength: 4 }), maybeDay, maybeDay)
    .map(([days, reported, waits]) => {
      const inspections = days.map((day, n) =>
        inspectionWith({
          id: `2024-q${n + 1}`,
          ...(day === undefined ? {} : { publish_on: day }),
          issues: {
            [`2024-q${n + 1}-01`]: { ...issue, units: [['jia', 'yi', 'bing'][n] ?? 'jia'] },
          },
          deadlines: {
            order: { ...order, period: { ...order.period, id: `2024-q${n + 2}` } as never },
          },
        }),
      )
      const report = {
        title: '自查',
        published: reported ?? 'not-stated',
        ...(waits === undefined ? {} : { publish_on: waits }),
      } as const
      return datasetWith({ inspections, selfInspections: { '2024-q2': { jia: report } } })
    })
  const shown = (dataset: Dataset): Set<string> =>
    new Set(
      [
        dataset.inspections.map(({ id }) => id),
        Object.values(dataset.selfInspections).flatMap((of) =>
          Object.keys(of).map((id) => `自查 ${id}`),
        ),
        Object.keys(dataset.units).map((id) => `单位 ${id}`),
      ].flat(),
    )

  test('nothing is shown before its day, and everything is shown from then on', () => {
    fc.assert(
      fc.property(datasets, anyDayOfSpring, (dataset, asOf) => {
        const left = publicDataset(dataset, asOf)
        expect(left.inspections.map(({ id }) => id)).toEqual(
          dataset.inspections
            .filter(({ publish_on: day }) => day === undefined || day <= asOf)
            .map(({ id }) => id),
        )
        for (const reports of Object.values(left.selfInspections))
          for (const { published, publish_on: day } of Object.values(reports)) {
            expect(published === 'not-stated' || published <= asOf).toBe(true)
            expect(day === undefined || day <= asOf).toBe(true)
          }
      }),
    )
  })

  test('a record that is public on one day is public on the next', () => {
    fc.assert(
      fc.property(datasets, anyDayOfSpring, anyDayOfSpring, (dataset, one, other) => {
        const [early, late] = [one, other].toSorted()
        const later = shown(publicDataset(dataset, late ?? ''))
        for (const known of shown(publicDataset(dataset, early ?? '')))
          expect([...later]).toContain(known)
      }),
    )
  })

  test('hiding records twice gives the same result', () => {
    fc.assert(
      fc.property(datasets, anyDayOfSpring, (dataset, asOf) => {
        const once = publicDataset(dataset, asOf)
        expect(publicDataset(once, asOf)).toEqual(once)
      }),
    )
  })
})
