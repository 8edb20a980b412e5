import { expect, test } from 'vitest'
import type { Dataset } from '#model/dataset.ts'
import { opennessYears, type UnitYear } from '#model/openness-facts.ts'
import type { Consultation, OfficeOpenness, UnitOpenness } from '#schema/openness.ts'
import { ledgerDays } from '../support/any-openness.ts'
import { datasetWith } from '../support/dataset.ts'

/** The year 2023 of the department 市乙局, as of a day. */
function yearOf(
  ledger: UnitOpenness,
  office: OfficeOpenness = {},
  asOf = '2024-12-20',
  more: Partial<Dataset> = {},
): UnitYear {
  const dataset = datasetWith({
    openness: { '2023': { yi: ledger } },
    opennessOffice: { '2023': office },
    catalogues: ledgerDays,
    ...more,
  })
  const [unit] = opennessYears({ dataset, asOf })[0]?.units ?? []
  if (unit === undefined) throw new Error('no unit')
  return unit
}

const owes = { owes: true, reason: '规范性文件' }
const document = { title: '扶持办法', kind: 'normative', published: '2023-05-10' } as const
const judged: OfficeOpenness = { judgements: { a: owes } }

test('until the office has looked, a document without an interpretation is not recorded here', () => {
  const { policies } = yearOf({ policies: { a: document } }, judged)
  expect(policies[0]?.interpretation).toBe('not-recorded')
})

test('after the look it is overdue, where the catalogue says within how many days', () => {
  const look = { ...judged, units: { yi: { looked_on: '2023-06-30' } } }
  const ledger = { policies: { a: document } }
  expect(yearOf(ledger, look).policies[0]?.interpretation).toBe('overdue')
  const none = yearOf(ledger, look, '2024-12-20', { catalogues: {} })
  expect(none.policies[0]?.interpretation).toBe('none-at-look')
  const early = { ...judged, units: { yi: { looked_on: '2023-05-12' } } }
  expect(yearOf(ledger, early).policies[0]?.interpretation).toBe('not-due')
})

test('a look that is still to come is none', () => {
  const look = { ...judged, units: { yi: { looked_on: '2023-06-30' } } }
  const unit = yearOf({ policies: { a: document } }, look, '2023-06-01')
  expect([unit.lookedOn, unit.policies[0]?.interpretation]).toEqual([null, 'not-recorded'])
})

test('全年未解读 needs a whole list, a look after the year, and a document that owes an interpretation', () => {
  const ledger = { policies: { a: document, b: document } }
  const with_ = (look: object, judgements = judged.judgements) =>
    yearOf(ledger, { units: { yi: look }, ...(judgements && { judgements }) }).hasNoneInYear
  expect(with_({ looked_on: '2024-01-10', complete: true })).toBe(true)
  expect(with_({ looked_on: '2024-01-10' })).toBe(false)
  expect(with_({ looked_on: '2023-10-10', complete: true })).toBe(false)
  expect(with_({ looked_on: '2024-01-10', complete: true }, {})).toBe(false)
})

const consultation: Consultation = {
  title: '公告',
  kind: 'normative',
  opened: '2023-03-01',
  closes: '2023-03-31',
}

test('a consultation is as long as the catalogue asks, in working days or for market entities in days', () => {
  const lengthOf = (more: Partial<Consultation>, data: Partial<Dataset> = {}) => {
    const ledger = { consultations: { c: { ...consultation, ...more } } }
    const [found] = yearOf(ledger, {}, '2024-12-20', data).consultations
    return [found?.days, found?.length]
  }
  // 1 March 2023 is a Wednesday: seven working days end on Thursday the 9th.
  expect(lengthOf({ closes: '2023-03-09' })).toEqual([7, 'enough'])
  expect(lengthOf({ closes: '2023-03-08' })).toEqual([6, 'short'])
  expect(lengthOf({ closes: '2023-03-08', shortened: '应急' })).toEqual([6, 'shortened'])
  expect(lengthOf({ closes: '2023-03-20', market_entities: true })).toEqual([20, 'short'])
  expect(lengthOf({ kind: 'major-decision', closes: '2023-03-30' })).toEqual([30, 'enough'])
  expect(lengthOf({ kind: 'other' })).toEqual([31, 'no-threshold'])
  expect(lengthOf({}, { catalogues: {} })).toEqual([31, 'no-threshold'])
  expect(lengthOf({ closes: 'not-stated' })).toEqual([null, 'unknown'])
})

test('feedback is overdue only after the look; before it the unit’s own word, or nothing', () => {
  const feedbackOf = (more: Partial<Consultation>, looked?: string, asOf?: string) =>
    yearOf(
      { consultations: { c: { ...consultation, ...more } } },
      looked === undefined ? {} : { units: { yi: { looked_on: looked } } },
      asOf,
    ).consultations[0]?.feedback
  expect(feedbackOf({})).toBe('not-recorded')
  expect(feedbackOf({ feedback: 'not-yet' })).toBe('not-yet')
  expect(feedbackOf({}, undefined, '2023-03-20')).toBe('open')
  expect(feedbackOf({}, '2023-04-10')).toBe('not-due')
  expect(feedbackOf({}, '2023-06-30')).toBe('overdue')
  expect(feedbackOf({ feedback: { published: '2023-06-01' } })).toBe('published')
  expect(feedbackOf({ feedback: { published: '2023-06-01' } }, '2023-06-30')).toBe('late')
  expect(feedbackOf({ feedback: { published: '2023-04-10' } }, '2023-06-30')).toBe('published')
})

test('an annual report is due on 31 January from departments and on 31 March from governments', () => {
  const reports = { departments: ['department'], governments: ['county'] }
  const report = (published: string) => ({ annual_report: { year: 2023, published } })
  const looked = { units: { yi: { looked_on: '2024-02-10' } }, annual_reports: reports }
  expect(yearOf(report('2024-01-31'), looked).report).toMatchObject({
    due: '2024-01-31',
    state: 'on-time',
  })
  expect(yearOf(report('2024-02-01'), looked).report.state).toBe('late')
  expect(yearOf({}, looked).report.state).toBe('overdue')
  expect(yearOf(report('2024-02-01'), { annual_reports: reports }).report.state).toBe('published')
  expect(yearOf({}, { annual_reports: reports }).report.state).toBe('not-recorded')
  expect(yearOf(report('2024-02-01')).report).toMatchObject({ due: null, state: 'published' })
  const typed = { units: { yi: { report_due: '2024-03-15' } } }
  expect(yearOf(report('2024-02-01'), typed).report).toMatchObject({
    due: '2024-03-15',
    state: 'on-time',
  })
})
