import { describe, expect, test } from 'vitest'
import type { Dataset } from '#model/dataset.ts'
import type { RegisterRecord } from '#schema/self-inspection.ts'
import { formData, formFor, newestOpennessForm } from '#view/submit.ts'
import { datasetWith, inspectionWith, order } from '../support/dataset.ts'
import { modelWith } from '../support/model.ts'

const quarters = ['2024-q2', '2024-q3', '2024-q4'] as const
const inspections = quarters.map((id, n) =>
  inspectionWith({
    id: `2024-q${n + 1}`,
    deadlines: {
      own: {
        ...order,
        due: `2024-0${n + 3}-06`,
        period: { id, label: id, start: '2024-01-01', end: '2024-12-31' },
      },
    },
  }),
)

/** The periods that the form offers, with the day of the look and the number of units. */
const offered = (registers: Record<string, RegisterRecord>, asOf = '2024-05-20') =>
  formData(
    modelWith(datasetWith({ inspections, registers }), asOf),
    'self-inspection',
  )?.subjects.map(({ id, lookedOn, units }) => [id, lookedOn ?? null, units.length])

test('a period whose reports the office looked for and missed is offered first', () => {
  expect(offered({ '2024-q2': { looked_on: '2024-03-10' } })).toEqual([
    ['2024-q2', '2024年3月10日', 3],
    ['2024-q4', null, 3],
    ['2024-q3', null, 3],
  ])
})

test('a date that has passed without a look makes no period overdue, but is offered for a year', () => {
  const all = quarters.map((id) => [id, null, 3]).reverse()
  expect(offered({})).toEqual(all)
  // Nor does a look before the deadline.
  expect(offered({ '2024-q2': { looked_on: '2024-03-06' } })).toEqual(all)
  expect(offered({}, '2025-03-07')).toEqual(all.slice(0, 2))
  expect(offered({}, '2025-06-01')).toEqual(all.slice(0, 1))
  // After a year also what the office missed is history.
  const looked = { '2024-q2': { looked_on: '2024-03-10' } }
  expect(offered(looked, '2025-03-06')?.[0]).toEqual(['2024-q2', '2024年3月10日', 3])
  expect(offered(looked, '2025-03-07')).toEqual(all.slice(0, 2))
})

test('what is due soonest is offered before what is due later, and what has passed comes last', () => {
  const order = (asOf: string) => offered({}, asOf)?.map(([id]) => id)
  expect(order('2024-03-01')).toEqual(['2024-q2', '2024-q3', '2024-q4'])
  expect(order('2024-04-20')).toEqual(['2024-q4', '2024-q3', '2024-q2'])
  expect(order('2024-03-20')).toEqual(['2024-q3', '2024-q4', '2024-q2'])
})

describe('the form of ledgers', () => {
  /** The years that the form offers, each with the units that have a ledger. */
  const years = (openness: Dataset['openness'], office: readonly string[], asOf = '2024-05-20') => {
    const opennessOffice = Object.fromEntries(office.map((year) => [year, {}]))
    const model = modelWith(datasetWith({ openness, opennessOffice }), asOf)
    return formData(model, 'openness')?.subjects.map(({ id, begun }) => [id, begun])
  }

  test('is not there before a year has a ledger or the office has opened it', () => {
    expect(years({}, [])).toBeUndefined()
    expect(years({}, ['2024'])).toEqual([['2024', []]])
    expect(years({ '2023': { jia: {} } }, [])).toEqual([
      ['2024', []],
      ['2023', ['jia']],
    ])
  })

  test('offers the newest three years up to that of the build, and each that was opened, five at most', () => {
    const offeredIn = (...all: Parameters<typeof years>) => years(...all)?.map(([year]) => year)
    expect(offeredIn({ '2019': { jia: {} } }, [])).toEqual(['2024', '2023', '2022', '2019'])
    expect(offeredIn({}, ['2021'], '2026-12-01')).toEqual(['2026', '2025', '2024', '2021'])
    expect(offeredIn({ '2024': {} }, ['2025'])).toEqual(['2025', '2024'])
    const many = ['2015', '2016', '2017', '2018', '2019', '2020', '2021', '2022', '2023']
    expect(offeredIn({}, many)).toEqual(['2024', '2023', '2022', '2021', '2020'])
  })

  test('is linked from a unit’s page for the newest year that somebody has opened', () => {
    const form = (openness: Dataset['openness'], office: Dataset['opennessOffice'], asOf: string) =>
      newestOpennessForm(modelWith(datasetWith({ openness, opennessOffice: office }), asOf), 'yi')
    expect(form({}, { '2023': {} }, '2026-12-01')).toContain('#of=2023&unit=yi')
    expect(form({ '2023': { jia: {} } }, {}, '2024-05-20')).toContain('#of=2023&unit=yi')
    expect(form({ '2023': { jia: {} } }, { '2024': {} }, '2024-05-20')).toContain(
      '#of=2024&unit=yi',
    )
  })

  test('is for every unit, also for one with a ledger, which it continues', () => {
    const model = modelWith(datasetWith({ openness: { '2024': { jia: {} } } }), '2024-05-20')
    expect(formData(model, 'openness')?.subjects[0]?.units).toEqual(['jia', 'yi', 'bing'])
    expect(formFor(model, 'openness', '2024', 'jia')).toBe('/submit/openness.html#of=2024&unit=jia')
    expect(newestOpennessForm(model, 'nobody')).toBeNull()
  })
})

test('of an overdue period only the units without a report are offered, exempt ones never', () => {
  const registers = { '2024-q2': { looked_on: '2024-03-10', exempt: { yi: '已撤并' } } }
  expect(offered(registers)?.[0]).toEqual(['2024-q2', '2024年3月10日', 2])
})
