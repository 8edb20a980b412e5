/**
 * The room `check/` holds the rules that concern more than one field or file: one rule a file, in
 * folders by subject. A rule gets the records and returns problems; it never throws or prints.
 * Start here: this file lists all rules.
 */

import type { Problem } from '#messages/problem.ts'
import { accountLives } from './dates/account-lives.ts'
import { attachmentOrder } from './references/attachment-order.ts'
import { attachments } from './references/attachments.ts'
import { bulletinReferences } from './references/bulletin-references.ts'
import { changes } from './figures/changes.ts'
import type { Check, CheckInput } from './check.ts'
import { cyclicReferences } from './references/cyclic-references.ts'
import { consultations } from './openness/consultations.ts'
import { interpretations } from './openness/interpretations.ts'
import { ledgerIds } from './openness/ledger-ids.ts'
import { ledgerYears } from './openness/ledger-years.ts'
import { officeRecords } from './openness/office-records.ts'
import { policyNumbers } from './openness/policy-numbers.ts'
import { clearAreas } from './figures/clear-areas.ts'
import { contentEditor } from './security/content-editor.ts'
import { countsInOrder } from './figures/counts-in-order.ts'
import { countedDays } from './dates/counted-days.ts'
import { corrections } from './corrections/corrections.ts'
import { datesInOrder } from './dates/dates-in-order.ts'
import { datesInReach } from './dates/dates-in-reach.ts'
import { deadlineWording } from './dates/deadline-wording.ts'
import { documentDates } from './dates/document-dates.ts'
import { labelsAndDates } from './dates/labels-and-dates.ts'
import { rectificationDates } from './dates/rectification-dates.ts'
import { emptyInspections } from './reports/empty-inspections.ts'
import { reportParts } from './reports/report-parts.ts'
import { duplicates } from './references/duplicates.ts'
import { failedList } from './figures/failed-list.ts'
import { followUps } from './reports/follow-ups.ts'
import { fullCoverage } from './figures/full-coverage.ts'
import { lookAlikeText } from './texts/look-alike-text.ts'
import { holidays } from './dates/holidays.ts'
import { internalText } from './security/internal-text.ts'
import { issueRelations } from './references/issue-relations.ts'
import { rateSettingRounds } from './figures/rate-setting-rounds.ts'
import { typedNames } from './references/typed-names.ts'
import { nearMissNames } from './references/near-miss-names.ts'
import { orders } from './reports/orders.ts'
import { outsideLinks } from './texts/outside-links.ts'
import { ownWords } from './figures/own-words.ts'
import { partsAndTotals } from './figures/parts-and-totals.ts'
import { periodAndWindow } from './dates/period-and-window.ts'
import { personalData } from './security/personal-data.ts'
import { previousRound } from './dates/previous-round.ts'
import { printedRates } from './figures/printed-rates.ts'
import { proseHints } from './texts/prose-hints.ts'
import { ranks } from './figures/ranks.ts'
import { rectification } from './reports/rectification.ts'
import { headingNumbers } from './texts/heading-numbers.ts'
import { vetoDecides } from './references/veto-decides.ts'
import { repeatedUnits } from './texts/repeated-units.ts'
import { populations } from './figures/populations.ts'
import { rateOperands } from './figures/rate-operands.ts'
import { references } from './references/references.ts'
import { registration } from './reports/registration.ts'
import { selfInspections } from './reports/self-inspections.ts'
import { siteSource } from './security/site-source.ts'
import { scoreDecides } from './figures/score-decides.ts'
import { splitOf } from './figures/split-of.ts'
import { tableAndFigures } from './tables/table-and-figures.ts'
import { tableOrder } from './tables/table-order.ts'
import { tableRates } from './tables/table-rates.ts'
import { tableRows } from './tables/table-rows.ts'
import { tableTotals } from './tables/table-totals.ts'
import { titlesAndPeriods } from './dates/titles-and-periods.ts'
import { typedByHand } from './texts/typed-by-hand.ts'
import { unfinishedText } from './texts/unfinished-text.ts'

/** In any order: what they find is sorted by file and position. */
export const checks: readonly Check[] = [
  references,
  registration,
  siteSource,
  outsideLinks,
  contentEditor,
  cyclicReferences,
  duplicates,
  nearMissNames,
  typedNames,
  rateSettingRounds,
  rateOperands,
  populations,
  issueRelations,
  vetoDecides,
  scoreDecides,
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
  clearAreas,
  accountLives,
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
  reportParts,
  emptyInspections,
  ledgerYears,
  ledgerIds,
  policyNumbers,
  interpretations,
  consultations,
  officeRecords,
  attachments,
  attachmentOrder,
  bulletinReferences,
  typedByHand,
  repeatedUnits,
  headingNumbers,
  personalData,
  internalText,
  unfinishedText,
  lookAlikeText,
  proseHints,
]

/** The problems found by all rules. */
export const runChecks = (input: CheckInput): Problem[] =>
  checks.flatMap((rule) => rule.check(input))
