import { describe, expect, test } from 'vitest'
import { type Dataset, indexDataset } from '#domain/dataset.ts'
import { calendarOf, openDuties, type Question } from '#domain/open-duties.ts'
import type { Deadline } from '#schema/deadline.ts'
import { datasetWith, inspectionWith, issue, order } from '../support/dataset.ts'

const { period: _period, ...rest } = order
const written: Deadline = {
  ...rest,
  what: 'rectification-report',
  who: ['jia', 'yi'],
  due: '2024-03-15',
  deliverable: 'written',
}

/** Each deadline that is still open on a day, with its units; `+2` says two days overdue. */
function open(
  deadlines: Record<string, Deadline>,
  asOf: string,
  question: Partial<Question> = {},
  parts: Partial<Dataset> = {},
): Record<string, string> {
  const dataset = datasetWith({ inspections: [inspectionWith({ deadlines })], ...parts })
  const asked = { within: 14, past: 0, ...question }
  return Object.fromEntries(
    openDuties(dataset, indexDataset(dataset), asOf, asked).map(({ record, units }) => [
      record.id,
      units.map(({ id, overdue }) => (overdue === null ? id : `${id}+${overdue.days}`)).join(' '),
    ]),
  )
}

describe('an order for 6 June 2024, asked for 14 days', () => {
  test.each([
    ['2024-05-22', {}],
    ['2024-05-23', { self: 'jia yi bing' }],
    ['2024-06-06', { self: 'jia yi bing' }],
    ['2024-06-07', {}],
  ])('is told of on %s: %j', (asOf, told) => {
    expect(open({ self: order }, asOf)).toEqual(told)
  })

  test('leaves out who has published and who is exempt', () => {
    const parts = {
      selfInspections: { '2024-q2': { jia: { title: '报告', published: '2024-06-01' } } },
      registers: { '2024-q2': { exempt: { yi: '机构已经撤并' } } },
    }
    expect(open({ self: order }, '2024-06-01', {}, parts)).toEqual({ self: 'bing' })
    expect(open({ self: order }, '2024-05-31', {}, parts)).toEqual({ self: 'jia bing' })
  })

  test('can be asked of one unit, and leaves out what names nobody', () => {
    const both = {
      self: order,
      open: { ...written, who: 'not-stated' as const, due: '2024-06-03' },
    }
    expect(open(both, '2024-06-01', { unit: 'yi' })).toEqual({ self: 'yi' })
    expect(open(both, '2024-06-01')).toEqual({ self: 'jia yi bing', open: '' })
  })

  test('is told of after its day only when asked, and nobody is overdue without a recorded look', () => {
    expect(open({ self: order }, '2024-06-08', { past: 7 })).toEqual({ self: 'jia yi bing' })
    const registers = { '2024-q2': { looked_on: '2024-06-08' } }
    expect(open({ self: order }, '2024-06-08', { past: 7 }, { registers })).toEqual({
      self: 'jia+2 yi+2 bing+2',
    })
  })
})

test('a unit is done with a written report once it is recorded for each finding that counts', () => {
  const finding = (unit: string, on?: string) => ({
    ...issue,
    units: [unit],
    counts_in_rate: true,
    ...(on === undefined ? {} : { rectification: [{ on, step: 'reported' as const }] }),
  })
  const issues = {
    '2024-q1-01': finding('jia', '2024-03-12'),
    '2024-q1-02': finding('yi', '2024-03-12'),
    '2024-q1-03': finding('yi'),
  }
  const inspections = [inspectionWith({ issues, deadlines: { written } })]
  expect(open({}, '2024-03-11', {}, { inspections })).toEqual({ written: 'jia yi' })
  expect(open({}, '2024-03-12', {}, { inspections })).toEqual({ written: 'yi' })
})

describe('a written report on findings that live on', () => {
  const steps = {
    jia: [],
    yi: [{ on: '2024-03-14', step: 'extended', until: '2024-03-29' }],
    bing: [{ on: '2024-03-10', step: 'withdrawn', reason: '经核实不属于该单位职责' }],
  } as const
  const issues = Object.fromEntries(
    Object.entries(steps).map(([unit, rectification], n) => [
      `2024-q1-0${n + 1}`,
      { ...issue, units: [unit], rectification: [...rectification] },
    ]),
  )
  const deadlines = { written: { ...written, who: ['jia', 'yi', 'bing'] } }
  const dataset = datasetWith({ inspections: [inspectionWith({ issues, deadlines })] })
  const told = (asOf: string, past = 0) =>
    openDuties(dataset, indexDataset(dataset), asOf, { within: 14, past }).map(
      ({ last, extended, units }) =>
        `${units.map(({ id }) => id).join(' ')} ${last}${extended ? ' extended' : ''}`,
    )

  test('is not asked for on what was withdrawn', () => {
    expect(told('2024-03-13')).toEqual(['jia yi 2024-03-15'])
  })

  test('is asked for by the day until which it was extended, for that unit alone', () => {
    expect(told('2024-03-15')).toEqual(['jia 2024-03-15', 'yi 2024-03-29 extended'])
    expect(told('2024-03-16')).toEqual(['yi 2024-03-29 extended'])
    expect(told('2024-03-30', 1)).toEqual(['yi 2024-03-29 extended'])
  })
})

test('standing duties are never told of', () => {
  const { due: _due, ...undated } = written
  const standing = { ...undated, words: '当日清零' }
  expect(open({ standing }, '2024-03-12', { within: 9999, past: 9999 })).toEqual({})
})

test("a unit's calendar has the days of what lies on it, unless it is exempt", () => {
  const { due: _due, ...undated } = written
  const deadlines = { self: order, written, standing: { ...undated, words: '当日清零' } }
  const dataset = datasetWith({
    inspections: [inspectionWith({ deadlines })],
    registers: { '2024-q2': { exempt: { yi: '机构已经撤并' } } },
  })
  const duties = indexDataset(dataset).deadlines
  const ids = (unit: string) => calendarOf(dataset, unit, duties).map(({ id }) => id)
  expect(ids('jia')).toEqual(['written', 'self'])
  expect(ids('yi')).toEqual(['written'])
})
