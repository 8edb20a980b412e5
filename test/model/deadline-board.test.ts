import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexDataset } from '#model/dataset.ts'
import { dueState } from '#model/deadline.ts'
import { deadlineBoard, presentDuties } from '#model/deadline-board.ts'
import { anyDayOfSpring } from '../support/any.ts'
import { datasetWith, inspectionWith, order } from '../support/dataset.ts'

const { due: _due, ...undated } = order
const always = { ...undated, words: '当日清零' }
const before = inspectionWith({ id: '2023-q4', deadlines: { always } })
const deadlines = {
  old: { ...order, due: '2022-12-31' },
  'last-day-of-the-year-before': { ...order, due: '2024-01-01', inclusive: false },
  passed: { ...order, due: '2024-06-05' },
  today: { ...order, due: '2024-06-06' },
  counted: {
    ...undated,
    within: { days: 2, kind: 'working' as const, after: '2024-06-06' },
  },
  later: { ...order, due: '2024-06-30' },
  always,
}

test('the board groups deadlines by state: the nearest upcoming first, the latest passed first', () => {
  const index = indexDataset(datasetWith({ inspections: [before, inspectionWith({ deadlines })] }))
  const { today, upcoming, standing, standingEarlier, passed } = deadlineBoard(index, '2024-06-06')
  const ids = (records: readonly { id: string }[]) => records.map(({ id }) => id)
  expect(ids(today)).toEqual(['today'])
  expect(ids(upcoming)).toEqual(['counted', 'later'])
  expect(standing.map(({ inspection }) => inspection.id)).toEqual(['2024-q1'])
  expect(standingEarlier.map(({ inspection }) => inspection.id)).toEqual(['2023-q4'])
  expect(passed.map(({ year, records }) => [year, ids(records)])).toEqual([
    ['2024', ['passed']],
    ['2023', ['last-day-of-the-year-before']],
    ['2022', ['old']],
  ])
})

test('a unit’s current duties are the upcoming ones, the newest undated ones and all of the newest document', () => {
  const oldest = inspectionWith({ id: '2023-q3', deadlines: { always, ahead: deadlines.later } })
  const newest = inspectionWith({ id: '2024-q2', deadlines: { passed: deadlines.passed } })
  const index = indexDataset(
    datasetWith({ inspections: [oldest, before, inspectionWith({ deadlines }), newest] }),
  )
  const duties = presentDuties([...index.deadlines].reverse(), '2024-06-06')
  expect(duties.map(({ inspection, id }) => `${inspection.id} ${id}`)).toEqual([
    '2024-q1 today',
    '2024-q1 counted',
    '2024-q1 later',
    '2023-q3 ahead',
    '2024-q2 passed',
    '2024-q1 always',
  ])
})

test('a unit’s missing duties come first for a year: overdue ones, then those nobody has looked at', () => {
  const ordered = (due: string) => ({ ...order, due })
  const old = inspectionWith({
    id: '2023-q4',
    deadlines: {
      old: ordered('2023-03-01'),
      owed: ordered('2024-03-01'),
      unknown: ordered('2024-05-01'),
      late: ordered('2024-04-01'),
    },
  })
  const newest = inspectionWith({ id: '2024-q2', deadlines: { next: ordered('2024-06-10') } })
  const { deadlines: all } = indexDataset(datasetWith({ inspections: [old, newest] }))
  const duties = [...all].reverse()
  const idsOn = (asOf: string, overdue: readonly string[], unknown: readonly string[] = []) =>
    presentDuties(duties, asOf, {
      missing: ({ id }) =>
        overdue.includes(id) ? 'overdue' : unknown.includes(id) ? 'not-recorded' : null,
    }).map(({ id }) => id)
  expect(idsOn('2024-06-06', [])).toEqual(['next'])
  expect(idsOn('2024-06-06', ['old', 'owed'])).toEqual(['owed', 'next'])
  expect(idsOn('2024-06-06', ['owed', 'late'], ['unknown'])).toEqual([
    'late',
    'owed',
    'unknown',
    'next',
  ])
})

/** Inspections with deadlines of any days. */
const rows = fc
  .array(
    fc.dictionary(
      fc.stringMatching(/^[a-z]{1,3}$/),
      fc.oneof(
        fc.constant(always),
        anyDayOfSpring.map((due) => ({ ...order, due })),
      ),
      { maxKeys: 6 },
    ),
    { maxLength: 4 },
  )
  .map((all) => all.map((own, n) => inspectionWith({ id: `202${n}-q1`, deadlines: own })))

test('every deadline has one place on the board, whatever the day', () => {
  fc.assert(
    fc.property(rows, anyDayOfSpring, (inspections, asOf) => {
      const index = indexDataset(datasetWith({ inspections }))
      const { today, upcoming, standing, standingEarlier, passed } = deadlineBoard(index, asOf)
      const placed = [today, upcoming, standing, standingEarlier].flat()
      placed.push(...passed.flatMap(({ records }) => records))
      expect(placed).toHaveLength(index.deadlines.length)
      expect(new Set(placed)).toEqual(new Set(index.deadlines))
      const days = passed.flatMap(({ records }) => records.map(({ deadline }) => deadline.due))
      expect(days).toEqual(days.toSorted().reverse())
    }),
  )
})

test('a unit’s current duties include every upcoming one and no passed one of an earlier document', () => {
  fc.assert(
    fc.property(rows, anyDayOfSpring, (inspections, asOf) => {
      const duties = [...indexDataset(datasetWith({ inspections })).deadlines].reverse()
      const present = presentDuties(duties, asOf)
      expect(new Set(present).size).toBe(present.length)
      const newest = duties[0]?.inspection
      for (const duty of duties) {
        const { state } = dueState(duty.deadline, asOf)
        if (['upcoming', 'today'].includes(state) || duty.inspection === newest)
          expect(present).toContain(duty)
        else if (state === 'passed') expect(present).not.toContain(duty)
      }
      const standing = present.filter(
        ({ deadline, inspection }) => deadline === always && inspection !== newest,
      )
      expect(new Set(standing.map(({ inspection }) => inspection)).size).toBeLessThanOrEqual(1)
    }),
  )
})
