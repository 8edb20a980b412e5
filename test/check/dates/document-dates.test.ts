import { expect, test } from 'vitest'
import { documentDates } from '#check/dates/document-dates.ts'
import type { Inspection } from '#model/dataset.ts'
import { inspectionWith, issue, order } from '../../support/dataset.ts'
import { found, problemsOf } from '../found.ts'

const file = 'data/inspections/2024-q1.yaml'

test.each([
  [{ issued: '2024-04-08', published: '2024-04-10', reposted: '2024-04-12' }, []],
  [{ issued: '2024-04-08', published: '2024-04' }, []],
  [{ issued: '2024-04-08', published: '2024-04-07' }, ['published']],
  [{ issued: '2024-05', published: '2024-04-07' }, ['published']],
  [{ published: '2024-04-07', reposted: '2024-04-06' }, ['reposted']],
  [{ issued: '2024-04-07', reposted: '2024-04-06' }, ['reposted']],
])('in the document %j out of order: %j', (document, keys) => {
  const report = { title: '一', published: '2024-06-01', document }
  const parts = {
    inspections: [inspectionWith({ document })],
    selfInspections: { '2024-q2': { jia: report } },
  }
  const expected = (name: string): string[] =>
    keys.map((key) => `warning document-dates-backwards ${name} document.${key}`)
  expect(found(documentDates, parts)).toEqual([
    ...expected(file),
    ...expected('data/self-inspections/2024-q2/jia.yaml'),
  ])
})

test.each([
  ['×府办〔2024〕7号', { issued: '2024-04-08' }, 0],
  ['×府办〔2023〕7号', { issued: '2024-04-08' }, 1],
  ['×府办函〔2025〕7号', { issued: '2024-04' }, 1],
  // A page may be published in January of the next year.
  ['×府办〔2023〕107号', { published: '2024-01-03' }, 0],
  ['×府办〔2021〕107号', { published: '2024-01-03' }, 1],
  ['第7期', { issued: '2024-04-08' }, 0],
  ['×府办〔2021〕107号', {}, 0],
])('the number %s of a document of %j: %i warnings', (number, dates, count) => {
  const inspections = [inspectionWith({ document: { number, ...dates } })]
  expect(found(documentDates, { inspections })).toEqual(
    Array(count).fill(`warning number-year-differs ${file} document.number`),
  )
})

test.each([
  ['×府办[2024]7号', '×府办〔2024〕7号'],
  ['[2024]4号', '〔2024〕4号'],
  ['×府办函（2024）7号', '×府办函〔2024〕7号'],
  ['×府办【2024】第7号', '×府办〔2024〕第7号'],
])('the number %s is to be written %s', (number, better) => {
  const inspections = [inspectionWith({ document: { number } })]
  expect(problemsOf(documentDates, { inspections })).toMatchObject([
    { code: 'number-brackets', level: 'warning', args: { better } },
  ])
})

test.each([
  [{ issued: '2024-06-07' }, 1],
  [{ published: '2024-06-07' }, 1],
  // The document was sent to the units before it was published.
  [{ issued: '2024-05-01', published: '2024-06-07' }, 0],
  [{ issued: '2024-06' }, 0],
  [{}, 0],
])('a deadline of 6 June ordered by a document of %j: %i warnings', (document, count) => {
  const inspection = inspectionWith({ document, deadlines: { d: order } })
  expect(found(documentDates, { inspections: [inspection] })).toEqual(
    Array(count).fill(`warning deadline-before-document ${file} deadlines.d.due`),
  )
})

test('a deadline before the first day of its period is told where the document has no date', () => {
  const early = { ...order, due: '2023-06-06' }
  const inspection = inspectionWith({ deadlines: { d: early } })
  const [only] = problemsOf(documentDates, { inspections: [inspection] })
  expect(only).toMatchObject({ code: 'deadline-before-document', args: { at: 'period.start' } })
})

test('a date that is filled in is not asked for', () => {
  const later = (document: Inspection['document']): unknown =>
    problemsOf(documentDates, {
      inspections: [inspectionWith({ document, deadlines: { d: order } })],
    })[0]?.args['later']
  expect(later({ issued: '2024-06-07' })).toBe('')
  expect(later({ published: '2024-06-07' })).toContain('document.issued')
})

test.each([
  ['2024-06-03', { start: '2024-04-01', end: '2024-06-10' }, ['window.end']],
  ['2024-06-03', { end: '2024-07' }, ['window.end']],
  ['2024-03-03', { start: '2024-04-01', end: '2024-06-10' }, ['window.start']],
  ['2024-06-11', { start: '2024-04-01', end: '2024-06-10' }, []],
  ['2024-06-03', { end: '2024-06' }, []],
  // The quarter is what the figures are of; its last weeks are to come.
  ['2024-06-03', { label: '第二季度', start: '2024-04-01', end: '2024-06-30' }, []],
  ['not-stated' as const, { end: '2024-06-10' }, []],
])('a report of %s with data of %j: %j', (published, window, paths) => {
  const selfInspections = { '2024-q2': { jia: { title: '一', published, window } } }
  expect(found(documentDates, { selfInspections })).toEqual(
    paths.map(
      (path) => `warning window-after-document data/self-inspections/2024-q2/jia.yaml ${path}`,
    ),
  )
})

test.each<[string, Partial<Inspection>, string[]]>([
  [
    'a block',
    { areas: { media: { window: { start: '2024-05-01' } } } },
    ['areas.media.window.start'],
  ],
  ['a month', { areas: { media: { window: { start: '2024-05' } } } }, ['areas.media.window.start']],
  [
    'a finding that lasts',
    { issues: { a: { ...issue, window: { start: '2024-03-02', end: '2024-05-20' } } } },
    ['issues.a.window.end'],
  ],
  // The period as a window, which may not have ended yet.
  [
    'a block that ends later',
    { areas: { media: { window: { start: '2024-01', end: '2024-06' } } } },
    [],
  ],
  ['the month itself', { areas: { media: { window: { start: '2024-04' } } } }, []],
])('a document does not report future events: %s', (_, parts, paths) => {
  const inspection = inspectionWith({ document: { issued: '2024-04-08' }, ...parts })
  expect(found(documentDates, { inspections: [inspection] })).toEqual(
    paths.map((path) => `warning window-after-document ${file} ${path}`),
  )
})
