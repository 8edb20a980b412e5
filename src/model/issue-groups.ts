import type { Issue } from '#schema/issue.ts'
import type { Missing } from '#schema/scalars.ts'
import { type Dataset, type Inspection, unitsOfIssue } from './dataset.ts'
import { missingWords } from './figure.ts'
import { Memoized } from './memoized.ts'

/** How the units of issues are grouped: by tier, or by the unit at the top of each. */
export type IssueGrouping = 'tier' | 'parent'

/**
 * Some issues of one inspection. Each issue is in exactly one group of a grouping, so that the
 * groups add up to all issues.
 */
export interface IssueGroup {
  readonly by: IssueGrouping
  /**
   * `group`: all named units are of one tier, or are one unit and units below it; `no-parent`:
   * units without a unit above or below them; `several`: units of several of these; else the reason
   * why no unit is named.
   */
  readonly kind: 'group' | 'no-parent' | 'several' | Missing
  /** The tier, or the unit at the top; null unless the kind is `group`. */
  readonly id: string | null
  readonly issues: number
  /** How many of them count in the rate, do not, and are those of which the document is silent. */
  readonly counting: number
  readonly notCounting: number
  readonly countingNotStated: number
  /** How many issues of the kind `several` also name units of this group. */
  readonly shared: number
}

/**
 * The issues of an inspection by the tiers of their units, and by the units above them; a grouping
 * into which the named units do not fall apart has no groups. Groups are in the order of `site.yaml`
 * and of the roster, never in that of their counts.
 */
export function issueGroups(
  { site, units }: Pick<Dataset, 'site' | 'units'>,
  inspection: Inspection,
): IssueGroup[] {
  const issues = Object.values(inspection.issues ?? {})
  const named = new Set(issues.flatMap(unitsOfIssue))
  const top = topByUnit.of(units, () => topUnits(units))
  const tierOf = (unit: string): string => units[unit]?.tier ?? unit
  const topOf = (unit: string): string | null => top.get(unit) ?? null
  const isBelow = [...named].some((unit) => units[unit]?.parent !== undefined)
  return [
    ...groupsBy('tier', issues, tierOf, Object.keys(site.tiers)),
    ...(isBelow ? groupsBy('parent', issues, topOf, Object.keys(units)) : []),
  ]
}

const topByUnit = new Memoized<ReadonlyMap<string, string>>()

/** The unit at the top of each unit that has one above or below it. */
function topUnits(units: Dataset['units']): Map<string, string> {
  const parents = new Set(Object.values(units).flatMap(({ parent }) => parent ?? []))
  const topOf = (id: string): string => {
    const seen = new Set<string>()
    let here = id
    // The check refuses cycles; a draft may have one.
    for (let next = units[id]?.parent; next !== undefined; next = units[next]?.parent) {
      if (seen.has(next)) break
      seen.add(next)
      here = next
    }
    return here
  }
  return new Map(
    Object.entries(units)
      .filter(([id, { parent }]) => parent !== undefined || parents.has(id))
      .map(([id]) => [id, topOf(id)]),
  )
}

/** @param groupOf the group of a unit; null: it has neither a unit above nor one below it */
function groupsBy(
  by: IssueGrouping,
  issues: readonly Issue[],
  groupOf: (unit: string) => string | null,
  order: readonly string[],
): IssueGroup[] {
  const placed = issues.map((issue) => ({
    issue,
    groups: new Set(unitsOfIssue(issue).map(groupOf)),
  }))
  const found = new Set(placed.flatMap(({ groups }) => [...groups]))
  if (found.size < 2) return []
  const group = (
    kind: IssueGroup['kind'],
    id: string | null,
    some: readonly { readonly issue: Issue }[],
    shared = 0,
  ): IssueGroup => {
    const count = (answer: Issue['counts_in_rate']): number =>
      some.filter(({ issue }) => issue.counts_in_rate === answer).length
    return {
      by,
      kind,
      id,
      issues: some.length,
      counting: count(true),
      notCounting: count(false),
      countingNotStated: count('not-stated'),
      shared,
    }
  }
  const several = placed.filter(({ groups }) => groups.size > 1)
  const known = order.filter((id) => found.has(id))
  const rest = [...found].filter((id) => id !== null && !known.includes(id))
  return [
    ...[...known, ...rest, ...(found.has(null) ? [null] : [])].map((id) =>
      group(
        id === null ? 'no-parent' : 'group',
        id,
        placed.filter(({ groups }) => groups.size === 1 && groups.has(id)),
        several.filter(({ groups }) => groups.has(id)).length,
      ),
    ),
    ...(several.length === 0 ? [] : [group('several', null, several)]),
    ...(Object.keys(missingWords) as Missing[])
      .map((reason) => ({ reason, some: placed.filter(({ issue }) => issue.units === reason) }))
      .filter(({ some }) => some.length > 0)
      .map(({ reason, some }) => group(reason, null, some)),
  ]
}
