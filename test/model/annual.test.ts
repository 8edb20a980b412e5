import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AnnualForm, annualForms, yearsOf } from '#model/annual.ts'
import type { Inspection } from '#model/dataset.ts'
import { indexDataset } from '#model/dataset.ts'
import { ledgerOf } from '#model/ledger.ts'
import { datasetWith, inspectionWith, issue } from '../support/dataset.ts'

const quarter = (n: 1 | 2 | 3 | 4, parts: Partial<Inspection> = {}): Inspection =>
  inspectionWith({
    id: `2024-q${n}`,
    period: {
      label: `2024年第${'一二三四'[n - 1] ?? ''}季度`,
      start: `2024-${String(n * 3 - 2).padStart(2, '0')}-01`,
      end: `2024-${['03-31', '06-30', '09-30', '12-31'][n - 1] ?? ''}`,
    },
    areas: { media: { tally: { total: 10, checked: 10, failed: n % 2 } } },
    ...parts,
  })

const failing = (id: string, channel: string) => ({
  [id]: { ...issue, channels: [channel], severity: 'veto' as const, counts_in_rate: true as const },
})

function formsOf(inspections: Inspection[], year = 2024): AnnualForm[] {
  const dataset = datasetWith({
    inspections,
    channels: { a: { platform: '微信公众号', name: '甲发布', unit: 'jia' } },
  })
  const index = indexDataset(dataset)
  return annualForms(dataset, index, ledgerOf(dataset, index, '2025-02-01'), year)
}

function onlyForm(inspections: Inspection[]): AnnualForm {
  const [form, ...others] = formsOf(inspections)
  if (form === undefined || others.length > 0) throw new Error('not one form')
  return form
}

const row = (form: AnnualForm, name: string) => {
  const found = form.areas[0]?.rows.find((one) => one.name === name)
  if (found === undefined) throw new Error(`no ${name}`)
  return found
}
const numbers = (form: AnnualForm, name: string) =>
  row(form, name).cells.map((cell) => (cell.kind === 'count' ? cell.record.number : cell.kind))

const whole = ([1, 2, 3, 4] as const).map((n) => quarter(n))

describe('four quarters', () => {
  const form = onlyForm(whole)

  test('are shown side by side and added up', () => {
    expect(form.columns.map(({ label }) => label)).toEqual([
      '2024年第一季度',
      '2024年第二季度',
      '2024年第三季度',
      '2024年第四季度',
    ])
    expect(numbers(form, 'failed')).toEqual([1, 0, 1, 0])
    expect(row(form, 'failed').sum).toBe(2)
    expect(row(form, 'checked').sum).toBe(40)
  })

  test('are not added up if they are states on a day', () => {
    expect(row(form, 'total').sum).toBe('not-added')
  })

  test('each number has its path', () => {
    const [cell] = row(form, 'failed').cells
    expect(cell).toMatchObject({
      kind: 'count',
      record: { record: 'inspections/2024-q1', path: 'areas.media.tally.failed' },
    })
  })
})

test('a quarter without an inspection is a gap, and then there is no sum', () => {
  const form = onlyForm(whole.filter(({ id }) => id !== '2024-q3'))
  expect(form.columns.map(({ inspection }) => inspection?.id ?? null)).toEqual([
    '2024-q1',
    '2024-q2',
    null,
    '2024-q4',
  ])
  expect(numbers(form, 'failed')).toEqual([1, 0, 'no-inspection', 0])
  expect(row(form, 'failed').sum).toBe('incomplete-year')
  expect(form.rectification[2]).toBeNull()
})

test('a count that one inspection does not give is a gap of that inspection alone', () => {
  const form = onlyForm([
    ...whole.slice(0, 3),
    quarter(4, { areas: { media: { tally: { total: 10, failed: 'not-stated' } } } }),
  ])
  expect(numbers(form, 'checked')).toEqual([10, 10, 10, 'absent'])
  expect(numbers(form, 'failed')).toEqual([1, 0, 1, null])
  expect(row(form, 'checked').sum).toBe('period-without-number')
  expect(row(form, 'failed').sum).toBe('period-without-number')
  expect(form.areas[0]?.failedOnce).toBe('period-without-number')
})

test('a sum counts a website again in each period, and a message once', () => {
  const mail = { counter: '条', tally: { received: 7, closed: 7 } }
  const sites = { counter: '家', tally: { checked: 20, passed: 19 } }
  const counters = (inspections: Inspection[]) =>
    onlyForm(inspections).areas.flatMap(({ rows }) =>
      rows.map(({ label, counter, sumCounter }) => [label, counter, sumCounter]),
    )
  const year = ([1, 2, 3, 4] as const).map((n) => quarter(n, { areas: { media: sites } }))
  expect(counters(year)).toEqual([
    ['检查', '家', '家次'],
    ['合格', '家', '家次'],
    ['不合格', '家', '家次'],
  ])
  expect(
    counters(([1, 2, 3, 4] as const).map((n) => quarter(n, { areas: { media: mail } }))),
  ).toEqual([
    ['收到', '条', '条'],
    ['办结', '条', '条'],
  ])
  // A single inspection of the whole year checked each of them once.
  const wholeYear = inspectionWith({
    id: '2024',
    period: { label: '2024年', start: '2024-01-01', end: '2024-12-31' },
    areas: { media: sites },
  })
  expect(counters([wholeYear])[0]).toEqual(['检查', '家', '家'])
})

test('a channel that failed twice counts once in the year, if every inspection names all that failed', () => {
  const named = [
    quarter(1, { issues: failing('2024-q1-01', 'a') }),
    quarter(2),
    quarter(3, { issues: failing('2024-q3-01', 'a') }),
    quarter(4),
  ]
  const form = onlyForm(named)
  expect(form.areas[0]?.failedOnce).toBe(1)
  expect(form.failures.map(({ id }) => id)).toEqual(['2024-q1-01', '2024-q3-01'])
  expect(onlyForm([...named.slice(0, 2), quarter(3), quarter(4)]).areas[0]?.failedOnce).toBe(
    'not-all-named',
  )
  expect(onlyForm([quarter(1)]).areas[0]?.failedOnce).toBe('incomplete-year')
})

test('an office that inspects by the month misses no quarter', () => {
  const month = inspectionWith({
    id: '2024-05',
    period: { label: '2024年5月', start: '2024-05-01', end: '2024-05-31' },
    areas: { media: { tally: { checked: 3, failed: 1 } } },
  })
  const form = onlyForm([month])
  expect(form.columns.map(({ label }) => label)).toEqual(['2024年5月'])
  expect(row(form, 'failed').sum).toBe('incomplete-year')
})

test('each office has a form of its own, and each year', () => {
  const other = quarter(1, { id: 'jia-2024-q1', issuer: '甲县人民政府办公室' })
  expect(formsOf([...whole, other]).map(({ issuer }) => issuer)).toEqual([
    '示例机关',
    '甲县人民政府办公室',
  ])
  expect(formsOf(whole, 2023)).toEqual([])
  const before = inspectionWith({
    id: '2023-q4',
    period: { label: '2023年第四季度', start: '2023-10-01', end: '2023-12-31' },
  })
  expect(yearsOf(datasetWith({ inspections: [before, ...whole] }))).toEqual([2023, 2024])
})

test('findings are counted by what is recorded, including those with nothing recorded', () => {
  const form = onlyForm([
    quarter(1, {
      issues: {
        '2024-q1-01': {
          ...issue,
          units: ['jia', 'yi'],
          rectification: [
            { on: '2024-04-20', step: 'reported', units: ['jia'] },
            { on: '2024-04-21', step: 'rectified', units: ['jia'] },
            { on: '2024-04-25', step: 'recheck-passed', units: ['jia'] },
          ],
        },
      },
    }),
    quarter(2),
    quarter(3),
    quarter(4),
  ])
  expect(form.rectification[0]).toMatchObject({
    issues: 1,
    rows: 2,
    reported: 1,
    rectified: 1,
    passed: 1,
    settled: 1,
    nothing: 1,
  })
})

test('an approximate count is not added to the others', () => {
  const about = { checked: { value: 600, stated: '约600' }, failed: 1 }
  const form = onlyForm([quarter(1, { areas: { media: { tally: about } } }), ...whole.slice(1)])
  expect(row(form, 'checked').sum).toBe('no-exact-number')
  expect(row(form, 'failed').sum).toBe(2)
})

test('a printed rate is listed by period, even without counts', () => {
  const rates = { closed_on_time: { stated: '100%' }, passed: {} }
  const form = onlyForm([
    quarter(1, { areas: { media: { rates } } }),
    quarter(2, { areas: { media: { rates: { closed_on_time: { stated: '99.5%' } } } } }),
    quarter(3),
  ])
  expect(
    form.rates.map(({ label, cells }) => [
      label,
      ...cells.map((cell) => (cell.kind === 'rate' ? cell.stated : cell.kind)),
    ]),
  ).toEqual([['政务新媒体：按期办结率', '100%', '99.5%', 'absent', 'no-inspection']])
})

test('property: the year is the sum of its quarters or gives the reason why not', () => {
  const figure = fc.oneof(
    fc.nat({ max: 999 }),
    fc.constantFrom('not-stated' as const, { value: 600, approximate: true }),
  )
  const tallies = fc.tuple(figure, figure, figure, figure)
  fc.assert(
    fc.property(tallies, fc.subarray([0, 1, 2, 3], { minLength: 1 }), (all, there) => {
      const form = onlyForm(
        there.map((n) =>
          quarter((n + 1) as 1 | 2 | 3 | 4, {
            areas: { media: { tally: { checked: all[n] ?? 0 } } },
          }),
        ),
      )
      const { sum } = row(form, 'checked')
      const exact = all.filter((one) => typeof one === 'number')
      if (there.length < 4) expect(sum).toBe('incomplete-year')
      else if (all.includes('not-stated')) expect(sum).toBe('period-without-number')
      else if (exact.length < 4) expect(sum).toBe('no-exact-number')
      else expect(sum).toBe(exact.reduce((known, one) => known + one, 0))
    }),
  )
})
