import { atValue } from '#messages/problem.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

/** Every row of a table has as many cells as there are columns, or as the first row. Only warns. */
export const tableRows: Check = {
  name: 'table-rows',
  description: 'The rows of a table are as wide as its columns, or as each other.',
  check({ dataset, isUsable }) {
    return dataset.inspections.flatMap((inspection) => {
      const file = inspectionFile(inspection)
      return Object.entries(inspection.appendices ?? {}).flatMap(([id, { columns, rows = [] }]) => {
        if (!isUsable(file, ['appendices', id])) return []
        const width = columns?.length ?? rows[0]?.length ?? 0
        const wide = columns === undefined ? '第1行' : '列名'
        return rows.flatMap((row, n) => {
          if (row.length === width) return []
          const args = { row: n + 1, found: row.length, wide, expected: width }
          const place = atValue('appendices', id, 'rows', n)
          return [problem('row-width', file, place, args, 'warning')]
        })
      })
    })
  },
}
