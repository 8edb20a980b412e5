import { authoredFile } from '#schema/authored-files.ts'
import { isMissing } from '#model/figure.ts'
import { unitLedgers } from '#model/openness-files.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import { nameKey } from '#schema/characters.ts'
import { problem, type Check } from '../check.ts'

/**
 * A document number (发文字号) names one document. Units that issue a document together may each list
 * it, which is a warning.
 */
export const policyNumbers: Check = {
  name: 'policy-numbers',
  description: 'A document number stands once in the ledger of a unit.',
  check({ dataset }) {
    const problems: Problem[] = []
    const first = new Map<string, { id: string; unit: string; file: string }>()
    for (const { year, unit, ledger } of unitLedgers(dataset)) {
      const file = authoredFile('openness', year, unit)
      for (const [id, { number }] of Object.entries(ledger.policies ?? {})) {
        if (number === undefined || isMissing(number)) continue
        const other = first.get(nameKey(number))
        if (other === undefined) {
          first.set(nameKey(number), { id, unit, file })
          continue
        }
        const args = { number, id: other.id, file: other.file }
        const level = other.unit === unit ? 'error' : 'warning'
        const place = atValue('policies', id, 'number')
        problems.push(problem('document-number-twice', file, place, args, level))
      }
    }
    return problems
  },
}
