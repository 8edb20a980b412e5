import type { DocumentFacts } from '#schema/document.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import { isDay } from '#model/calendar.ts'
import { groupsIn, groupsOf } from '#model/groups.ts'
import type { Inspection } from '#model/dataset.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import { namedReports } from '../blocks.ts'
import { inspectionFile, problem, type Check } from '../check.ts'
import { labelSpan } from './printed-time.ts'

/** A document is signed, published and reposted in this order, and its deadlines come later. */
export const documentDates: Check = {
  name: 'document-dates',
  description: 'Documents are signed, published and reposted in order, and before their deadlines.',
  check({ dataset }) {
    const problems: Problem[] = []
    for (const inspection of dataset.inspections) {
      const file = inspectionFile(inspection)
      const { document = {}, deadlines = {} } = inspection
      problems.push(
        ...inOrder(document, file),
        ...notYetHappened(inspection),
        ...numberYear(document, file),
      )
      // Its addressees may receive a document long before it is published.
      const earliest = earliestDay(inspection)
      for (const [id, { due }] of Object.entries(deadlines))
        if (due !== undefined && isBefore(due, earliest.date))
          problems.push(
            problem(
              'deadline-before-document',
              file,
              atValue('deadlines', id, 'due'),
              { due, ...earliest },
              'warning',
            ),
          )
    }
    for (const { file, report } of namedReports(dataset))
      problems.push(
        ...inOrder(report.document ?? {}, file),
        ...numberYear(report.document ?? {}, file),
        ...notYetReported(report, file),
      )
    return problems
  },
}

/**
 * The day before which a document cannot set a deadline: its signature, else its publication, else
 * the first day of its period. `later` says what else an editor may fill in.
 */
function earliestDay({ document = {}, period }: Inspection): {
  name: string
  date: string
  at: string
  later: string
} {
  if (document.issued !== undefined)
    return { name: names.issued, date: document.issued, at: 'document.issued', later: '' }
  if (document.published !== undefined)
    return {
      name: names.published,
      date: document.published,
      at: 'document.published',
      later: '；文件先送达、后上网公开的，补上 document.issued（成文日期）',
    }
  return { name: '这一期的起始日期', date: period.start, at: 'period.start', later: '' }
}

/** Data cannot end after the report of them is published. */
function notYetReported(report: SelfInspection, file: string): Problem[] {
  const { document = {}, published } = report
  const [latest] = [
    ...(isDay(published) ? [{ date: published, name: '公开日期', at: 'published' }] : []),
    ...(['issued', 'published'] as const).flatMap((key) => {
      const date = document[key]
      return date === undefined ? [] : [{ date, name: names[key], at: `document.${key}` }]
    }),
  ].toSorted((one, other) => (one.date < other.date ? 1 : -1))
  if (latest === undefined) return []
  const { date: written, name, at } = latest
  const windows = [
    { path: ['window'], window: report.window },
    ...[...groupsIn(report.results ?? {}, ['results'])].map(({ group, path }) => ({
      path: [...path, 'window'],
      window: group.window,
    })),
  ]
  return windows.flatMap(({ path, window = {} }) => {
    const { label = '', start, end } = window
    // 第二季度 is the name of the period; its last days may be to come.
    const nominal = labelSpan(label, Number(written.slice(0, 4)))?.end
    const [key] = (['start', 'end'] as const).filter((one) => {
      const date = { start, end }[one]
      return date !== undefined && isBefore(written, date) && (one === 'start' || date !== nominal)
    })
    const date = key === undefined ? undefined : window[key]
    return key === undefined || date === undefined
      ? []
      : [
          problem(
            'window-after-document',
            file,
            atValue(...path, key),
            { date, name, written, at },
            'warning',
          ),
        ]
  })
}

/**
 * A document number carries the year of its signature, in hexagonal brackets (GB/T 9704-2012,
 * 7.2.5).
 */
function numberYear(document: DocumentFacts, file: string): Problem[] {
  const brackets = plainBrackets(document, file)
  return [...brackets, ...otherYear(document, file)]
}

function plainBrackets({ number = '' }: DocumentFacts, file: string): Problem[] {
  const better = number.replace(/[[［(（【](\d{4})[\]］)）】](?=第?\d+号)/, '〔$1〕')
  if (better === number) return []
  return [
    problem('number-brackets', file, atValue('document', 'number'), { number, better }, 'warning'),
  ]
}

function otherYear(document: DocumentFacts, file: string): Problem[] {
  const { number } = document
  const [key] = (['issued', 'published'] as const).filter((one) => document[one] !== undefined)
  const date = key === undefined ? undefined : document[key]
  const year = /[〔[［(（【](\d{4})[〕\]］)）】]/.exec(number ?? '')?.[1]
  if (key === undefined || date === undefined || number === undefined) return []
  if (year === undefined || year === date.slice(0, 4)) return []
  // The page may be published in the following January.
  if (key === 'published' && Number(date.slice(0, 4)) === Number(year) + 1) return []
  const args = { number, year, name: names[key], date }
  return [problem('number-year-differs', file, atValue('document', 'number'), args, 'warning')]
}

/** A document reports only periods that have begun and findings that have ended. */
function notYetHappened(inspection: Inspection): Problem[] {
  const file = inspectionFile(inspection)
  const { document = {}, period, published_here: here } = inspection
  // The page may carry a date before the signature.
  const [written] = (['issued', 'published'] as const)
    .flatMap((key) => {
      const date = document[key]
      return date === undefined ? [] : [{ date, name: names[key], at: `document.${key}` }]
    })
    .toSorted((one, other) => (one.date < other.date ? 1 : -1))
  const {
    date: day,
    name,
    at,
  } = written ?? { date: here, name: '本站发布日期', at: 'published_here' }
  // A date that is years away is reported by `datesInReach`, and a document dated before its period
  // by another check.
  if (isBefore(day, period.start)) return []
  const checkHappened = (date: string | undefined, path: Path, years: number): Problem[] =>
    date === undefined ||
    !isBefore(day, date) ||
    Number(date.slice(0, 4)) - Number(period.end.slice(0, 4)) > years
      ? []
      : [
          problem(
            'window-after-document',
            file,
            atValue(...path),
            { date, name, written: day, at },
            'warning',
          ),
        ]
  return [
    ...[...groupsOf(inspection)].flatMap(({ group, path }) =>
      checkHappened(group.window?.start, [...path, 'window', 'start'], 1),
    ),
    ...Object.entries(inspection.issues ?? {}).flatMap(([id, { window }]) => {
      const from = checkHappened(window?.start, ['issues', id, 'window', 'start'], 3)
      return from.length > 0 ? from : checkHappened(window?.end, ['issues', id, 'window', 'end'], 3)
    }),
  ]
}

const names = { issued: '成文日期', published: '原发布日期', reposted: '转载日期' } as const

/** Whether a date or month lies entirely before another. */
const isBefore = (date: string, other: string): boolean => date < other.slice(0, date.length)

function inOrder(document: DocumentFacts, file: string): Problem[] {
  const pairs = [
    ['issued', 'published'],
    ['published', 'reposted'],
    ...(document.published === undefined ? [['issued', 'reposted'] as const] : []),
  ] as const
  return pairs.flatMap(([first, second]) => {
    const [earlier, later] = [document[first], document[second]]
    if (earlier === undefined || later === undefined || !isBefore(later, earlier)) return []
    const args = {
      name: names[second],
      later,
      other: names[first],
      earlier,
      at: `document.${first}`,
    }
    return [problem('document-dates-backwards', file, atValue('document', second), args, 'warning')]
  })
}
