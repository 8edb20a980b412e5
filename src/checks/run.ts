import type { Problem } from '#problems/problem.ts'
import { attachments } from './attachments.ts'
import { bulletinReferences } from './bulletin-references.ts'
import { changes } from './changes.ts'
import type { Check, CheckInput } from './check.ts'
import { circles } from './circles.ts'
import { contentEditor } from './content-editor.ts'
import { countsInOrder } from './counts-in-order.ts'
import { countedDays } from './counted-days.ts'
import { corrections } from './corrections.ts'
import { datesInOrder } from './dates-in-order.ts'
import { datesInReach } from './dates-in-reach.ts'
import { deadlineWording } from './deadline-wording.ts'
import { documentDates } from './document-dates.ts'
import { labelsAndDates } from './labels-and-dates.ts'
import { rectificationDates } from './rectification-dates.ts'
import { duplicates } from './duplicates.ts'
import { failedList } from './failed-list.ts'
import { followUps } from './follow-ups.ts'
import { fullCoverage } from './full-coverage.ts'
import { lookAlikeText } from './look-alike-text.ts'
import { holidays } from './holidays.ts'
import { internalText } from './internal-text.ts'
import { issueRelations } from './issue-relations.ts'
import { rateSettingRounds } from './rate-setting-rounds.ts'
import { typedNames } from './typed-names.ts'
import { nearMissNames } from './near-miss-names.ts'
import { orders } from './orders.ts'
import { outsideLinks } from './outside-links.ts'
import { ownWords } from './own-words.ts'
import { partsAndTotals } from './parts-and-totals.ts'
import { periodAndWindow } from './period-and-window.ts'
import { personalData } from './personal-data.ts'
import { previousRound } from './previous-round.ts'
import { printedRates } from './printed-rates.ts'
import { proseHints } from './prose-hints.ts'
import { ranks } from './ranks.ts'
import { rectification } from './rectification.ts'
import { references } from './references.ts'
import { registration } from './registration.ts'
import { selfInspections } from './self-inspections.ts'
import { siteSource } from './site-source.ts'
import { splitOf } from './split-of.ts'
import { tableAndFigures } from './table-and-figures.ts'
import { tableOrder } from './table-order.ts'
import { tableRates } from './table-rates.ts'
import { tableRows } from './table-rows.ts'
import { tableTotals } from './table-totals.ts'
import { titlesAndPeriods } from './titles-and-periods.ts'
import { typedByHand } from './typed-by-hand.ts'
import { unfinishedText } from './unfinished-text.ts'

export const checks: readonly Check[] = [
  references,
  registration,
  siteSource,
  outsideLinks,
  contentEditor,
  circles,
  duplicates,
  nearMissNames,
  typedNames,
  rateSettingRounds,
  issueRelations,
  countsInOrder,
  fullCoverage,
  partsAndTotals,
  splitOf,
  ownWords,
  printedRates,
  changes,
  ranks,
  tableRows,
  tableTotals,
  tableRates,
  tableOrder,
  tableAndFigures,
  failedList,
  datesInOrder,
  datesInReach,
  deadlineWording,
  documentDates,
  labelsAndDates,
  titlesAndPeriods,
  rectificationDates,
  countedDays,
  holidays,
  periodAndWindow,
  previousRound,
  followUps,
  corrections,
  rectification,
  orders,
  selfInspections,
  attachments,
  bulletinReferences,
  typedByHand,
  personalData,
  internalText,
  unfinishedText,
  lookAlikeText,
  proseHints,
]

/** Every problem that every rule finds. */
export const runChecks = (input: CheckInput): Problem[] =>
  checks.flatMap((rule) => rule.check(input))
