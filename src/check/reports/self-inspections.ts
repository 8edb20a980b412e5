import { authoredFile, authoredFolder } from '#schema/authored-files.ts'
import { indexDataset } from '#model/dataset.ts'
import { periodIdOf } from '#model/period-id.ts'
import { atKey, inFile, type Problem } from '#messages/problem.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

/** A report belongs to a period: one that a document ordered, or one that its id names. */
export const selfInspections: Check = {
  name: 'self-inspections',
  description:
    'Reports belong to an ordered period or name their own; a record of a look needs an order; nobody is exempt and published.',
  check({ dataset, exists, isUsable }) {
    const { orders } = indexDataset(dataset)
    // The order may be in a file that could not be read. If no document orders anything, units
    // publish reports on their own and the office may name their periods as it likes.
    const ordered = (period: string): boolean =>
      orders.size === 0 ||
      orders.has(period) ||
      exists(authoredFolder('inspection'), []) ||
      dataset.inspections.some((inspection) => !isUsable(inspectionFile(inspection), ['deadlines']))
    const problems: Problem[] = []
    for (const [period, reports] of Object.entries(dataset.selfInspections))
      // Units may report for a period for which nobody asked them; an id such as 2024q2 is a slip.
      if (!ordered(period) && periodIdOf(period) === null)
        for (const unit of Object.keys(reports))
          problems.push(
            problem(
              'report-without-order',
              authoredFile('self-inspection', period, unit),
              inFile,
              { period },
              'warning',
            ),
          )
    for (const [period, { exempt }] of Object.entries(dataset.registers)) {
      const file = authoredFile('register', period)
      if (!ordered(period))
        problems.push(problem('report-without-order', file, inFile, { period }, 'warning'))
      for (const unit of Object.keys(exempt ?? {}))
        if (dataset.selfInspections[period]?.[unit] !== undefined)
          problems.push(
            problem('exempt-and-published', file, atKey('exempt', unit), { unit }, 'warning'),
          )
    }
    return problems
  },
}
