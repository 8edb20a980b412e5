import { describe, expect, test } from 'vitest'
import type { Dataset } from '#model/dataset.ts'
import { opennessYears, type UnitYear } from '#model/openness-facts.ts'
import { opennessFindings } from '#model/openness-findings.ts'
import { opennessRates } from '#model/openness-rates.ts'
import type { Consultation, OfficeOpenness, UnitOpenness } from '#schema/openness.ts'
import { opennessCatalogues, withGazetteDays } from '../support/any-openness.ts'
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
    catalogues: opennessCatalogues,
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

test('全年未解读 is not said while the period of a document that owes one runs, or has no known end', () => {
  const look = { looked_on: '2024-01-03', complete: true }
  const with_ = (published: string, looked = look, more: Partial<Dataset> = {}) =>
    yearOf(
      { policies: { a: document, b: { ...document, published } } },
      { units: { yi: looked }, judgements: { a: owes, b: owes } },
      '2024-12-20',
      more,
    )
  expect(with_('2023-12-30').hasNoneInYear).toBe(false)
  expect(with_('2023-12-30', { ...look, looked_on: '2024-01-10' }).hasNoneInYear).toBe(true)
  expect(with_('not-stated').hasNoneInYear).toBe(false)
  // The last day of the year has not passed on that day.
  const sameDay = with_('2023-11-01', { ...look, looked_on: '2023-12-31' })
  expect([sameDay.isComplete, sameDay.hasNoneInYear]).toEqual([false, false])
})

describe('where the day of a duty cannot be computed, nothing is late or missing', () => {
  /** The ledger of a year of whose holidays nothing is known. */
  const unknownYear = '2003'
  function unitOf(more: UnitOpenness): UnitYear {
    const dataset = datasetWith({
      openness: { [unknownYear]: { yi: more } },
      opennessOffice: {
        [unknownYear]: {
          units: { yi: { looked_on: '2004-02-20', complete: true } },
          judgements: { a: owes },
          gazette: { from: ['department'] },
        },
      },
      catalogues: withGazetteDays({ value: 20, unit: '工作日' }),
    })
    const [unit] = opennessYears({ dataset, asOf: '2024-12-20' })[0]?.units ?? []
    if (unit === undefined) throw new Error('no unit')
    return unit
  }
  const old = { ...document, published: '2003-05-06', disclosure: 'proactive' } as const

  test('a document and a consultation of a year whose holidays are not known', () => {
    const unit = unitOf({
      policies: { a: old },
      consultations: { c: { ...consultation, opened: '2003-03-01', closes: '2003-06-10' } },
    })
    expect(unit.policies[0]).toMatchObject({
      interpretation: 'day-unknown',
      gazette: 'day-unknown',
    })
    expect(unit.consultations[0]?.feedback).toBe('day-unknown')
    expect(unit.hasNoneInYear).toBe(false)
    const about = opennessRates([unit]).filter(({ name }) =>
      ['interpreted', 'gazette-sent', 'gazette-printed', 'feedback'].includes(name),
    )
    for (const rate of about)
      expect(rate).toMatchObject({ whole: 0, outside: [{ reason: 'day-unknown', count: 1 }] })
    expect(opennessFindings({ year: unknownYear, units: [unit] })).toEqual([])
  })

  test('what is done in such a year is left out too, so that no rate counts successes alone', () => {
    const items = [{ title: '解读', form: 'text', published: '2003-05-07' } as const]
    const closed = { ...consultation, opened: '2003-03-01', closes: '2003-06-10' }
    const unit = unitOf({
      policies: { a: { ...old, interpretation: { items }, gazette: { sent: '2003-05-07' } } },
      consultations: { c: { ...closed, feedback: { published: '2003-06-11' } } },
    })
    expect(unit.policies[0]).toMatchObject({ interpretation: 'interpreted', gazette: 'sent' })
    expect(unit.consultations[0]?.feedback).toBe('published')
    for (const rate of opennessRates([unit]))
      if (
        ['interpreted', 'within', 'gazette-sent', 'gazette-printed', 'feedback'].includes(rate.name)
      )
        expect(rate).toMatchObject({ whole: 0, outside: [{ reason: 'day-unknown', count: 1 }] })
  })

  test('an interpretation of such a year is in no rate of those in time', () => {
    const items = [{ title: '解读', form: 'text', published: '2003-09-06' } as const]
    const unit = unitOf({ policies: { a: { ...old, interpretation: { items } } } })
    expect(unit.policies[0]?.timing).toBe('other-day')
    expect(opennessRates([unit]).find(({ name }) => name === 'within')).toMatchObject({
      whole: 0,
      outside: [{ reason: 'day-unknown', count: 1 }],
    })
  })

  test('a document for the gazette whose day of publication is not known', () => {
    const unit = unitOf({ policies: { b: { ...old, published: 'not-stated' } } })
    expect(unit.policies[0]?.gazette).toBe('day-unknown')
  })
})

test.each(['not-stated', 'illegible', 'not-recorded'] as const)(
  'a document sent to the gazette on a day that is %s is sent',
  (sent) => {
    const gazetteOf = (day: typeof sent | 'not-applicable') =>
      yearOf(
        { policies: { a: { ...document, disclosure: 'proactive', gazette: { sent: day } } } },
        { units: { yi: { looked_on: '2024-02-20' } }, gazette: { from: ['department'] } },
      )
    const unit = gazetteOf(sent)
    expect(unit.policies[0]?.gazette).toBe('sent')
    expect(opennessFindings({ year: '2023', units: [unit] })).toEqual([])
    expect(opennessRates([unit]).find(({ name }) => name === 'gazette-sent')).toMatchObject({
      part: 1,
      whole: 1,
    })
    expect(gazetteOf('not-applicable').policies[0]?.gazette).toBe('none-at-look')
  },
)

test('a printed document without the duty says so, and is in no rate of the gazette', () => {
  const unit = yearOf(
    {
      policies: {
        a: { ...document, kind: 'other' },
        b: { ...document, disclosure: 'none' },
        c: { ...document, disclosure: 'proactive' },
        d: { ...document, disclosure: 'proactive' },
      },
    },
    {
      units: { yi: { looked_on: '2024-02-20' } },
      gazette: {
        from: ['department'],
        exempt: { c: '已经转发' },
        printed: { a: '2023年第3期', b: '2023年第3期', c: '2023年第3期' },
      },
    },
  )
  expect(unit.policies.map(({ gazette }) => gazette)).toEqual([
    'printed',
    'printed',
    'printed',
    'none-at-look',
  ])
  const rates = opennessRates([unit]).filter(({ name }) => name.startsWith('gazette'))
  expect(rates.map(({ part, whole }) => [part, whole])).toEqual([
    [0, 1],
    [0, 1],
  ])
})

describe('a unit that is gone by the day of a duty does not owe it', () => {
  const gone = (on: string): Partial<Dataset> => {
    const { units } = datasetWith()
    return {
      units: { ...units, yi: { name: '市乙局', tier: 'department', became: { unit: 'bing', on } } },
    }
  }
  const office = {
    ...judged,
    units: { yi: { looked_on: '2024-04-20' } },
    annual_reports: { departments: ['department'] },
  }

  test('the report of the year in which it was dissolved', () => {
    expect(yearOf({}, office, '2024-12-20', gone('2023-08-01')).report).toMatchObject({
      due: null,
      state: 'not-recorded',
    })
    expect(yearOf({}, office, '2024-12-20', gone('2024-02-01')).report.state).toBe('overdue')
  })

  test('an interpretation and feedback that were due after it was dissolved', () => {
    const unit = yearOf(
      { policies: { a: document }, consultations: { c: consultation } },
      office,
      '2024-12-20',
      gone('2023-04-15'),
    )
    expect(unit.policies[0]?.interpretation).toBe('unit-gone')
    expect(unit.consultations[0]).toMatchObject({ feedback: 'unit-gone', feedbackDue: null })
    expect(opennessFindings({ year: '2023', units: [unit] })).toEqual([])
  })
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
  expect(feedbackOf({ feedback: { published: '2023-06-01' } }, '2023-04-10')).toBe('published')
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
