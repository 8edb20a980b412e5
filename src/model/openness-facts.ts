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
 * `overdue` and `none-at-look`: the office looked and found none, with or without a threshold;
 * `not-due`: the office looked before the days of the threshold had passed.
 */
export type InterpretationState =
  | 'not-judged'
  | 'not-owed'
  | 'interpreted'
  | 'overdue'
  | 'none-at-look'
  | 'not-due'
  | 'not-recorded'

/** When the first interpretation came; `late` only after a look, `other-day` without a threshold. */
type InterpretationTiming = 'same-day' | 'within' | 'late' | 'other-day' | 'earlier' | 'unknown'

type InterpretationLinks = 'both' | 'one-way' | 'none' | 'unknown'

/** 三同步, from what is typed alone; dates of publication never prove it. */
export type TogetherState = 'yes' | 'no' | 'not-recorded'

/**
 * `no-duty`: no document of a tier that sends, or not proactively disclosed; `not-due`: the office
 * looked before the days of the catalogue had passed.
 */
type GazetteState =
  | 'no-duty'
  | 'disclosure-not-recorded'
  | 'exempt'
  | 'printed'
  | 'sent'
  | 'reason'
  | 'none-at-look'
  | 'not-due'
  | 'not-recorded'

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
  readonly links: InterpretationLinks | null
  readonly together: TogetherState
  readonly gazette: GazetteState
  /** The last day for sending it to the gazette; null where no catalogue has a threshold. */
  readonly gazetteDue: string | null
  /** Whether the office looked when the document was public: only then it is counted in a rate. */
  readonly isLookedAt: boolean
}

/** `shortened`: fewer days than the catalogue asks, for a reason that is typed. */
type ConsultationLength = 'enough' | 'shortened' | 'short' | 'no-threshold' | 'unknown'

type FeedbackState =
  | 'open'
  | 'published'
  | 'late'
  | 'overdue'
  | 'none-at-look'
  | 'not-due'
  | 'not-yet'
  | 'not-recorded'

export interface ConsultationFacts {
  readonly id: string
  readonly unit: string
  readonly consultation: Consultation
  readonly days: number | null
  readonly threshold: DayThreshold | null
  readonly length: ConsultationLength
  readonly feedback: FeedbackState
  /** The last day for its feedback; null where no catalogue has a threshold. */
  readonly feedbackDue: string | null
  readonly feedbackThreshold: DayThreshold | null
  /** Whether it was closed when the office looked. */
  readonly isLookedAt: boolean
}

type ReportState = 'on-time' | 'late' | 'published' | 'overdue' | 'not-recorded'

export interface ReportFacts {
  readonly unit: string
  readonly report: AnnualReport | null
  /** Null for a unit of a kind for which nothing is typed. */
  readonly due: string | null
  readonly state: ReportState
  /** What a person decided after the report was compared with that of the year before; null if nobody. */
  readonly compared: { readonly on: string; readonly repeats: boolean } | null
}

/** What the ledger of a year says of a unit. */
export interface UnitYear {
  readonly unit: string
  readonly tier: string
  /** The day on which the office looked; null if it has not, or not yet. */
  readonly lookedOn: string | null
  /** Whether the office knows that the list of documents is whole. */
  readonly isComplete: boolean
  readonly policies: readonly PolicyFacts[]
  readonly consultations: readonly ConsultationFacts[]
  readonly report: ReportFacts
  /**
   * 全年未解读: the list is whole, a document owes an interpretation, and no document of the year has
   * one.
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
    const hasFile = Object.hasOwn(files, unit)
    if (!hasFile && !Object.hasOwn(looks, unit)) return []
    const ledger: UnitOpenness = files[unit] ?? {}
    const look = looks[unit]
    const day = look?.looked_on
    const lookedOn = day === undefined || day > asOf ? null : day
    const context: Context = { dataset, asOf, year, unit, tier, office, lookedOn }
    const policies = Object.entries(ledger.policies ?? {}).map(([id, policy]) =>
      policyFacts(context, id, policy),
    )
    const isComplete = look?.complete === true && lookedOn !== null && lookedOn >= `${year}-12-31`
    return [
      {
        unit,
        tier,
        lookedOn,
        isComplete,
        policies,
        consultations: Object.entries(ledger.consultations ?? {}).map(([id, one]) =>
          consultationFacts(context, id, one),
        ),
        report: reportFacts(context, ledger.annual_report ?? null, look),
        hasNoneInYear:
          isComplete &&
          policies.some(({ judgement }) => judgement?.owes === true) &&
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

function policyFacts(context: Context, id: string, policy: Policy): PolicyFacts {
  const { dataset, office, unit, lookedOn } = context
  const { published } = policy
  const judgement = office.judgements?.[id] ?? null
  const isLookedAt = lookedOn !== null && !(isDay(published) && published > lookedOn)
  const threshold = isDay(published) ? interpretationThreshold(dataset, published) : null
  const dueDay =
    threshold === null || !isDay(published) ? null : lastDayWithin(dataset, published, threshold)
  const gazetteLimit = isDay(published) ? gazetteThreshold(dataset, published) : null
  const gazetteDue = gazetteLimit === null ? null : lastDayWithin(dataset, published, gazetteLimit)
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
    interpretation: interpretationState({ judgement, policy, isLookedAt, lookedOn, dueDay }),
    timing:
      owes && items.length > 0
        ? timingOf({ delay, first, dueDay, isJudged: lookedOn !== null })
        : null,
    delay,
    threshold,
    links: owes && items.length > 0 ? linksOf(policy) : null,
    together: togetherState(policy),
    gazette: gazetteState(context, id, policy, { isLookedAt, gazetteDue }),
    gazetteDue,
    isLookedAt,
  }
}

function interpretationState({
  judgement,
  policy,
  isLookedAt,
  lookedOn,
  dueDay,
}: Pick<PolicyFacts, 'judgement' | 'policy' | 'isLookedAt'> &
  Pick<Context, 'lookedOn'> & { dueDay: string | null }): InterpretationState {
  if (judgement === null) return 'not-judged'
  if (!judgement.owes) return 'not-owed'
  if (itemsOf(policy).length > 0) return 'interpreted'
  if (!isLookedAt || lookedOn === null || !isDay(policy.published)) return 'not-recorded'
  if (dueDay === null) return 'none-at-look'
  return dueDay < lookedOn ? 'overdue' : 'not-due'
}

function timingOf({
  delay,
  first,
  dueDay,
  isJudged,
}: {
  readonly delay: number | null
  readonly first: string | undefined
  readonly dueDay: string | null
  readonly isJudged: boolean
}): InterpretationTiming {
  if (delay === null || first === undefined) return 'unknown'
  if (delay < 0) return 'earlier'
  if (delay === 0) return 'same-day'
  if (dueDay === null) return 'other-day'
  if (first <= dueDay) return 'within'
  return isJudged ? 'late' : 'other-day'
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

function gazetteState(
  { office, tier, lookedOn }: Context,
  id: string,
  { kind, disclosure, gazette = {} }: Policy,
  { isLookedAt, gazetteDue }: Pick<PolicyFacts, 'isLookedAt' | 'gazetteDue'>,
): GazetteState {
  if (office.gazette?.printed?.[id] !== undefined) return 'printed'
  if (office.gazette?.from?.includes(tier) !== true || kind === 'other') return 'no-duty'
  if (disclosure === undefined) return 'disclosure-not-recorded'
  if (disclosure !== 'proactive') return 'no-duty'
  if (office.gazette.exempt?.[id] !== undefined) return 'exempt'
  if (gazette.sent !== undefined && isDay(gazette.sent)) return 'sent'
  if (gazette.reason !== undefined) return 'reason'
  if (lookedOn === null || !isLookedAt) return 'not-recorded'
  return gazetteDue !== null && gazetteDue >= lookedOn ? 'not-due' : 'none-at-look'
}

function consultationFacts(
  { dataset, unit, asOf, lookedOn }: Context,
  id: string,
  consultation: Consultation,
): ConsultationFacts {
  const { closes, shortened } = consultation
  const threshold = consultationThreshold(dataset, consultation)
  const days = daysOpen(dataset, consultation, threshold)
  const limit = isDay(closes) ? feedbackThreshold(dataset, closes) : null
  const feedbackDue =
    limit === null || !isDay(closes) ? null : lastDayWithin(dataset, closes, limit)
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
    feedbackDue,
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
  }: Pick<Context, 'asOf' | 'lookedOn'> & Pick<ConsultationFacts, 'isLookedAt' | 'feedbackDue'>,
): FeedbackState {
  if (typeof feedback === 'object') {
    const { published } = feedback
    const isAfter = feedbackDue !== null && isDay(published) && published > feedbackDue
    return isAfter && lookedOn !== null ? 'late' : 'published'
  }
  if (isDay(closes) && closes >= asOf) return 'open'
  if (isLookedAt && lookedOn !== null) {
    if (feedbackDue === null) return 'none-at-look'
    return feedbackDue < lookedOn ? 'overdue' : 'not-due'
  }
  return feedback === 'not-yet' ? 'not-yet' : 'not-recorded'
}

/**
 * The report of the year before is due on 31 January from departments and on 31 March from
 * governments at county level and above (中华人民共和国政府信息公开条例, article 49); for other units the
 * office types a day or there is none.
 */
function reportFacts(
  { year, unit, tier, office, lookedOn, asOf }: Context,
  report: AnnualReport | null,
  { report_due: typed, report_compared: compared }: Look = {},
): ReportFacts {
  const { departments = [], governments = [] } = office.annual_reports ?? {}
  const next = String(Number(year) + 1)
  const due =
    typed ??
    (departments.includes(tier)
      ? `${next}-01-31`
      : governments.includes(tier)
        ? `${next}-03-31`
        : null)
  const state = (): ReportState => {
    if (report === null)
      return due !== null && lookedOn !== null && due < lookedOn ? 'overdue' : 'not-recorded'
    if (due === null || !isDay(report.published)) return 'published'
    if (report.published <= due) return 'on-time'
    return lookedOn === null ? 'published' : 'late'
  }
  return {
    unit,
    report,
    due,
    state: state(),
    compared: compared === undefined || compared.on > asOf ? null : compared,
  }
}
