import { authoredFile } from '#schema/authored-files.ts'
import { isMissing, missingWords } from '#model/figure.ts'
import { unitLedgers } from '#model/openness-files.ts'
import { halfWidth } from '#model/plain-text.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import { nameKey } from '#schema/characters.ts'
import { problem, type Check } from '../check.ts'

/** What people write where a document has no number, or they do not know it. */
const wordsForNone: ReadonlySet<string> = new Set([
  ...Object.values(missingWords),
  ...'无 没有 暂无 无文号 没有文号 未编号 不详 未知 / - — —— N/A'.split(' '),
])

/**
 * A document number (发文字号) names one document. Units that issue a document together may each list
 * it, which is a warning. A word for “none” is no number.
 */
export const policyNumbers: Check = {
  name: 'policy-numbers',
  description:
    'A document number is none of the words for “none”, and stands once in the ledger of a unit.',
  check({ dataset }) {
    const problems: Problem[] = []
    const first = new Map<string, { id: string; unit: string; file: string }>()
    for (const { year, unit, ledger } of unitLedgers(dataset)) {
      const file = authoredFile('openness', year, unit)
      for (const [id, { number }] of Object.entries(ledger.policies ?? {})) {
        if (number === undefined || isMissing(number)) continue
        if (wordsForNone.has(halfWidth(number).replace(/\s/g, ''))) {
          const place = atValue('policies', id, 'number')
          problems.push(problem('document-number-word', file, place, { text: number }))
          continue
        }
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
