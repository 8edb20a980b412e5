import type { FollowUp } from '#schema/inspection.ts'
import type { Issue, RectificationStep } from '#schema/issue.ts'
import { isDay } from './calendar.ts'
import { compareText, type Inspection, unitsOfIssue } from './dataset.ts'

/** What a later inspection says about an issue. */
export interface Account {
  readonly inspection: Inspection
  readonly account: FollowUp
}

/** An event of one issue for one unit: a dated step, or the account of a later inspection. */
export type LifeEvent =
  | { readonly kind: 'step'; readonly on: string; readonly step: RectificationStep }
  | {
      readonly kind: 'account'
      /** The day of the inspection's document, used only to sort events. */
      readonly on: string
      readonly inspection: Inspection
      readonly account: Pick<FollowUp, 'rectified' | 'reported' | 'note'>
    }

/**
 * The state of an issue for one unit. Reported and rectified are different facts; `nothing` and
 * `not-stated` mean only that nothing is recorded or stated.
 */
export type IssueState =
  | { readonly state: 'nothing' }
  | {
      readonly state:
        'notified' | 'reported' | 'rectified' | 'recheck-passed' | 'recheck-failed' | 'closed'
      readonly on: string
    }
  | { readonly state: 'extended'; readonly on: string; readonly until: string }
  | { readonly state: 'withdrawn'; readonly on: string; readonly reason: string }
  /**
   * The account of a later inspection: rectified, or not or only partly rectified and carried over.
   */
  | {
      readonly state: 'said-rectified' | 'carried-over' | 'partly' | 'not-stated'
      readonly inspection: Inspection
    }

/** The units of an issue, each with its own events; a single null if the document names none. */
export const subjectsOf = (issue: Issue): readonly (string | null)[] => {
  const units = unitsOfIssue(issue)
  return units.length > 0 ? units : [null]
}

/** The accounts of later inspections by issue, in order. */
export function accountsIn(inspections: readonly Inspection[]): ReadonlyMap<string, Account[]> {
  const accounts = new Map<string, Account[]>()
  for (const inspection of inspections)
    for (const [id, account] of Object.entries(inspection.follow_ups ?? {})) {
      const known = accounts.get(id)
      if (known === undefined) accounts.set(id, [{ inspection, account }])
      else known.push({ inspection, account })
    }
  return accounts
}

/** The events of an issue for one unit in order of time; with `asOf`, later events are left out. */
export function lifeOf(
  issue: Issue,
  unit: string | null,
  accounts: readonly Account[] = [],
  asOf?: string,
): LifeEvent[] {
  const steps = (issue.rectification ?? [])
    .filter(({ units }) => units === undefined || (unit !== null && units.includes(unit)))
    .map((step): LifeEvent => ({ kind: 'step', on: step.on, step }))
  const later = accounts.map(({ inspection, account: { units, ...all } }): LifeEvent => {
    const own = unit === null ? undefined : units?.[unit]
    return { kind: 'account', on: dayOf(inspection), inspection, account: own ?? all }
  })
  return [...steps, ...later]
    .filter(({ on }) => asOf === undefined || on <= asOf)
    .sort((a, b) => compareText(a.on, b.on))
}

/**
 * The day by which an inspection is sorted among dated steps: the date of its document, else the
 * earlier of the end of its period and the day it was published here, since an old document may
 * have been entered years later.
 */
function dayOf({ document, period, published_here }: Inspection): string {
  const printed = [document?.published, document?.issued].find(
    (date) => date !== undefined && isDay(date),
  )
  return printed ?? (period.end < published_here ? period.end : published_here)
}

/** The state after all events. */
export function stateAfter(events: readonly LifeEvent[]): IssueState {
  return events.reduce<IssueState>((state, event) => afterStep(state, event) ?? state, {
    state: 'nothing',
  })
}

function afterStep(state: IssueState, event: LifeEvent): IssueState | null {
  if (event.kind === 'account') return afterAccount(state, event.inspection, event.account)
  const { on, step } = event
  const over = !isOpen(state)
  switch (step.step) {
    case 'withdrawn':
      return { state: 'withdrawn', on, reason: step.reason ?? '' }
    case 'closed':
    case 'recheck-passed':
    case 'recheck-failed':
      return { state: step.step, on }
    case 'rectified':
      return over ? null : { state: 'rectified', on }
    case 'extended':
      return over ? null : { state: 'extended', on, until: step.until ?? on }
    case 'reported':
      // A report does not undo what is known about the rectification itself.
      return ['nothing', 'notified', 'not-stated'].includes(state.state)
        ? { state: 'reported', on }
        : null
    case 'notified':
      return state.state === 'nothing' ? { state: 'notified', on } : null
  }
}

function afterAccount(
  state: IssueState,
  inspection: Inspection,
  { rectified }: Pick<FollowUp, 'rectified'>,
): IssueState | null {
  if (rectified === 'no') return { state: 'carried-over', inspection }
  if (rectified === 'partly') return { state: 'partly', inspection }
  if (rectified === 'yes') return isOpen(state) ? { state: 'said-rectified', inspection } : null
  return ['nothing', 'notified'].includes(state.state) ? { state: 'not-stated', inspection } : null
}

/**
 * Whether an issue is open: it has no passed recheck, withdrawal, closing or account that ends it.
 */
export const isOpen = ({ state }: IssueState): boolean =>
  !['recheck-passed', 'closed', 'withdrawn', 'said-rectified'].includes(state)
