import { countOf } from '#model/figure.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

/** As many channels are named in findings that count in the rate as failed. */
export const failedList: Check = {
  name: 'failed-list',
  description: 'The channels named by findings that count in the rate are as many as the failed.',
  check({ dataset, isUsable }) {
    const problems: Problem[] = []
    for (const inspection of dataset.inspections) {
      const file = inspectionFile(inspection)
      if (!isUsable(file, ['issues'])) continue
      for (const [id, area] of Object.entries(inspection.areas)) {
        const counted = Object.values(inspection.issues ?? {}).filter(
          (issue) => issue.area === id && issue.counts_in_rate === true,
        )
        // A document that names nobody, or says "and others", lists no complete set.
        if (counted.some((issue) => issue.exhaustive === false || issue.channels === undefined))
          continue
        const listed = new Set(counted.flatMap((issue) => issue.channels ?? [])).size
        const failed = countOf(area.tally ?? {}, 'failed')
        const checked = countOf(area.tally ?? {}, 'checked')
        // More than were checked is a mistake of its own.
        if (failed !== null && checked !== null && failed > checked) continue
        if (failed !== null && failed !== listed && (listed > 0 || failed === 0))
          problems.push(
            problem(
              'failed-list-differs',
              file,
              atValue('areas', id, 'tally', 'failed'),
              { failed, listed },
              'warning',
            ),
          )
      }
    }
    return problems
  },
}
