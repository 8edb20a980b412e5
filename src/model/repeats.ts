import type { Index, IssueRecord } from './dataset.ts'
import { unitsOfIssue } from './dataset.ts'

/** Earlier findings of the same kind at the same unit, website or account. */
export interface Repeat {
  readonly unit: string | null
  readonly channel: string | null
  /** Newest first. */
  readonly earlier: readonly IssueRecord[]
}

/**
 * The repeats of each issue: units or accounts that met one of its indicators in an earlier
 * inspection. If an account repeats, its unit is not listed again. Issues that name nobody are not
 * compared.
 */
export function repeatsIn({ issues }: Index): ReadonlyMap<string, readonly Repeat[]> {
  const before = new Map<string, IssueRecord[]>()
  const repeats = new Map<string, readonly Repeat[]>()
  for (const record of issues) {
    const { id, issue, inspection } = record
    const seen = new Set<string>()
    const earlier = (kind: string, name: string): IssueRecord[] => {
      const found = (issue.indicators ?? []).flatMap(
        (indicator) => before.get(`${kind} ${name} ${indicator}`) ?? [],
      )
      return [...new Set(found)].filter((one) => one.inspection !== inspection).reverse()
    }
    const own = [
      ...(issue.channels ?? []).map((channel) => {
        const found = earlier('channel', channel)
        for (const one of found) seen.add(one.id)
        return { unit: null, channel, earlier: found }
      }),
      ...unitsOfIssue(issue).map((unit) => ({
        unit,
        channel: null,
        earlier: earlier('unit', unit).filter((one) => !seen.has(one.id)),
      })),
    ].filter((repeat) => repeat.earlier.length > 0)
    if (own.length > 0) repeats.set(id, own)
    for (const indicator of issue.indicators ?? [])
      for (const key of [
        ...(issue.channels ?? []).map((channel) => `channel ${channel} ${indicator}`),
        ...unitsOfIssue(issue).map((unit) => `unit ${unit} ${indicator}`),
      ])
        before.set(key, [...(before.get(key) ?? []), record])
  }
  return repeats
}
