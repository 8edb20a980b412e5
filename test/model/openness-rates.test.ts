import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Dataset } from '#model/dataset.ts'
import { opennessYears } from '#model/openness-facts.ts'
import { opennessRates, type OpennessRateName } from '#model/openness-rates.ts'
import { lastDayWithin } from '#model/openness-thresholds.ts'
import type { OfficeOpenness, Policy, UnitOpenness } from '#schema/openness.ts'
import { anyLookDay, anyOpenness, opennessCatalogues } from '../support/any-openness.ts'
import { datasetWith } from '../support/dataset.ts'

const asOf = '2024-12-20'
const unitsOf = (dataset: Dataset) => opennessYears({ dataset, asOf }).flatMap(({ units }) => units)
const ratesOf = (dataset: Dataset) =>
  Object.fromEntries(opennessRates(unitsOf(dataset)).map((rate) => [rate.name, rate])) as Record<
    OpennessRateName,
    ReturnType<typeof opennessRates>[number]
  >

const policy = (more: Partial<Policy> = {}): Policy => ({
  title: '扶持办法',
  kind: 'normative',
  published: '2023-05-10',
  ...more,
})
const interpreted = (published: string, more: object = {}): Partial<Policy> => ({
  interpretation: { items: [{ title: '解读', form: 'text', published, ...more }] },
})
const owes = { owes: true, reason: '规范性文件' }

/** A year of the department 市乙局. */
const ledgerOf = (ledger: UnitOpenness, office: OfficeOpenness = {}, more: object = {}): Dataset =>
  datasetWith({
    openness: { '2023': { yi: ledger } },
    opennessOffice: { '2023': office },
    catalogues: opennessCatalogues,
    ...more,
  })

test('a document that nobody has judged is in no denominator', () => {
  const looked = { units: { yi: { looked_on: '2024-01-10' } } }
  const dataset = ledgerOf(
    {
      policies: {
        a: policy(interpreted('2023-05-10')),
        b: policy(),
        c: policy(interpreted('2023-05-12')),
      },
    },
    { ...looked, judgements: { a: owes, b: owes } },
  )
  expect(ratesOf(dataset).interpreted).toEqual({
    name: 'interpreted',
    part: 1,
    whole: 2,
    outside: [{ reason: 'not-judged', count: 1 }],
  })
})

test('a document at which the office has not looked is in no denominator', () => {
  const dataset = ledgerOf(
    { policies: { a: policy(interpreted('2023-05-10')) } },
    { judgements: { a: owes } },
  )
  expect(ratesOf(dataset).interpreted).toMatchObject({
    whole: 0,
    outside: [{ reason: 'not-looked-at', count: 1 }],
  })
})

test('any ledger: there are as many cases as judged documents of units that were looked at, or fewer', () => {
  fc.assert(
    fc.property(anyOpenness, (dataset) => {
      const judgements = dataset.opennessOffice['2023']?.judgements ?? {}
      const owed = unitsOf(dataset)
        .filter(({ lookedOn }) => lookedOn !== null)
        .flatMap(({ policies }) => policies)
        .filter(({ id }) => judgements[id]?.owes === true)
      for (const rate of opennessRates(unitsOf(dataset))) {
        expect(rate.part).toBeLessThanOrEqual(rate.whole)
        if (['interpreted', 'same-day', 'within', 'linked', 'together'].includes(rate.name))
          expect(rate.whole).toBeLessThanOrEqual(owed.length)
      }
    }),
  )
})

test('any ledger: without judgements no rate of interpretations has a case', () => {
  fc.assert(
    fc.property(anyOpenness, (dataset) => {
      const { judgements: _all, ...office } = dataset.opennessOffice['2023'] ?? {}
      const unjudged = { ...dataset, opennessOffice: { '2023': office } }
      const rates = ratesOf(unjudged)
      for (const name of ['interpreted', 'same-day', 'within', 'linked', 'together'] as const)
        expect(rates[name].whole).toBe(0)
    }),
  )
})

test('any ledger: without a look nothing is late, overdue, missing or without interpretation in a year', () => {
  fc.assert(
    fc.property(anyOpenness, (dataset) => {
      const { units: _looks, ...office } = dataset.opennessOffice['2023'] ?? {}
      const units = unitsOf({ ...dataset, opennessOffice: { '2023': office } })
      const words = units.flatMap((unit) => [
        unit.report.state,
        ...unit.policies.flatMap(({ interpretation, timing, gazette }) => [
          interpretation,
          timing,
          gazette,
        ]),
        ...unit.consultations.map(({ feedback }) => feedback),
      ])
      for (const word of ['late', 'overdue', 'none-at-look', 'not-due'])
        expect(words).not.toContain(word)
      expect(units.some(({ hasNoneInYear }) => hasNoneInYear)).toBe(false)
    }),
  )
})

test('any ledger, a look on any day: late, overdue and missing follow a look after the last day', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(anyOpenness, anyLookDay, (dataset, lookedOn) => {
      const looks = Object.keys(dataset.units).map((id) => [
        id,
        { looked_on: lookedOn, complete: true },
      ])
      const office: OfficeOpenness = {
        annual_reports: { departments: ['department'], governments: ['county'] },
        ...dataset.opennessOffice['2023'],
        units: Object.fromEntries(looks),
      }
      const all = { ...dataset, opennessOffice: { '2023': office } }
      const isAfter = (day: string | null) => day !== null && day < lookedOn
      for (const unit of unitsOf(all)) {
        const { report, policies, consultations } = unit
        if (report.state === 'late' || report.state === 'overdue')
          expect(isAfter(report.due)).toBe(true)
        for (const { policy: typed, threshold, ...facts } of policies) {
          const { interpretation, timing, gazette, gazetteDue } = facts
          const due = threshold && lastDayWithin(all, typed.published, threshold)
          if (timing === 'late' || interpretation === 'overdue') expect(isAfter(due)).toBe(true)
          if (interpretation === 'none-at-look') expect(threshold).toBe(null)
          if (gazette === 'none-at-look') {
            expect(typed.published <= lookedOn).toBe(true)
            if (gazetteDue !== null) expect(isAfter(gazetteDue)).toBe(true)
          }
          for (const one of [timing, interpretation, gazette]) if (one !== null) seen.add(one)
        }
        for (const { consultation, feedback, feedbackDue } of consultations) {
          if (feedback === 'late' || feedback === 'overdue') expect(isAfter(feedbackDue)).toBe(true)
          if (feedback === 'none-at-look') expect(isAfter(consultation.closes)).toBe(true)
          seen.add(`feedback ${feedback}`)
        }
        if (unit.hasNoneInYear) {
          expect(lookedOn > '2023-12-31').toBe(true)
          for (const { judgement, interpretation } of policies)
            if (judgement?.owes === true)
              expect(['overdue', 'none-at-look']).toContain(interpretation)
        }
      }
    }),
    { numRuns: 300 },
  )
  // The ledgers tried have each of these, so that the rule was tried too.
  for (const one of ['late', 'overdue', 'none-at-look', 'feedback late', 'feedback overdue'])
    expect([...seen]).toContain(one)
})

test('an interpretation after its last day is in no rate if the office looked before that day', () => {
  const looked = (on: string) =>
    ratesOf(
      ledgerOf(
        { policies: { a: policy(interpreted('2023-08-01')) } },
        { units: { yi: { looked_on: on } }, judgements: { a: owes } },
      ),
    ).within
  expect(looked('2023-05-11')).toMatchObject({
    whole: 0,
    outside: [{ reason: 'not-due', count: 1 }],
  })
  expect(looked('2024-01-10')).toMatchObject({ part: 0, whole: 1 })
})

test('any ledger: 三同步 is what somebody typed, whatever the dates of publication', () => {
  fc.assert(
    fc.property(anyOpenness, (dataset) => {
      for (const { policies } of unitsOf(dataset))
        for (const { policy: typed, together } of policies) {
          const { drafted, reviewed, published } = typed.interpretation?.together ?? {}
          const steps = [drafted, reviewed, published]
          if (together === 'yes') expect(steps).toEqual([true, true, true])
          if (together === 'no') expect(steps).toContain(false)
        }
    }),
  )
})

test('an interpretation of the same day proves no 三同步', () => {
  const dataset = ledgerOf(
    { policies: { a: policy(interpreted('2023-05-10')) } },
    {
      units: { yi: { looked_on: '2024-01-10' } },
      judgements: { a: owes },
    },
  )
  expect(ratesOf(dataset).together).toMatchObject({
    whole: 0,
    outside: [{ reason: 'not-recorded', count: 1 }],
  })
})

test('of the documents with an interpretation, how many have it on the day, in time, linked both ways', () => {
  const both = { links_to_policy: true, linked_from_policy: true }
  const dataset = ledgerOf(
    {
      policies: {
        a: policy(interpreted('2023-05-10', both)),
        b: policy(interpreted('2023-05-15', { ...both, linked_from_policy: false })),
        c: policy(interpreted('2023-08-01')),
        d: policy(interpreted('not-stated', both)),
      },
    },
    {
      units: { yi: { looked_on: '2024-01-10' } },
      judgements: { a: owes, b: owes, c: owes, d: owes },
    },
  )
  const { 'same-day': sameDay, within, linked } = ratesOf(dataset)
  expect([sameDay.part, sameDay.whole]).toEqual([1, 3])
  expect([within.part, within.whole]).toEqual([2, 3])
  expect([linked.part, linked.whole]).toEqual([2, 3])
})

test('the gazette owes the proactively disclosed documents of the tiers that the office names', () => {
  const policies = {
    a: policy({ disclosure: 'proactive', gazette: { sent: '2023-05-20' } }),
    b: policy({ disclosure: 'proactive' }),
    c: policy({ disclosure: 'on-request' }),
    d: policy(),
    e: policy({ disclosure: 'proactive', kind: 'other' }),
  }
  const units = { yi: { looked_on: '2024-01-10' } }
  const gazette = { from: ['department'], printed: { a: '2023年第3期' } }
  const rates = ratesOf(ledgerOf({ policies }, { units, gazette }))
  expect(rates['gazette-printed']).toEqual({
    name: 'gazette-printed',
    part: 1,
    whole: 2,
    outside: [{ reason: 'not-recorded', count: 1 }],
  })
  const county = ratesOf(ledgerOf({ policies }, { units, gazette: { from: ['county'] } }))
  expect(county['gazette-printed']).toMatchObject({ whole: 0, outside: [] })
})

test('an interpretation before its document is not late', () => {
  const dataset = ledgerOf(
    { policies: { a: policy(interpreted('2023-05-09')) } },
    { units: { yi: { looked_on: '2024-01-10' } }, judgements: { a: owes } },
  )
  const { 'same-day': sameDay, within } = ratesOf(dataset)
  expect([sameDay.part, sameDay.whole]).toEqual([0, 1])
  expect([within.part, within.whole]).toEqual([1, 1])
})

test('working days of a year whose holidays are not known are not called an unknown date', () => {
  const consultation = {
    title: '公告',
    kind: 'normative',
    opened: '2099-03-01',
    closes: '2099-03-02',
  }
  const dataset = ledgerOf({ consultations: { a: consultation as never } })
  expect(ratesOf(dataset)['consultation-length']).toEqual({
    name: 'consultation-length',
    part: 0,
    whole: 0,
    outside: [{ reason: 'day-unknown', count: 1 }],
  })
})
