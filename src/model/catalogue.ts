import type { Catalogue, Indicator } from '#schema/indicator.ts'
import { Memoized } from './memoized.ts'

/** One version of an indicator. */
export interface IndicatorRecord {
  readonly id: string
  readonly indicator: Indicator
  /** Id of the catalogue that contains this version. */
  readonly from: string
  readonly catalogue: Catalogue
}

type Catalogues = Readonly<Record<string, Catalogue>>

/** The ids of all catalogues that a catalogue replaces, directly or through others. */
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
 * The version of every indicator that is in force on a day. While a catalogue is valid, its
 * indicators replace those of the catalogues that it replaces, one by one; an indicator that it
 * does not repeat stays in force. An unknown start or end date does not limit validity.
 */
export function indicatorsInForce(
  catalogues: Catalogues,
  day: string,
): ReadonlyMap<string, IndicatorRecord> {
  return inForce.of(
    catalogues,
    () =>
      newestVersions(
        catalogues,
        Object.entries(catalogues).filter(
          ([, { valid_from: from, valid_to: to }]) =>
            (from === undefined || from <= day) && (to === undefined || day <= to),
        ),
      ),
    day,
  )
}
const inForce = new Memoized<ReadonlyMap<string, IndicatorRecord>>()

/**
 * Every indicator, also those no longer in force, because issues may still refer to them by name.
 * If several catalogues have an indicator, the version of the catalogue that replaces the others is
 * used.
 */
export const everyIndicator = (catalogues: Catalogues): ReadonlyMap<string, IndicatorRecord> =>
  newestVersions(catalogues, Object.entries(catalogues))

/**
 * For each indicator of the given catalogues, the version of the catalogue that replaces the
 * others.
 */
function newestVersions(
  catalogues: Catalogues,
  some: readonly (readonly [string, Catalogue])[],
): ReadonlyMap<string, IndicatorRecord> {
  // A catalogue that replaces more others comes later, so that its versions overwrite theirs.
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
