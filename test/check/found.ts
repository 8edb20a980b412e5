import type { Check, CheckInput } from '#check/check.ts'
import type { Dataset } from '#model/dataset.ts'
import type { Problem } from '#messages/problem.ts'
import { datasetWith } from '../support/dataset.ts'

/** The problems that a rule finds in a dataset whose files were all read. */
export const problemsOf = (rule: Check, parts: Partial<Dataset>): Problem[] => {
  const dataset = datasetWith(parts)
  const input: CheckInput = { dataset, exists: () => false, isUsable: () => true }
  return rule.check(input)
}

/** The problems as lines: level, code, file, path. */
export const found = (rule: Check, parts: Partial<Dataset>): string[] =>
  problemsOf(rule, parts).map(line)

export function line({ level, code, file, place }: Problem): string {
  const at =
    'path' in place ? ` ${place.path.join('.')}` : 'offset' in place ? ` ${place.offset}` : ''
  return `${level} ${code} ${file}${at}`
}
