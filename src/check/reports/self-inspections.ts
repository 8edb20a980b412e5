import { authoredFile } from '#schema/authored-files.ts'
import { indexDataset } from '#model/dataset.ts'
import { atKey, inFile, type Problem } from '#messages/problem.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

/** A report belongs to a period that a document ordered, as far as that document is in the data. */
export const selfInspections: Check = {
  name: 'self-inspections',
  description: 'Reports and registers belong to an ordered period; nobody is exempt and published.',
  check({ dataset, exists, isUsable }) {
    const { orders } = indexDataset(dataset)
    // The order may be in a file that could not be read. If no document orders anything, units
    // publish reports on their own and none is missing.
    const ordered = (period: string): boolean =>
      orders.size === 0 ||
      orders.has(period) ||
      exists('data/inspections', []) ||
      dataset.inspections.some((inspection) => !isUsable(inspectionFile(inspection), ['deadlines']))
    const problems: Problem[] = []
    for (const [period, reports] of Object.entries(dataset.selfInspections))
      if (!ordered(period))
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
