import type { Problem } from '#problems/problem.ts'
import { bulletinReferences } from './bulletin-references.ts'
import { changes } from './changes.ts'
import type { Check, CheckInput } from './check.ts'
import { datesInOrder } from './dates-in-order.ts'
import { duplicates } from './duplicates.ts'
import { failedList } from './failed-list.ts'
import { followUps } from './follow-ups.ts'
import { nearMissNames } from './near-miss-names.ts'
import { orders } from './orders.ts'
import { partsAndTotals } from './parts-and-totals.ts'
import { periodAndWindow } from './period-and-window.ts'
import { personalData } from './personal-data.ts'
import { printedRates } from './printed-rates.ts'
import { proseHints } from './prose-hints.ts'
import { references } from './references.ts'
import { registration } from './registration.ts'
import { selfInspections } from './self-inspections.ts'
import { typedByHand } from './typed-by-hand.ts'
import { unfinishedText } from './unfinished-text.ts'

export const checks: readonly Check[] = [
  references,
  registration,
  duplicates,
  nearMissNames,
  partsAndTotals,
  printedRates,
  changes,
  failedList,
  datesInOrder,
  periodAndWindow,
  followUps,
  orders,
  selfInspections,
  bulletinReferences,
  typedByHand,
  personalData,
  unfinishedText,
  proseHints,
]

/** Every problem that every rule finds. */
export const runChecks = (input: CheckInput): Problem[] =>
  checks.flatMap((rule) => rule.check(input))
