import type { Problem } from '#problems/problem.ts'
import { bulletinReferences } from './bulletin-references.ts'
import type { Check, CheckInput } from './check.ts'
import { datesInOrder } from './dates-in-order.ts'
import { duplicates } from './duplicates.ts'
import { failedList } from './failed-list.ts'
import { partsAndTotals } from './parts-and-totals.ts'
import { printedRates } from './printed-rates.ts'
import { references } from './references.ts'
import { selfInspections } from './self-inspections.ts'
import { typedByHand } from './typed-by-hand.ts'

export const checks: readonly Check[] = [
  references,
  duplicates,
  partsAndTotals,
  printedRates,
  failedList,
  datesInOrder,
  selfInspections,
  bulletinReferences,
  typedByHand,
]

/** Every problem that every rule finds. */
export const runChecks = (input: CheckInput): Problem[] =>
  checks.flatMap((rule) => rule.check(input))
