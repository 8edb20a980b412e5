import type { UnitYear } from './openness-facts.ts'

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
    interpreted: policies.map(({ judgement, interpretation, isLookedAt }) => {
      if (judgement === null) return 'not-judged'
      if (!judgement.owes) return null
      if (!isLookedAt) return 'not-looked-at'
      if (interpretation === 'not-due') return 'not-due'
      if (interpretation === 'not-recorded') return 'no-day'
      return interpretation === 'interpreted'
    }),
    'same-day': owing.map(({ timing }) =>
      timing === 'unknown' ? 'no-day' : timing === 'same-day',
    ),
    within: owing.map(({ timing, threshold }) => {
      if (timing === 'unknown') return 'no-day'
      if (threshold === null) return 'no-threshold'
      return timing === 'same-day' || timing === 'within'
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
    'consultation-length': consultations.map(({ length }) => {
      if (length === 'no-threshold' || length === 'shortened') return length
      return length === 'unknown' ? 'no-day' : length === 'enough'
    }),
    feedback: consultations.map(({ feedback, isLookedAt }) => {
      if (!isLookedAt) return 'not-looked-at'
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

function gazetteVerdict(
  { gazette, isLookedAt }: UnitYear['policies'][number],
  good: readonly UnitYear['policies'][number]['gazette'][],
): Verdict {
  if (gazette === 'no-duty' || gazette === 'exempt') return null
  if (gazette === 'disclosure-not-recorded') return 'not-recorded'
  if (gazette === 'not-due') return 'not-due'
  return isLookedAt ? good.includes(gazette) : 'not-looked-at'
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
