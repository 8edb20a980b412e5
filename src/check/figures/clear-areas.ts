import { areasOfIssue } from '#model/dataset.ts'
import { countOf } from '#model/figure.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import type { Group } from '#schema/group.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

/**
 * An area without problems, or in which nothing failed, has no issue that counts in its rate. Issues
 * of several areas may count in another one.
 */
export const clearAreas: Check = {
  name: 'clear-areas',
  description: 'An area in which nothing failed has no issue that counts in its rate.',
  check({ dataset, isUsable }) {
    const problems: Problem[] = []
    for (const inspection of dataset.inspections) {
      const file = inspectionFile(inspection)
      if (!isUsable(file, ['issues'])) continue
      for (const [id, issue] of Object.entries(inspection.issues ?? {})) {
        const [area = '', ...others] = areasOfIssue(issue)
        const group = inspection.areas[area]
        if (issue.counts_in_rate !== true || others.length > 0 || group === undefined) continue
        const clear = clearWords(group, issue.channels === undefined)
        if (clear === null) continue
        const name = group.label ?? dataset.site.areas[area]?.name ?? area
        const place = atValue('issues', id, 'counts_in_rate')
        const args = { text: issue.text, name, clear }
        problems.push(problem('clear-area-has-issue', file, place, args, 'warning'))
      }
    }
    return problems
  },
}

/**
 * How a block says that nothing failed; null if it does not. Named accounts beside a failed count of
 * 0 are reported by the rule that counts them.
 */
function clearWords(
  { no_problems: clear, tally = {} }: Group,
  isUncounted: boolean,
): string | null {
  if (clear !== undefined) return `没有发现问题（${clear}）`
  return isUncounted && countOf(tally, 'failed') === 0 ? '不合格 0 个' : null
}
