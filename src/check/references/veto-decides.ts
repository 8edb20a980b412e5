import { areasOfIssue } from '#model/dataset.ts'
import { everyIndicator, indicatorsInForce } from '#model/catalogue.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import type { Indicator } from '#schema/indicator.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

const kindWords: Readonly<Record<Indicator['kind'], string>> = {
  veto: '单项否决',
  deduction: '扣分',
  bonus: '加分',
  ordinary: '一般问题',
}

/** A veto fails what it is found on; the kind of an indicator and the severity of an issue agree. */
export const vetoDecides: Check = {
  name: 'veto-decides',
  description: 'A veto counts in the rate, and is found on indicators that are vetoes.',
  check({ dataset }) {
    const problems: Problem[] = []
    const known = everyIndicator(dataset.catalogues)
    for (const inspection of dataset.inspections) {
      const file = inspectionFile(inspection)
      const inForce = indicatorsInForce(dataset.catalogues, inspection.period.end)
      for (const [id, issue] of Object.entries(inspection.issues ?? {})) {
        const { severity, counts_in_rate: counts, indicators = [] } = issue
        // A document may say itself why a veto does not count: it was rectified in time.
        const isExplained = /[不未][^，。；]{0,4}(?:计入|纳入|影响)/.test(issue.remark ?? '')
        if (severity === 'veto' && counts === false && !isExplained)
          problems.push(
            problem(
              'veto-not-counted',
              file,
              atValue('issues', id, 'counts_in_rate'),
              { text: issue.text },
              'warning',
            ),
          )
        // An ordinary finding may well be on an indicator that is a veto when it is worse: a column that
        // is late for a few days. A veto is never found on indicators that are none.
        const own = indicators.flatMap((indicator) => {
          const found = (inForce.get(indicator) ?? known.get(indicator))?.indicator
          return found === undefined ? [] : [found]
        })
        const [other] = own
        if (severity !== 'veto' || other === undefined) continue
        // An indicator of another area is reported by another rule.
        if (own.some(({ kind, area }) => kind === 'veto' || !areasOfIssue(issue).includes(area)))
          continue
        const args = { name: other.name, kind: kindWords[other.kind] }
        problems.push(
          problem('severity-differs', file, atValue('issues', id, 'severity'), args, 'warning'),
        )
      }
    }
    return problems
  },
}
