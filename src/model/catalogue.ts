import type { Catalogue, Indicator } from '#schema/indicator.ts'

/** One version of an indicator. */
export interface IndicatorRecord {
  readonly id: string
  readonly indicator: Indicator
  /** Id of the catalogue that this version stands in. */
  readonly from: string
  readonly catalogue: Catalogue
}

type Catalogues = Readonly<Record<string, Catalogue>>

/** The catalogues that one replaces, directly or through others. */
export function replacedBy(catalogues: Catalogues, id: string): Set<string> {
  const replaced = new Set<string>()
  for (
    let next = catalogues[id]?.replaces;
    next !== undefined && !replaced.has(next) && next !== id;
    next = catalogues[next]?.replaces
  )
    replaced.add(next)
  return replaced
}

/**
 * The version of every indicator that is in force on a day. A catalogue that replaces another wins
 * over it while it is valid, indicator by indicator; what it does not repeat stays as it was. An
 * unknown beginning or end counts as open.
 */
export function indicatorsInForce(
  catalogues: Catalogues,
  day: string,
): ReadonlyMap<string, IndicatorRecord> {
  const valid = Object.entries(catalogues).filter(
    ([, { valid_from: from, valid_to: to }]) =>
      (from === undefined || from <= day) && (to === undefined || day <= to),
  )
  return newestVersions(catalogues, valid)
}

/**
 * Every indicator there is, for its name: a version that is no longer in force still had one. It is
 * that of the catalogue that replaces the others.
 */
export const everyIndicator = (catalogues: Catalogues): ReadonlyMap<string, IndicatorRecord> =>
  newestVersions(catalogues, Object.entries(catalogues))

/** Of each indicator in some of the catalogues, the version that replaces the others. */
function newestVersions(
  catalogues: Catalogues,
  some: readonly (readonly [string, Catalogue])[],
): ReadonlyMap<string, IndicatorRecord> {
  // A chain of replacements is as long as what it replaces, so the last to speak comes last.
  const ordered = some
    .map(([from, catalogue]) => ({ from, catalogue, depth: replacedBy(catalogues, from).size }))
    .sort((a, b) => a.depth - b.depth)
  return new Map(
    ordered.flatMap(({ from, catalogue }) =>
      Object.entries(catalogue.indicators).map(([id, indicator]) => [
        id,
        { id, indicator, from, catalogue },
      ]),
    ),
  )
}
