import type { documentFacts } from '#schema/document.ts'
import { atValue, type Problem } from '#problems/problem.ts'
import type { z } from 'zod'
import { reportsOf } from './blocks.ts'
import { inspectionFile, problem, type Check } from './check.ts'

type DocumentFacts = z.infer<typeof documentFacts>

/** A document is signed, published and reposted in this order, and what it orders comes after it. */
export const documentDates: Check = {
  name: 'document-dates',
  description: 'Documents are signed, published and reposted in order, and before their deadlines.',
  check({ dataset }) {
    const problems: Problem[] = []
    for (const inspection of dataset.inspections) {
      const file = inspectionFile(inspection)
      const { document = {}, deadlines = {} } = inspection
      problems.push(...inOrder(document, file))
      // A document may reach its readers long before the public.
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
      problems.push(...inOrder(report.document ?? {}, file))
    return problems
  },
}

const names = { issued: '成文日期', published: '原发布日期', reposted: '转载日期' } as const

/** Whether a date, or a month, lies wholly before another. */
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
