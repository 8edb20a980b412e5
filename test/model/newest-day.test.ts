import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isDay } from '#model/calendar.ts'
import { indexDataset } from '#model/dataset.ts'
import { newestDays } from '#model/newest-day.ts'
import { registerOf } from '#model/register.ts'
import { unitRecords } from '#model/unit-record.ts'
import { anyDayOfSpring } from '../support/any.ts'
import { anyDataset } from '../support/any-dataset.ts'
import { datasetWith, inspectionWith, issue, order } from '../support/dataset.ts'

const media = { platform: '微信公众号', name: '甲县发布', unit: 'jia' }
const dataset = datasetWith({
  channels: { 'jia-fabu': media, silent: { ...media, name: '甲县交通' } },
  inspections: [
    inspectionWith({
      issues: {
        '2024-q1-01': {
          ...issue,
          channels: ['jia-fabu'],
          rectification: [
            { on: '2024-05-02', units: ['jia'], step: 'reported' },
            { on: '2024-07-01', units: ['jia'], step: 'rectified' },
          ],
        },
        '2024-q1-02': { ...issue, units: ['yi'] },
      },
      deadlines: { order: { ...order, who: ['jia', 'yi'] } },
      corrections: [
        {
          on: '2024-05-20',
          at: 'issues.2024-q1-01.text',
          from: '栏目空',
          to: '栏目空白',
          reason: '漏字',
        },
      ],
    }),
  ],
  selfInspections: {
    '2024-q2': {
      yi: { title: '市乙局自查整改情况', published: '2024-06-03' },
      bing: { title: '市丙局自查整改情况', published: 'not-stated' },
    },
  },
  registers: { '2024-q2': { looked_on: '2024-06-07' } },
})
const index = indexDataset(dataset)
const days = (asOf: string) => {
  const newest = newestDays({ dataset, index, asOf })
  const records = unitRecords(dataset, index, asOf)
  const [duty] = [...index.orders.values()]
  return {
    ...newest,
    all: newest.all(),
    issues: index.issues.map(newest.issue),
    register: duty && newest.register(registerOf(dataset, duty, asOf)),
    units: records.map((record) => newest.unit(record)),
    channels: Object.keys(dataset.channels).map(newest.channel),
  }
}

test("the date of a finding is that of its last step or correction, not of another finding's", () => {
  expect(days('2024-06-08').issues).toEqual(['2024-05-20', '2024-04-10'])
})

test('later days are ignored', () => {
  expect(days('2024-05-10')).toMatchObject({
    issues: ['2024-05-02', '2024-04-10'],
    register: '2024-04-10',
    all: '2024-05-02',
  })
  expect(days('2024-07-02').issues[0]).toBe('2024-07-01')
})

test('the date of a register is that of its newest report or of the check of the office', () => {
  expect(days('2024-06-05').register).toBe('2024-06-03')
  expect(days('2024-06-08').register).toBe('2024-06-07')
})

test('the date of a unit is that of the newest record on its page; without dates it has none', () => {
  expect(days('2024-06-05').units).toEqual(['2024-05-20', '2024-06-03', undefined])
  expect(days('2024-06-08').channels).toEqual(['2024-05-20', undefined])
})

describe('of any dataset', () => {
  const daysOf = (all: typeof dataset, asOf: string) => {
    const known = indexDataset(all)
    const newest = newestDays({ dataset: all, index: known, asOf })
    return {
      all: newest.all(),
      parts: [
        ...all.inspections.map(newest.inspection),
        ...known.issues.map(newest.issue),
        ...[...known.orders.values()].map((one) => newest.register(registerOf(all, one, asOf))),
        ...unitRecords(all, known, asOf).map(newest.unit),
        ...Object.keys(all.channels).map(newest.channel),
      ],
    }
  }

  test('no part is newer than the whole, and none has a future date', () => {
    fc.assert(
      fc.property(anyDataset, anyDayOfSpring, (all, asOf) => {
        const days = daysOf(all, asOf)
        for (const day of days.parts)
          if (day !== undefined) expect(day <= (days.all ?? '')).toBe(true)
        expect(days.all === undefined || (isDay(days.all) && days.all <= asOf)).toBe(true)
      }),
    )
  })

  test('no date becomes earlier as time goes on', () => {
    fc.assert(
      fc.property(anyDataset, anyDayOfSpring, anyDayOfSpring, (all, one, other) => {
        const [early, late] = [one, other].toSorted().map((asOf) => daysOf(all, asOf))
        expect((early?.all ?? '') <= (late?.all ?? '')).toBe(true)
        for (const [n, day] of (early?.parts ?? []).entries())
          expect((day ?? '') <= (late?.parts[n] ?? '')).toBe(true)
      }),
    )
  })
})
