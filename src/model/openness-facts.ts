/**
 * Facts of the ledger of policies, consultations and annual reports. What a document owes is typed by
 * a person; a word such as late, overdue or 全年未解读 rests on the day on which the office looked.
 */

import type {
  AnnualReport,
  Consultation,
  OfficeOpenness,
  Policy,
  UnitOpenness,
} from '#schema/openness.ts'
import { daysBetween, isDay } from './calendar.ts'
import type { Dataset } from './dataset.ts'
import { isGone } from './deadline.ts'
import { Memoized } from './memoized.ts'
import type { Model } from './model.ts'
import { isYear } from './openness-files.ts'
import {
  consultationThreshold,
  type DayThreshold,
  daysOpen,
  feedbackThreshold,
  gazetteThreshold,
  interpretationThreshold,
  lastDayWithin,
} from './openness-thresholds.ts'

/**
 * Why a duty has no last day: no catalogue has a threshold; the day cannot be computed, since the day
 * from which it counts or the holidays of a year are not known; or the unit was gone by that day.
 */
type NoLastDay = 'no-threshold' | 'day-unknown' | 'unit-gone'

type LastDay = { readonly day: string } | { readonly day: null; readonly why: NoLastDay }

/**
 * What a look says of something that is not recorded. `overdue` and `none-at-look`: the office found
 * none, with or without a threshold; `not-due`: it looked before the last day had passed;
 * `day-unknown` and `unit-gone`: there is no day by which to judge, so nothing is said to be missing.
 */
type StateAtLook = 'overdue' | 'none-at-look' | 'not-due' | Exclude<NoLastDay, 'no-threshold'>

export type InterpretationState =
  'not-judged' | 'not-owed' | 'interpreted' | 'not-recorded' | StateAtLook

/** When the first interpretation came; `late` only after a look that came after the last day. */
type InterpretationTiming = 'same-day' | 'within' | 'late' | 'other-day' | 'earlier' | 'unknown'

type InterpretationLinks = 'both' | 'one-way' | 'none' | 'unknown'

/** 三同步, from what is typed alone; dates of publication never prove it. */
export type TogetherState = 'yes' | 'no' | 'not-recorded'

/**
 * Whether a document is to be sent to the gazette. `no-duty`: no document of a tier that sends, or not
 * proactively disclosed.
 */
type GazetteDuty = 'owed' | 'no-duty' | 'disclosure-not-recorded' | 'exempt'

/** `printed` also of a document without the duty. */
type GazetteState =
  | Exclude<GazetteDuty, 'owed'>
  | 'printed'
  | 'sent'
  | 'reason'
  | 'not-recorded'
  | Exclude<StateAtLook, 'overdue'>

export interface PolicyFacts {
  readonly id: string
  readonly unit: string
  readonly policy: Policy
  readonly judgement: { readonly owes: boolean; readonly reason: string } | null
  readonly interpretation: InterpretationState
  /** Null without an interpretation, and for a document that is not judged to owe one. */
  readonly timing: InterpretationTiming | null
  /** Days from the document to its first interpretation. */
  readonly delay: number | null
  readonly threshold: DayThreshold | null
  /** Why there is no last day for its interpretation; null if there is one. */
  readonly noDue: NoLastDay | null
  readonly links: InterpretationLinks | null
  readonly together: TogetherState
  readonly gazetteDuty: GazetteDuty
  readonly gazette: GazetteState
  /** The last day for sending it to the gazette; null without the duty, a threshold or a known day. */
  readonly gazetteDue: string | null
  readonly gazetteNoDue: NoLastDay | null
  /** Whether the office looked when the document was public: only then it is counted in a rate. */
  readonly isLookedAt: boolean
}

/** `shortened`: fewer days than the catalogue asks, for a reason that is typed. */
type ConsultationLength = 'enough' | 'shortened' | 'short' | 'no-threshold' | 'unknown'

type FeedbackState = 'open' | 'published' | 'late' | 'not-yet' | 'not-recorded' | StateAtLook

export interface ConsultationFacts {
  readonly id: string
  readonly unit: string
  readonly consultation: Consultation
  readonly days: number | null
  readonly threshold: DayThreshold | null
  readonly length: ConsultationLength
  readonly feedback: FeedbackState
  /** The last day for its feedback; null without a threshold or a known day. */
  readonly feedbackDue: string | null
  /** Why there is no such day; null if there is one. */
  readonly noDue: NoLastDay | null
  readonly feedbackThreshold: DayThreshold | null
  /** Whether it was closed when the office looked. */
  readonly isLookedAt: boolean
}

type AnnualReportState = 'on-time' | 'late' | 'published' | 'overdue' | 'not-recorded'

export interface ReportFacts {
  readonly unit: string
  readonly report: AnnualReport | null
  /** Null for a unit of a kind for which nothing is typed, or one that is gone by the day. */
  readonly due: string | null
  readonly state: AnnualReportState
  /** What a person decided after the report was compared with that of the year before; null if nobody. */
  readonly compared: { readonly on: string; readonly repeats: boolean } | null
}

/** What the ledger of a year says of a unit. */
export interface UnitYear {
  readonly unit: string
  readonly tier: string
  /** Whether the unit's own ledger is recorded; without it there is only what the office typed. */
  readonly hasLedger: boolean
  /** The day on which the office looked; null if it has not, or not yet. */
  readonly lookedOn: string | null
  /** Whether the office knows that the list of documents is whole. */
  readonly isComplete: boolean
  readonly policies: readonly PolicyFacts[]
  readonly consultations: readonly ConsultationFacts[]
  readonly report: ReportFacts
  /**
   * 全年未解读: the list is whole, a document owes an interpretation, no document of the year has one,
   * and the office missed it for each that owes one, after its last day where there is a threshold.
   */
  readonly hasNoneInYear: boolean
}

export interface OpennessYear {
  readonly year: string
  readonly units: readonly UnitYear[]
}

type Facts = Pick<Model, 'dataset' | 'asOf'>

const years = new Memoized<readonly OpennessYear[]>()

/** The ledgers of all years, oldest first; empty for a site without one. */
export const opennessYears = (model: Facts): readonly OpennessYear[] =>
  years.of(
    model.dataset,
    () => {
      const { openness, opennessOffice } = model.dataset
      const all = [...new Set([...Object.keys(openness), ...Object.keys(opennessOffice)])]
      return all
        .filter(isYear)
        .sort()
        .map((year) => ({ year, units: unitYears(model, year) }))
        .filter(({ units }) => units.length > 0)
    },
    model.asOf,
  )

/** The units with a file or a look in a year, in the order of the roster. */
function unitYears({ dataset, asOf }: Facts, year: string): UnitYear[] {
  const files = dataset.openness[year] ?? {}
  const office = dataset.opennessOffice[year] ?? {}
  const looks = office.units ?? {}
  return Object.entries(dataset.units).flatMap(([unit, { tier }]): UnitYear[] => {
    const hasLedger = Object.hasOwn(files, unit)
    if (!hasLedger && !Object.hasOwn(looks, unit)) return []
    const ledger: UnitOpenness = files[unit] ?? {}
    const look = looks[unit]
    const day = look?.looked_on
    const lookedOn = day === undefined || day > asOf ? null : day
    const context: Context = { dataset, asOf, year, unit, tier, office, lookedOn }
    const policies = Object.entries(ledger.policies ?? {}).map(([id, policy]) =>
      policyFacts(context, id, policy),
    )
    const owing = policies.filter(({ judgement }) => judgement?.owes === true)
    const isComplete = look?.complete === true && lookedOn !== null && lookedOn > `${year}-12-31`
    return [
      {
        unit,
        tier,
        hasLedger,
        lookedOn,
        isComplete,
        policies,
        consultations: Object.entries(ledger.consultations ?? {}).map(([id, one]) =>
          consultationFacts(context, id, one),
        ),
        report: reportFacts(context, ledger.annual_report ?? null, look),
        hasNoneInYear:
          isComplete &&
          owing.length > 0 &&
          owing.every(({ interpretation }) => isMissedAtLook(interpretation)) &&
          policies.every(({ policy }) => itemsOf(policy).length === 0),
      },
    ]
  })
}

type Look = NonNullable<OfficeOpenness['units']>[string]

interface Context {
  readonly dataset: Dataset
  readonly asOf: string
  readonly year: string
  readonly unit: string
  readonly tier: string
  readonly office: OfficeOpenness
  readonly lookedOn: string | null
}

const itemsOf = ({ interpretation }: Policy) => interpretation?.items ?? []

/** Whether the office looked for it and found none, after its last day where there is a threshold. */
export const isMissedAtLook = (state: InterpretationState): boolean =>
  state === 'overdue' || state === 'none-at-look'

/** The last day of a duty that counts from a day; the days of a unit end with the unit. */
function lastDayOf(
  { dataset, unit }: Context,
  from: string,
  thresholdOn: (data: Dataset, day: string) => DayThreshold | null,
): LastDay {
  if (!isDay(from)) return { day: null, why: 'day-unknown' }
  const threshold = thresholdOn(dataset, from)
  if (threshold === null) return { day: null, why: 'no-threshold' }
  const day = lastDayWithin(dataset, from, threshold)
  if (day === null) return { day: null, why: 'day-unknown' }
  return isGone(dataset.units[unit], day) ? { day: null, why: 'unit-gone' } : { day }
}

/** What a look on a day says of something that is not recorded. */
function stateAtLook(due: LastDay, lookedOn: string): StateAtLook {
  if (due.day !== null) return due.day < lookedOn ? 'overdue' : 'not-due'
  return due.why === 'no-threshold' ? 'none-at-look' : due.why
}

/** Whether something came after its last day, and the office looked after that day too. */
const isLate = (came: string, { day }: LastDay, lookedOn: string | null): boolean =>
  day !== null && came > day && lookedOn !== null && lookedOn > day

function policyFacts(context: Context, id: string, policy: Policy): PolicyFacts {
  const { dataset, office, unit, lookedOn } = context
  const { published } = policy
  const judgement = office.judgements?.[id] ?? null
  const isLookedAt = lookedOn !== null && !(isDay(published) && published > lookedOn)
  const threshold = isDay(published) ? interpretationThreshold(dataset, published) : null
  const due = lastDayOf(context, published, interpretationThreshold)
  const gazetteDuty = gazetteDutyOf(context, id, policy)
  const gazetteDue = lastDayOf(context, published, gazetteThreshold)
  const items = itemsOf(policy)
  const first = items
    .map((item) => item.published)
    .filter(isDay)
    .sort()[0]
  const delay = first === undefined || !isDay(published) ? null : daysBetween(published, first)
  const owes = judgement?.owes === true
  return {
    id,
    unit,
    policy,
    judgement,
    interpretation: interpretationState({ judgement, policy, isLookedAt, lookedOn, due }),
    timing:
      owes && items.length > 0
        ? timingOf({ delay, first, due, lookedOn: isLookedAt ? lookedOn : null })
        : null,
    delay,
    threshold,
    noDue: due.day === null ? due.why : null,
    links: owes && items.length > 0 ? linksOf(policy) : null,
    together: togetherState(policy),
    gazetteDuty,
    gazette: gazetteState(context, id, policy, { isLookedAt, gazetteDuty, gazetteDue }),
    gazetteDue: gazetteDuty === 'owed' ? gazetteDue.day : null,
    gazetteNoDue: gazetteDue.day === null ? gazetteDue.why : null,
    isLookedAt,
  }
}

function interpretationState({
  judgement,
  policy,
  isLookedAt,
  lookedOn,
  due,
}: Pick<PolicyFacts, 'judgement' | 'policy' | 'isLookedAt'> &
  Pick<Context, 'lookedOn'> & { readonly due: LastDay }): InterpretationState {
  if (judgement === null) return 'not-judged'
  if (!judgement.owes) return 'not-owed'
  if (itemsOf(policy).length > 0) return 'interpreted'
  if (!isLookedAt || lookedOn === null || !isDay(policy.published)) return 'not-recorded'
  return stateAtLook(due, lookedOn)
}

function timingOf({
  delay,
  first,
  due,
  lookedOn,
}: {
  readonly delay: number | null
  readonly first: string | undefined
  readonly due: LastDay
  readonly lookedOn: string | null
}): InterpretationTiming {
  if (delay === null || first === undefined) return 'unknown'
  if (delay < 0) return 'earlier'
  if (delay === 0) return 'same-day'
  if (due.day !== null && first <= due.day) return 'within'
  return isLate(first, due, lookedOn) ? 'late' : 'other-day'
}

/** The best of its interpretations: one that links both ways suffices. */
function linksOf(policy: Policy): InterpretationLinks {
  const all = itemsOf(policy).map(
    ({ links_to_policy: to, linked_from_policy: from }): InterpretationLinks => {
      if (to === undefined || from === undefined) return 'unknown'
      return to && from ? 'both' : to || from ? 'one-way' : 'none'
    },
  )
  const ranked: readonly InterpretationLinks[] = ['both', 'unknown', 'one-way']
  return ranked.find((one) => all.includes(one)) ?? 'none'
}

function togetherState({ interpretation }: Policy): TogetherState {
  const { drafted, reviewed, published } = interpretation?.together ?? {}
  const steps = [drafted, reviewed, published]
  if (steps.includes(false)) return 'no'
  return steps.every((step) => step === true) ? 'yes' : 'not-recorded'
}

function gazetteDutyOf(
  { office, tier }: Context,
  id: string,
  { kind, disclosure }: Policy,
): GazetteDuty {
  if (office.gazette?.from?.includes(tier) !== true || kind === 'other') return 'no-duty'
  if (disclosure === undefined) return 'disclosure-not-recorded'
  if (disclosure !== 'proactive') return 'no-duty'
  return office.gazette.exempt?.[id] === undefined ? 'owed' : 'exempt'
}

function gazetteState(
  { office, lookedOn }: Context,
  id: string,
  { gazette = {} }: Policy,
  {
    isLookedAt,
    gazetteDuty,
    gazetteDue,
  }: Pick<PolicyFacts, 'isLookedAt' | 'gazetteDuty'> & { readonly gazetteDue: LastDay },
): GazetteState {
  if (office.gazette?.printed?.[id] !== undefined) return 'printed'
  if (gazetteDuty !== 'owed') return gazetteDuty
  // A reason in place of the day says that it was sent on a day that is not known.
  if (gazette.sent !== undefined && gazette.sent !== 'not-applicable') return 'sent'
  if (gazette.reason !== undefined) return 'reason'
  if (lookedOn === null || !isLookedAt) return 'not-recorded'
  const state = stateAtLook(gazetteDue, lookedOn)
  return state === 'overdue' ? 'none-at-look' : state
}

function consultationFacts(
  context: Context,
  id: string,
  consultation: Consultation,
): ConsultationFacts {
  const { dataset, unit, asOf, lookedOn } = context
  const { closes, shortened } = consultation
  const threshold = consultationThreshold(dataset, consultation)
  const days = daysOpen(dataset, consultation, threshold)
  const limit = isDay(closes) ? feedbackThreshold(dataset, closes) : null
  const feedbackDue = lastDayOf(context, closes, feedbackThreshold)
  const isLookedAt = lookedOn !== null && isDay(closes) && closes < lookedOn
  return {
    id,
    unit,
    consultation,
    days,
    threshold,
    length:
      threshold === null
        ? 'no-threshold'
        : days === null
          ? 'unknown'
          : days >= threshold.days
            ? 'enough'
            : shortened === undefined
              ? 'short'
              : 'shortened',
    feedback: feedbackState(consultation, { asOf, lookedOn, isLookedAt, feedbackDue }),
    feedbackDue: feedbackDue.day,
    noDue: feedbackDue.day === null ? feedbackDue.why : null,
    feedbackThreshold: limit,
    isLookedAt,
  }
}

function feedbackState(
  { closes, feedback }: Consultation,
  {
    asOf,
    lookedOn,
    isLookedAt,
    feedbackDue,
  }: Pick<Context, 'asOf' | 'lookedOn'> &
    Pick<ConsultationFacts, 'isLookedAt'> & { readonly feedbackDue: LastDay },
): FeedbackState {
  if (typeof feedback === 'object') {
    const { published } = feedback
    return isDay(published) && isLate(published, feedbackDue, lookedOn) ? 'late' : 'published'
  }
  if (isDay(closes) && closes >= asOf) return 'open'
  if (isLookedAt && lookedOn !== null) return stateAtLook(feedbackDue, lookedOn)
  return feedback === 'not-yet' ? 'not-yet' : 'not-recorded'
}

/**
 * The report of the year before is due on 31 January from departments and on 31 March from
 * governments at county level and above (中华人民共和国政府信息公开条例, article 49), unless the unit is gone
 * by then; for other units the office types a day or there is none.
 */
function reportFacts(
  { dataset, year, unit, tier, office, lookedOn, asOf }: Context,
  report: AnnualReport | null,
  { report_due: typed, report_compared: compared }: Look = {},
): ReportFacts {
  const { departments = [], governments = [] } = office.annual_reports ?? {}
  const next = String(Number(year) + 1)
  const ofTier = departments.includes(tier)
    ? `${next}-01-31`
    : governments.includes(tier)
      ? `${next}-03-31`
      : null
  const owed = ofTier !== null && isGone(dataset.units[unit], ofTier) ? null : ofTier
  const due = typed ?? owed
  const state = (): AnnualReportState => {
    if (report === null)
      return due !== null && lookedOn !== null && due < lookedOn ? 'overdue' : 'not-recorded'
    if (due === null || !isDay(report.published)) return 'published'
    if (report.published <= due) return 'on-time'
    return isLate(report.published, { day: due }, lookedOn) ? 'late' : 'published'
  }
  return {
    unit,
    report,
    due,
    state: state(),
    compared: compared === undefined || compared.on > asOf ? null : compared,
  }
}
