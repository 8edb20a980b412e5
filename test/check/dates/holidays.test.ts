import { expect, test } from 'vitest'
import { holidays } from '#check/dates/holidays.ts'
import { countedDays } from '#check/dates/counted-days.ts'
import { datasetWith, inspectionWith, order } from '../../support/dataset.ts'
import { found } from '../found.ts'

const { site } = datasetWith({})
const file = 'data/site.yaml'
const with2027 = (year: { off: { start: string; end: string }[]; work?: string[] }) => ({
  site: { ...site, holidays: { '2027': year } },
})
const october = { start: '2027-10-01', end: '2027-10-07' }

test('a year as in the official notice has no problem, even if New Year starts in December', () => {
  const newYear = { start: '2026-12-31', end: '2027-01-02' }
  expect(found(holidays, with2027({ off: [newYear, october], work: ['2027-10-09'] }))).toEqual([])
})

test.each([
  [
    'that ends before it begins',
    { off: [{ start: '2027-10-07', end: '2027-10-01' }] },
    [`error period-backwards ${file} holidays.2027.off.0.end`],
  ],
  [
    'of another year',
    { off: [{ start: '2026-10-01', end: '2027-10-07' }] },
    [`error holiday-outside-year ${file} holidays.2027.off.0.start`],
  ],
  [
    'that overlaps another',
    { off: [october, { start: '2027-10-07', end: '2027-10-08' }] },
    [`error holiday-twice ${file} holidays.2027.off.1`],
  ],
])('a holiday %s is reported', (_what, year, problems) => {
  expect(found(holidays, with2027(year))).toEqual(problems)
})

test.each([
  ['inside a holiday', '2027-10-02', 'holiday-twice'],
  ['on a weekday', '2027-10-08', 'make-up-on-weekday'],
  ['of another year', '2028-10-07', 'holiday-outside-year'],
])('a make-up day %s is reported', (_what, day, code) => {
  expect(found(holidays, with2027({ off: [october], work: [day] }))).toEqual([
    `error ${code} ${file} holidays.2027.work.0`,
  ])
})

test('working days that reach into a year without a notice are reported until the office enters it', () => {
  const { due: _due, ...undated } = order
  const within = { days: 10, kind: 'working' as const, after: '2099-09-20' }
  const inspections = [inspectionWith({ deadlines: { d: { ...undated, within } } })]
  expect(found(countedDays, { inspections })).toEqual([
    'error working-days-unknown data/inspections/2024-q1.yaml deadlines.d.within',
  ])
  const entered = { '2099': { off: [{ start: '2099-10-01', end: '2099-10-07' }] } }
  expect(found(countedDays, { inspections, site: { ...site, holidays: entered } })).toEqual([])
})
