import type { documentFacts } from '#schema/document.ts'
import { groupsOf } from '#model/groups.ts'
import type { Inspection } from '#model/dataset.ts'
import { atValue, type Path, type Problem } from '#messages/problem.ts'
import type { z } from 'zod'
import { reportsOf } from '../blocks.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

type DocumentFacts = z.infer<typeof documentFacts>

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
      const [key] = (['issued', 'published'] as const).filter((one) => document[one] !== undefined)
      const date = key === undefined ? undefined : document[key]
      if (key === undefined || date === undefined) continue
      for (const [id, { due }] of Object.entries(deadlines))
        if (due !== undefined && isBefore(due, date))
          problems.push(
            problem(
              'deadline-before-document',
              file,
              atValue('deadlines', id, 'due'),
              { due, name: names[key], date, at: `document.${key}` },
              'warning',
            ),
          )
    }
    for (const { file, report } of reportsOf(dataset))
      problems.push(
        ...inOrder(report.document ?? {}, file),
        ...numberYear(report.document ?? {}, file),
      )
    return problems
  },
}

/** A document number carries the year of its signature (GB/T 9704). */
function numberYear(document: DocumentFacts, file: string): Problem[] {
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
