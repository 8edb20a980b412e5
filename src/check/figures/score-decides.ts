import { areasOfIssue } from '#model/dataset.ts'
import { indicatorsInForce, type IndicatorRecord } from '#model/catalogue.ts'
import { numberOf } from '#model/figure.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

/**
 * Below the pass mark of a catalogue a website fails, and from it on only a veto fails it. The mark is
 * a threshold named 合格线 in 分.
 */
export const scoreDecides: Check = {
  name: 'score-decides',
  description: 'A score and the pass mark of its area agree with whether the finding counts.',
  check({ dataset }) {
    return dataset.inspections.flatMap((inspection) => {
      const inForce = [...indicatorsInForce(dataset.catalogues, inspection.period.end).values()]
      return Object.entries(inspection.issues ?? {}).flatMap(([id, issue]): Problem[] => {
        const mark = passMark(inForce, areasOfIssue(issue))
        const { counts_in_rate: counts, severity } = issue
        if (mark === null || counts === 'not-stated') return []
        return Object.entries(issue.figures ?? {}).flatMap(([name, figure]): Problem[] => {
          const isScore = /^(?:最后|综合|最终)?(?:得分|总分|总得分|评分)$/.test(name)
          const score = isScore && isOfHundred(figure) ? numberOf(figure) : null
          if (score === null) return []
          const isBelow = score < mark
          if (isBelow === counts || (counts && severity === 'veto')) return []
          return [
            problem(
              isBelow ? 'score-not-counted' : 'score-counted',
              inspectionFile(inspection),
              atValue('issues', id, 'counts_in_rate'),
              { name, score, mark },
              'warning',
            ),
          ]
        })
      })
    })
  },
}

/** Whether a score has the full mark of the pass mark, as far as the document says. */
const isOfHundred = (figure: unknown): boolean =>
  typeof figure !== 'object' || figure === null || !('full' in figure) || figure.full === 100

/** The pass mark of some areas; null where the catalogues in force give none, or several. */
function passMark(inForce: readonly IndicatorRecord[], areas: readonly string[]): number | null {
  const marks = inForce.flatMap(({ indicator: { area, thresholds = {} } }) => {
    const mark = thresholds['合格线']
    return areas.includes(area) && mark?.unit === '分' ? [mark.value] : []
  })
  const [only, ...others] = new Set(marks)
  return only === undefined || others.length > 0 ? null : only
}
