import { expect, test } from 'vitest'
import { followUps } from '#check/reports/follow-ups.ts'
import type { Inspection } from '#model/dataset.ts'
import type { RectificationStep } from '#schema/issue.ts'
import { inspectionWith, issue } from '../../support/dataset.ts'
import { found, problemsOf } from '../found.ts'

const step = (name: RectificationStep['step']): RectificationStep => ({
  on: '2024-04-20',
  step: name,
})

const earlier = (...steps: RectificationStep['step'][]): Inspection =>
  inspectionWith({ issues: { '2024-q1-01': { ...issue, rectification: steps.map(step) } } })
const later = (parts: Partial<Inspection> = {}): Inspection =>
  inspectionWith({
    id: '2024-q2',
    period: { label: '2024年第二季度', start: '2024-04-01', end: '2024-06-30' },
    ...parts,
  })
const account = { rectified: 'not-stated', reported: 'not-stated' } as const
const file = 'data/inspections/2024-q2.yaml'

test('an inspection without any account of open issues gets one problem for all', () => {
  const inspections = [earlier('notified'), later()]
  expect(found(followUps, { inspections })).toEqual([`error follow-ups-missing ${file} issues`])
  expect(problemsOf(followUps, { inspections })[0]?.args).toMatchObject({
    count: 1,
    ids: '2024-q1-01',
  })
})

test('of many open issues the first five are named', () => {
  const ids = [1, 2, 3, 4, 5, 6].map((n) => `2024-q1-0${n}`)
  const inspections = [
    inspectionWith({ issues: Object.fromEntries(ids.map((id) => [id, issue])) }),
    later(),
  ]
  expect(problemsOf(followUps, { inspections })[0]?.args).toMatchObject({
    count: 6,
    ids: `${ids.slice(0, 5).join('、')}等 6 个`,
  })
})

test('an inspection with some accounts must cover every open issue', () => {
  const inspections = [
    inspectionWith({ issues: { '2024-q1-01': issue, '2024-q1-02': issue } }),
    later({ follow_ups: { '2024-q1-01': account } }),
  ]
  expect(found(followUps, { inspections })).toEqual([`error issue-unaccounted ${file} follow_ups`])
})

test('“not stated” is an account', () => {
  const inspections = [earlier(), later({ follow_ups: { '2024-q1-01': account } })]
  expect(found(followUps, { inspections })).toEqual([])
})

test.each<[boolean, RectificationStep['step'][]]>([
  [true, []],
  [true, ['rectified', 'reported']],
  [true, ['recheck-passed', 'recheck-failed']],
  [false, ['recheck-passed']],
  [false, ['recheck-failed', 'closed']],
])('open is %s after %j', (open, steps) => {
  expect(found(followUps, { inspections: [earlier(...steps), later()] })).toHaveLength(open ? 1 : 0)
})

test('an issue carried over as not rectified is due again, one answered with “not stated” is not', () => {
  const issues = { '2024-q1-01': issue, '2024-q1-02': issue }
  const second = later({
    follow_ups: { '2024-q1-01': { ...account, rectified: 'no' }, '2024-q1-02': account },
  })
  const third = later({
    id: '2024-q3',
    period: { label: '2024年第三季度', start: '2024-07-01', end: '2024-09-30' },
  })
  const inspections = [inspectionWith({ issues }), second, third]
  expect(
    problemsOf(followUps, { inspections }).map(({ file: at, args }) => [at, args.ids]),
  ).toEqual([['data/inspections/2024-q3.yaml', '2024-q1-01']])
})

test('an issue is open while it is open for one of its units', () => {
  const rectification: RectificationStep[] = [{ ...step('closed'), units: ['jia'] }]
  const issues = { '2024-q1-01': { ...issue, units: ['jia', 'yi'], rectification } }
  expect(found(followUps, { inspections: [inspectionWith({ issues }), later()] })).toHaveLength(1)
})

test('another office needs no follow-up', () => {
  expect(found(followUps, { inspections: [earlier(), later({ issuer: '另一机关' })] })).toEqual([])
})

test('a document that is not an inspection needs no follow-up and does not separate two inspections', () => {
  const letters = later({ id: '2024-05', activity: '信箱办理', issues: { '2024-05-01': issue } })
  const july = { label: '2024年7月', start: '2024-07-01', end: '2024-07-31' }
  const next = later({ id: '2024-07', period: july })
  expect(
    problemsOf(followUps, { inspections: [earlier(), letters, next] }).map(({ file, args }) => [
      file,
      args.ids,
    ]),
  ).toEqual([['data/inspections/2024-07.yaml', '2024-q1-01']])
  // A follow-up of the same kind of inspection does.
  const moreLetters = { ...letters, id: '2024-06', issues: {} }
  expect(problemsOf(followUps, { inspections: [letters, moreLetters] })[0]?.args.ids).toBe(
    '2024-05-01',
  )
})

test('a follow-up refers to an existing issue of an earlier inspection', () => {
  const follow_ups = {
    '2024-q1-01': account,
    '2024-q1-1': account,
    zzz: account,
    '2024-q2-01': account,
  }
  const inspections = [earlier(), later({ issues: { '2024-q2-01': issue }, follow_ups })]
  expect(found(followUps, { inspections })).toEqual([
    `error issue-unknown-near ${file} follow_ups.2024-q1-1`,
    `error issue-unknown ${file} follow_ups.zzz`,
    `error follow-up-not-earlier ${file} follow_ups.2024-q2-01`,
  ])
})

test('a follow-up refers to an issue found by the same office', () => {
  const other = inspectionWith({ issuer: '另一机关', issues: { '2024-q1-01': issue } })
  const next = later({ follow_ups: { '2024-q1-01': account } })
  expect(found(followUps, { inspections: [other, next] })).toEqual([
    `warning follow-up-other-office ${file} follow_ups.2024-q1-01`,
  ])
  const joint = { ...other, joint_issuers: [next.issuer] }
  expect(found(followUps, { inspections: [joint, next] })).toEqual([])
})
