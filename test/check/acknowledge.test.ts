import { expect, test } from 'vitest'
import { acknowledge } from '#check/acknowledge.ts'
import { problem } from '#check/check.ts'
import { atValue, type Level, type Problem } from '#messages/problem.ts'
import type { Acknowledgement } from '#schema/acknowledgement.ts'
import { datasetWith, inspectionWith } from '../support/dataset.ts'
import { line } from './found.ts'

const file = 'data/inspections/2024-q1.yaml'
const entry = 'acknowledged.0.code'

const differs = (level: Level = 'warning'): Problem =>
  problem('rate-differs', file, atValue('areas', 'media', 'rates', 'passed', 'stated'), {}, level)

function left(problems: Problem[], given: Partial<Acknowledgement>, isUsable = true): string[] {
  const acknowledged = [{ code: 'rate-differs', reason: '已核对原文', ...given }]
  const inspection = inspectionWith({ acknowledged })
  return acknowledge(problems, datasetWith({ inspections: [inspection] }), () => isUsable).map(line)
}

test.each([undefined, 'areas', 'areas.media.rates.passed'])('a warning at or below %s', (at) => {
  expect(left([differs()], at === undefined ? {} : { at })).toEqual([])
})

test('a hint, and a remark of the bulletin on a value', () => {
  const bulletin = 'content/bulletins/2024-q1.mdx'
  const typed = problem(
    'typed-by-hand',
    bulletin,
    { at: 'offset', offset: 3 },
    { path: 'areas.media.tally.failed' },
    'warning',
  )
  expect(left([typed], { code: 'typed-by-hand', at: 'areas.media' })).toEqual([])
})

test('a warning at another path, in another file or with another code is not acknowledged', () => {
  const elsewhere = { ...differs(), file: 'data/inspections/2023-q4.yaml' }
  expect(left([differs(), elsewhere], { at: 'areas.med' })).toEqual([
    line(differs()),
    line(elsewhere),
    `warning acknowledgement-unneeded ${file} ${entry}`,
  ])
})

test('an error cannot be acknowledged', () => {
  expect(left([differs('error')], {})).toEqual([
    line(differs('error')),
    `warning acknowledgement-of-error ${file} ${entry}`,
  ])
})

test('an entry that matches nothing is a warning, unless a mistake may hide the problem', () => {
  expect(left([], {})).toEqual([`warning acknowledgement-unneeded ${file} ${entry}`])
  expect(left([], {}, false)).toEqual([])
})

test.each([
  ['rate-difers', 'acknowledgement-unknown-near'],
  ['something-else-entirely', 'acknowledgement-unknown'],
])('%s is not a code', (code, expected) => {
  expect(left([], { code })).toEqual([`warning ${expected} ${file} ${entry}`])
})

test.each([
  [
    'data/self-inspections/2024-q2/jia.yaml',
    (acknowledged: Acknowledgement[]) => ({
      selfInspections: {
        '2024-q2': { jia: { title: '一', published: '2024-06-01', acknowledged } },
      },
    }),
  ],
  [
    'data/registers/2024-q2.yaml',
    (acknowledged: Acknowledgement[]) => ({ registers: { '2024-q2': { acknowledged } } }),
  ],
  [
    'data/indicators/local.yaml',
    (acknowledged: Acknowledgement[]) => ({
      catalogues: { local: { title: '目录', source: '来源', indicators: {}, acknowledged } },
    }),
  ],
  [
    'data/site.yaml',
    (acknowledged: Acknowledgement[]) => ({ site: { ...datasetWith().site, acknowledged } }),
  ],
  ['data/units.yaml', (units: Acknowledgement[]) => ({ acknowledged: { units, channels: [] } })],
  [
    'data/channels.yaml',
    (channels: Acknowledgement[]) => ({ acknowledged: { units: [], channels } }),
  ],
])('entries in %s cover only that file', (own, withEntries) => {
  const unfinished = (name: string, level: Level): Problem =>
    problem('text-unfinished', name, atValue('title'), {}, level)
  const parts = withEntries([{ code: 'text-unfinished', reason: '原件如此' }])
  const lines = (...problems: Problem[]): string[] =>
    acknowledge(problems, datasetWith(parts), () => true).map(line)
  const elsewhere = unfinished('data/self-inspections/2024-q2/yi.yaml', 'warning')
  expect(lines(unfinished(own, 'warning'), elsewhere)).toEqual([line(elsewhere)])
  expect(lines(unfinished(own, 'error'))).toEqual([
    line(unfinished(own, 'error')),
    `warning acknowledgement-of-error ${own} ${entry}`,
  ])
  expect(lines()).toEqual([`warning acknowledgement-unneeded ${own} ${entry}`])
})
