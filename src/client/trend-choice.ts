/** What readers chose to see of the trends. */
export interface Choice {
  /** How many of the last rounds; 0 for all. */
  readonly range: number
  /** Null for all. */
  readonly areas: readonly string[] | null
  readonly tiers: readonly string[] | null
}

/** The choice that an address holds: `#range=8&areas=websites,media`. */
export function choiceIn(hash: string): Choice {
  const fields = new URLSearchParams(hash.replace(/^#/, ''))
  const list = (name: string) => fields.get(name)?.split(',').filter(Boolean) ?? null
  const range = Number(fields.get('range') ?? 0)
  return {
    range: Number.isInteger(range) && range > 1 ? range : 0,
    areas: list('areas'),
    tiers: list('tiers'),
  }
}

/** The part of an address that holds a choice; empty for everything. */
export function hashOf({ range, areas, tiers }: Choice): string {
  const parts = [
    ...(range > 0 ? [`range=${range}`] : []),
    ...(areas === null ? [] : [`areas=${areas.join(',')}`]),
    ...(tiers === null ? [] : [`tiers=${tiers.join(',')}`]),
  ]
  return parts.length === 0 ? '' : `#${parts.join('&')}`
}
