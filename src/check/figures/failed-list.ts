import { areasOfIssue } from '#model/dataset.ts'
import { countOf } from '#model/figure.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

/**
 * The number of channels named in findings that count in the rate equals the number of failed ones.
 */
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
          (issue) => areasOfIssue(issue).includes(id) && issue.counts_in_rate === true,
        )
        // A document that names no channel or says "and others" does not give a complete list.
        if (counted.some((issue) => issue.exhaustive === false || issue.channels === undefined))
          continue
        const listed = new Set(counted.flatMap((issue) => issue.channels ?? [])).size
        const failed = countOf(area.tally ?? {}, 'failed')
        const checked = countOf(area.tally ?? {}, 'checked')
        // A failed count above the checked count is reported by another rule.
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
