import { isDay } from './calendar.ts'
import type { PolicyFacts, UnitYear } from './openness-facts.ts'

/** The rates of the ledger, in the order of pages and tables. */
const opennessRateNames = [
  'interpreted',
  'same-day',
  'within',
  'linked',
  'together',
  'gazette-sent',
  'gazette-printed',
  'consultation-length',
  'feedback',
  'report-on-time',
] as const
export type OpennessRateName = (typeof opennessRateNames)[number]

/** A rate over what somebody has settled, and what is left out of it, counted by its reason. */
export interface OpennessRate {
  readonly name: OpennessRateName
  readonly part: number
  /** 0: there is nothing to compute a rate of. */
  readonly whole: number
  readonly outside: readonly { readonly reason: OutsideReason; readonly count: number }[]
}

/** Why a document, consultation or report is in no denominator. */
const outsideReasons = [
  'not-judged',
  'not-looked-at',
  'not-due',
  'day-unknown',
  'unit-gone',
  'no-day',
  'not-recorded',
  'no-threshold',
  'shortened',
  'no-report-day',
] as const
export type OutsideReason = (typeof outsideReasons)[number]

/** Whether something counts for a rate, against it, or not at all; null: the rate is not about it. */
type Verdict = boolean | OutsideReason | null

/**
 * The rates of some units. A document that nobody judged, or that the office has not looked at, is in
 * no denominator.
 */
export function opennessRates(units: readonly UnitYear[]): OpennessRate[] {
  const policies = units.flatMap((one) => one.policies)
  const consultations = units.flatMap((one) => one.consultations)
  const owing = policies.filter(
    ({ judgement, isLookedAt, interpretation }) =>
      judgement?.owes === true && isLookedAt && interpretation === 'interpreted',
  )
  const verdicts: Readonly<Record<OpennessRateName, readonly Verdict[]>> = {
    interpreted: policies.map(({ policy, judgement, interpretation, isLookedAt, noDue }) => {
      if (judgement === null) return 'not-judged'
      if (!judgement.owes) return null
      if (!isLookedAt) return 'not-looked-at'
      if (!isDay(policy.published)) return 'no-day'
      if (isWithoutDay(noDue)) return noDue
      if (interpretation === 'not-due') return 'not-due'
      return interpretation === 'interpreted'
    }),
    'same-day': owing.map(({ timing }) =>
      timing === 'unknown' ? 'no-day' : timing === 'same-day',
    ),
    within: owing.map(({ timing, noDue }) => {
      if (timing === 'unknown') return 'no-day'
      if (noDue !== null) return noDue
      // After its last day, by a look that came before that day.
      if (timing === 'other-day') return 'not-due'
      // Before its document is before the last day too.
      return timing === 'same-day' || timing === 'within' || timing === 'earlier'
    }),
    linked: owing.map(({ links }) => (links === 'unknown' ? 'not-recorded' : links === 'both')),
    together: policies.map(({ judgement, isLookedAt, together }) => {
      if (judgement === null) return 'not-judged'
      if (!judgement.owes) return null
      if (!isLookedAt) return 'not-looked-at'
      return together === 'not-recorded' ? 'not-recorded' : together === 'yes'
    }),
    'gazette-sent': policies.map((one) => gazetteVerdict(one, ['sent', 'printed'])),
    'gazette-printed': policies.map((one) => gazetteVerdict(one, ['printed'])),
    'consultation-length': consultations.map(({ length, consultation: { opened, closes } }) => {
      if (length === 'no-threshold' || length === 'shortened') return length
      // Between two known days only the holidays of a year can be missing.
      if (length === 'unknown') return isDay(opened) && isDay(closes) ? 'day-unknown' : 'no-day'
      return length === 'enough'
    }),
    feedback: consultations.map(({ consultation, feedback, isLookedAt, noDue }) => {
      if (!isDay(consultation.closes)) return 'no-day'
      if (!isLookedAt) return 'not-looked-at'
      if (isWithoutDay(noDue)) return noDue
      if (feedback === 'not-due') return 'not-due'
      return feedback === 'published' || feedback === 'late'
    }),
    'report-on-time': units.map(({ report, lookedOn }) => {
      if (report.due === null) return 'no-report-day'
      if (lookedOn === null || lookedOn <= report.due) return 'not-looked-at'
      return report.state === 'published' ? 'no-day' : report.state === 'on-time'
    }),
  }
  return opennessRateNames.map((name) => rateOf(name, verdicts[name]))
}

/**
 * Whether no look can say that something is missing. What is done is left out too: a rate over what
 * can only count for it would always be 100 %.
 */
const isWithoutDay = (noDue: PolicyFacts['noDue']): noDue is 'day-unknown' | 'unit-gone' =>
  noDue === 'day-unknown' || noDue === 'unit-gone'

function gazetteVerdict(
  { gazetteDuty, gazette, gazetteNoDue, isLookedAt }: PolicyFacts,
  good: readonly PolicyFacts['gazette'][],
): Verdict {
  if (gazetteDuty === 'no-duty' || gazetteDuty === 'exempt') return null
  if (gazetteDuty === 'disclosure-not-recorded') return 'not-recorded'
  if (!isLookedAt) return 'not-looked-at'
  if (isWithoutDay(gazetteNoDue)) return gazetteNoDue
  return gazette === 'not-due' ? 'not-due' : good.includes(gazette)
}

function rateOf(name: OpennessRateName, verdicts: readonly Verdict[]): OpennessRate {
  const countOf = (verdict: Verdict): number => verdicts.filter((one) => one === verdict).length
  return {
    name,
    part: countOf(true),
    whole: countOf(true) + countOf(false),
    outside: outsideReasons
      .map((reason) => ({ reason, count: countOf(reason) }))
      .filter(({ count }) => count > 0),
  }
}

/** Whether a rate has something to say: cases, or what is left out of it. */
export const isAbout = ({ whole, outside }: OpennessRate): boolean =>
  whole > 0 || outside.length > 0
