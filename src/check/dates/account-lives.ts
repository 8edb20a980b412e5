import { authoredFile } from '#schema/authored-files.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

/**
 * An account is closed after it was opened, and is named only in rounds that do not begin after its
 * end. Days and months are compared at the precision that both have.
 */
export const accountLives: Check = {
  name: 'account-lives',
  description: 'No account is closed before it was opened, or named after it was closed.',
  check({ dataset }) {
    const problems: Problem[] = []
    for (const [id, { name, opened, closed }] of Object.entries(dataset.channels)) {
      if (opened === undefined || closed === undefined || !isBefore(closed, opened)) continue
      const place = atValue('channels', id, 'closed')
      const args = { name, opened, closed }
      problems.push(
        problem('account-life-backwards', authoredFile('channels'), place, args, 'warning'),
      )
    }
    for (const inspection of dataset.inspections) {
      const { start } = inspection.period
      for (const [issue, { channels = [] }] of Object.entries(inspection.issues ?? {}))
        for (const [n, id] of channels.entries()) {
          const { name, closed } = dataset.channels[id] ?? {}
          if (name === undefined || closed === undefined || !isBefore(closed, start)) continue
          const place = atValue('issues', issue, 'channels', n)
          const args = { name, id, closed, start }
          problems.push(
            problem('account-closed-before', inspectionFile(inspection), place, args, 'warning'),
          )
        }
    }
    return problems
  },
}

/** Whether a day or month is certainly before another. */
function isBefore(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length)
  return one.slice(0, length) < other.slice(0, length)
}
