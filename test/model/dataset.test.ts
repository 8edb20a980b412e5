import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areaView, areaViews } from '#model/area.ts'
import { byDue, comparePeriods, indexDataset } from '#model/dataset.ts'
import { unitRecords, unitsByTier } from '#model/unit-record.ts'
import { anyDayOfSpring } from '../support/any.ts'
import { datasetWith, inspectionWith, issue, order } from '../support/dataset.ts'

const first = inspectionWith({
  id: '2023-q4',
  period: { label: '2023年第四季度', start: '2023-10-01', end: '2023-12-31' },
  issues: { '2023-q4-01': issue },
})
const second = inspectionWith({
  areas: {
    media: {
      coverage: 'full',
      window: { start: '2023-12', end: '2024-03-05' },
      tally: { total: 'not-stated', checked: 10, failed: 2 },
      rates: { passed: {} },
      splits: { tier: { of: 'checked', parts: { '县（区）': 4, 市直: { tally: { total: 7 } } } } },
    },
    other: {},
  },
  issues: {
    '2024-q1-01': { ...issue, units: ['yi', 'jia'] },
    '2024-q1-02': { ...issue, units: 'not-stated', channels: ['weixin'] },
  },
  deadlines: { order },
})
const dataset = datasetWith({
  inspections: [first, second],
  channels: {
    weixin: { platform: '微信公众号', name: '甲县发布', unit: 'jia' },
    weibo: { platform: '微博', name: '甲县发布', unit: 'not-stated' },
  },
})
const index = indexDataset(dataset)

describe('one area of one inspection', () => {
  const view = areaView(dataset, index, second, 'media')

  test('shows the counts that the document gives, a missing one with its reason', () => {
    expect(view.counts).toEqual([
      { name: 'total', label: '总数', text: '文件未写明', number: null, more: [] },
      { name: 'checked', label: '检查', text: '10', number: 10, more: [] },
      { name: 'failed', label: '不合格', text: '2', number: 2, more: [] },
    ])
    expect([view.checked, view.passed, view.failed]).toEqual([10, 8, 2])
  })

  test('shows a part without the count that is split as not stated', () => {
    expect(view.splits[0]?.rows.map(({ text, number }) => [text, number])).toEqual([
      ['4', 4],
      ['文件未写明', null],
    ])
  })

  test('gives the time window of its figures', () => {
    expect(view.window).toBe('2023年12月至2024年3月5日')
  })

  test('holds the findings of this inspection only', () => {
    expect(view.issues.map(({ id }) => id)).toEqual(['2024-q1-01', '2024-q1-02'])
  })

  test('has a name even where the site defines none, and nothing that it lacks', () => {
    const [, other] = areaViews(dataset, index, second)
    expect([other?.name, other?.counts, other?.splits, other?.rates, other?.window]).toEqual([
      'other',
      [],
      [],
      [],
      null,
    ])
  })
})

test('periods are in the order of their ends, then of their starts, then of their ids', () => {
  const period = (
    id: string,
    start: string,
    end: string,
  ): Parameters<typeof comparePeriods>[0] => ({
    id,
    period: { label: id, start, end },
  })
  const sorted = [
    period('q2', '2024-04-01', '2024-06-30'),
    period('half', '2024-01-01', '2024-06-30'),
    period('b', '2024-01-01', '2024-03-31'),
    period('a', '2024-01-01', '2024-03-31'),
  ].sort(comparePeriods)
  expect(sorted.map(({ id }) => id)).toEqual(['a', 'b', 'half', 'q2'])
})

describe('the record of a unit', () => {
  const [jia, yi, bing] = unitRecords(dataset, index, '2024-06-07')

  test('has only its own findings, newest first', () => {
    expect(jia?.issues.map(({ id }) => id)).toEqual(['2024-q1-01', '2023-q4-01'])
    expect(yi?.issues.map(({ id }) => id)).toEqual(['2024-q1-01'])
    expect(bing?.issues).toEqual([])
  })

  test('holds its own accounts, not those of which the document names no unit', () => {
    expect([jia?.channels, yi?.channels]).toEqual([['weixin'], []])
  })

  test('holds the duties that a document lays on it, and its place in the register', () => {
    expect(jia?.duties.map(({ id }) => id)).toEqual(['order'])
    expect(jia?.registers.map(({ row }) => row.status.state)).toEqual(['not-recorded'])
  })
})

test('units are grouped by tier in the order of the site, without empty tiers', () => {
  expect(unitsByTier(dataset)).toEqual([
    { tier: 'county', label: '县（区）', units: ['jia'] },
    { tier: 'department', label: '市直部门', units: ['yi', 'bing'] },
  ])
  const { jia } = dataset.units
  expect(unitsByTier(datasetWith({ units: jia === undefined ? {} : { jia } }))).toHaveLength(1)
})

describe('of any records', () => {
  const day = fc.constantFrom('2024-01-01', '2024-03-31', '2024-06-30')
  const record = fc.record({
    id: fc.constantFrom('2024-q1', '2024-q2', '2024-01'),
    period: fc.record({ label: fc.constant('期'), start: day, end: day }),
  })

  test('the order of periods is total and transitive', () => {
    fc.assert(
      fc.property(record, record, record, (a, b, c) => {
        expect(Math.sign(comparePeriods(a, b)) + Math.sign(comparePeriods(b, a))).toBe(0)
        if (comparePeriods(a, b) <= 0 && comparePeriods(b, c) <= 0)
          expect(comparePeriods(a, c)).toBeLessThanOrEqual(0)
        if (comparePeriods(a, b) === 0) expect([a.id, a.period]).toEqual([b.id, b.period])
      }),
    )
  })

  test('deadlines are sorted by day, those without a day first, and none is lost', () => {
    const due = fc.option(anyDayOfSpring, { nil: undefined })
    fc.assert(
      fc.property(fc.array(due, { maxLength: 8 }), (days) => {
        const { due: _due, ...undated } = order
        const records = days.map((one, n) => ({
          id: String(n),
          deadline: one === undefined ? undated : { ...undated, due: one },
          inspection: first,
        }))
        const sorted = byDue(records)
        expect(sorted.map(({ deadline }) => deadline.due ?? '')).toEqual(
          days.map((one) => one ?? '').toSorted(),
        )
        expect(new Set(sorted)).toEqual(new Set(records))
      }),
    )
  })

  test('a finding is found by its id, by each unit that it names and by each account, once', () => {
    const findings = fc.array(
      fc.record({
        units: fc.oneof(
          fc.constant('not-stated' as const),
          fc.subarray(['jia', 'yi', 'bing'], { minLength: 1 }),
        ),
        channels: fc.subarray(['weixin', 'weibo']),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(findings, (all) => {
        const issues = Object.fromEntries(
          all.map((parts, n) => [`2024-q1-0${n + 1}`, { ...issue, ...parts }]),
        )
        const found = indexDataset(datasetWith({ inspections: [inspectionWith({ issues })] }))
        expect(found.issues.map(({ id }) => id)).toEqual(Object.keys(issues))
        for (const one of found.issues) {
          expect(found.issueById.get(one.id)).toBe(one)
          const named = Array.isArray(one.issue.units) ? one.issue.units : []
          for (const unit of ['jia', 'yi', 'bing'])
            expect(found.issuesByUnit.get(unit)?.filter((each) => each === one) ?? []).toHaveLength(
              named.includes(unit) ? 1 : 0,
            )
          for (const channel of one.issue.channels ?? [])
            expect(found.issuesByChannel.get(channel)).toContain(one)
        }
      }),
    )
  })
})
