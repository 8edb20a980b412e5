import type { FollowUp } from '#schema/inspection.ts'
import type { Issue, RectificationStep } from '#schema/issue.ts'
import { isDay } from './calendar.ts'
import { compareText, type Inspection, unitsOfIssue } from './dataset.ts'

/** What a later inspection says of an issue. */
export interface Account {
  readonly inspection: Inspection
  readonly said: FollowUp
}

/** Something recorded of one issue and one unit: a dated step, or what a later inspection says. */
export type LifeEvent =
  | { readonly kind: 'step'; readonly on: string; readonly step: RectificationStep }
  | {
      readonly kind: 'account'
      /** The day of its document; only for the order of events. */
      readonly on: string
      readonly inspection: Inspection
      readonly said: Pick<FollowUp, 'rectified' | 'reported' | 'note'>
    }

/**
 * Where an issue stands for one unit. Reported is not rectified, and nothing recorded is neither:
 * `nothing` and `not-stated` say only that.
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
  /** As a later inspection says: rectified, or not or only partly so and carried over. */
  | {
      readonly state: 'said-rectified' | 'carried-over' | 'partly' | 'not-stated'
      readonly inspection: Inspection
    }

/** The units whose life an issue has: those it names, or nobody in particular. */
export const subjectsOf = (issue: Issue): readonly (string | null)[] => {
  const units = unitsOfIssue(issue)
  return units.length > 0 ? units : [null]
}

/** By issue, what later inspections say of it, in their order. */
export function accountsIn(inspections: readonly Inspection[]): ReadonlyMap<string, Account[]> {
  const accounts = new Map<string, Account[]>()
  for (const inspection of inspections)
    for (const [id, said] of Object.entries(inspection.follow_ups ?? {})) {
      const known = accounts.get(id)
      if (known === undefined) accounts.set(id, [{ inspection, said }])
      else known.push({ inspection, said })
    }
  return accounts
}

/** What is recorded of an issue for one unit, in order of time; on `asOf` later days are not there. */
export function lifeOf(
  issue: Issue,
  unit: string | null,
  accounts: readonly Account[] = [],
  asOf?: string,
): LifeEvent[] {
  const steps = (issue.rectification ?? [])
    .filter(({ units }) => units === undefined || (unit !== null && units.includes(unit)))
    .map((step): LifeEvent => ({ kind: 'step', on: step.on, step }))
  const said = accounts.map(({ inspection, said: { units, ...all } }): LifeEvent => {
    const own = unit === null ? undefined : units?.[unit]
    return { kind: 'account', on: dayOf(inspection), inspection, said: own ?? all }
  })
  return [...steps, ...said]
    .filter(({ on }) => asOf === undefined || on <= asOf)
    .sort((a, b) => compareText(a.on, b.on))
}

/**
 * The day by which an inspection takes its place among dated steps. The day on which an old document
 * was typed in here says nothing of when it was written.
 */
function dayOf({ document, period, published_here }: Inspection): string {
  const printed = [document?.published, document?.issued].find(
    (date) => date !== undefined && isDay(date),
  )
  return printed ?? (period.end < published_here ? period.end : published_here)
}

/** Where things stand after all that happened. */
export function stateAfter(events: readonly LifeEvent[]): IssueState {
  return events.reduce<IssueState>((state, event) => afterStep(state, event) ?? state, {
    state: 'nothing',
  })
}

function afterStep(state: IssueState, event: LifeEvent): IssueState | null {
  if (event.kind === 'account') return afterAccount(state, event.inspection, event.said)
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
      // A report takes back nothing that is known of the rectification itself.
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

/** Whether nothing recorded ends an issue: a recheck passed, a withdrawal, a close, an account. */
export const isOpen = ({ state }: IssueState): boolean =>
  !['recheck-passed', 'closed', 'withdrawn', 'said-rectified'].includes(state)
