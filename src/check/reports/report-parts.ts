import { atKey, atValue, type Problem } from '#messages/problem.ts'
import { namedReports } from '../blocks.ts'
import { problem, type Check } from '../check.ts'

/** A report has results only for the areas that it lists, and problems only if it found some. */
export const reportParts: Check = {
  name: 'report-parts',
  description: 'A report agrees with itself on its areas and on whether it found problems.',
  check({ dataset, isUsable }) {
    const problems: Problem[] = []
    for (const { file, report } of namedReports(dataset)) {
      const { areas, results = {}, problems: listed = [], no_problems: clear } = report
      if (areas !== undefined && isUsable(file, ['areas']))
        for (const area of Object.keys(results).filter((one) => !areas.includes(one))) {
          // That an area is not defined at all is reported by another rule.
          if (dataset.site.areas[area] === undefined) continue
          const args = { area, name: dataset.site.areas[area].name }
          problems.push(
            problem('result-area-unlisted', file, atKey('results', area), args, 'warning'),
          )
        }
      if (clear !== undefined && listed.length > 0) {
        const args = { clear, count: listed.length }
        problems.push(problem('problems-contradict', file, atValue('no_problems'), args, 'warning'))
      }
    }
    return problems
  },
}
