import type { Inspection } from './dataset.ts'
import { type Account, accountsIn, isOpen, lifeOf, stateAfter, subjectsOf } from './issue-life.ts'
import type { Issue } from '#schema/issue.ts'

/**
 * Whether an issue is open for any of its units, by its own steps and the accounts of inspections.
 */
const isOpenIssue = (issue: Issue, accounts?: readonly Account[]): boolean =>
  subjectsOf(issue).some((unit) => isOpen(stateAfter(lifeOf(issue, unit, accounts))))

/**
 * The previous inspection of the same office. Documents with an `activity` (an evaluation, letters
 * received) are matched only with their own kind, so that a month of letters does not come between
 * two inspections.
 */
export function previousOf(inspections: readonly Inspection[], n: number): Inspection | null {
  const { issuer, activity } = inspections[n] ?? {}
  const before = inspections.slice(0, n)
  return (
    before.findLast(
      (one) =>
        one.activity === activity &&
        (one.issuer === issuer || one.joint_issuers?.includes(issuer ?? '')),
    ) ?? null
  )
}

/**
 * The ids of the issues that an inspection must account for: those that the previous inspection of
 * the same office left open, and those that it carried over as not or only partly rectified. An
 * issue answered with "not stated" is not asked about again.
 */
export function issuesToAccountFor(inspections: readonly Inspection[], n: number): string[] {
  const previous = previousOf(inspections, n)
  if (previous === null) return []
  const before = inspections.slice(0, n)
  const accounts = accountsIn(before)
  const found = (id: string): Issue | undefined =>
    before.findLast(({ issues }) => Object.hasOwn(issues ?? {}, id))?.issues?.[id]
  const carried = Object.entries(previous.follow_ups ?? {})
    .filter(([, { rectified, units }]) =>
      [rectified, ...Object.values(units ?? {}).map((unit) => unit.rectified)].some(
        (answer) => answer === 'no' || answer === 'partly',
      ),
    )
    .map(([id]) => id)
  return [...carried, ...Object.keys(previous.issues ?? {})].filter((id) => {
    const issue = found(id)
    return issue !== undefined && isOpenIssue(issue, accounts.get(id))
  })
}
