import type { Dataset } from '#model/dataset.ts'
import { idsByName } from '#model/every-name.ts'
import { nearestWithin } from '#messages/nearest.ts'
import type { Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'

/**
 * Adds the id to problems of ids typed as the Chinese name of a record. This needs the whole
 * dataset, because names are in other files.
 */
export function withIdsByName(problems: readonly Problem[], dataset: Dataset): Problem[] {
  if (!problems.some(({ code }) => code === 'expects-id')) return [...problems]
  const names = namesOf(dataset)
  const idOf = idFinder()
  return problems.map((problem) => {
    if (problem.code !== 'expects-id' || !('path' in problem.place)) return problem
    const typed = /^“(.+)”$/.exec(String(problem.args.found))?.[1]
    const kind = kindAt(problem.place.path)
    if (typed === undefined || kind === null) return problem
    const near = idOf(typed, names[kind])
    return near === null
      ? problem
      : { ...problem, code: 'expects-id-near', args: { ...problem.args, near } }
  })
}

type Kind = 'unit' | 'channel' | 'indicator' | 'area' | 'tier'

/** The kind of record that a field refers to. */
const fields: Readonly<Record<string, Kind>> = {
  unit: 'unit',
  units: 'unit',
  who: 'unit',
  exempt: 'unit',
  channels: 'channel',
  indicators: 'indicator',
  area: 'area',
  areas: 'area',
  results: 'area',
  tier: 'tier',
}

function kindAt(path: Path): Kind | null {
  const [holder, own] = [String(path.at(-2)), String(path.at(-1))]
  const named = [own, holder].find((name) => Object.hasOwn(fields, name))
  return named === undefined ? null : (fields[named] ?? null)
}

/** The ids by name, for each kind of record. */
function namesOf(dataset: Dataset): Readonly<Record<Kind, ReadonlyMap<string, string>>> {
  const indicators = Object.values(dataset.catalogues).map(({ indicators: one }) => one)
  return {
    unit: idsByName(dataset.units),
    channel: idsByName(dataset.channels),
    indicator: idsByName(Object.assign({}, ...indicators) as Record<string, { name: string }>),
    area: idsByName(dataset.site.areas),
    tier: new Map(Object.entries(dataset.site.tiers).map(([id, name]) => [name, id])),
  }
}

/** The largest number of typed names that are also compared as parts of names. */
const maxWords = 200

function idFinder(): (typed: string, names: ReadonlyMap<string, string>) => string | null {
  const nearest = nearestWithin()
  let left = maxWords
  return (typed, names) => {
    const exact = names.get(typed)
    if (exact !== undefined) return exact
    left -= 1
    if (left < 0) return null
    // 宜宾市叙州区 for 叙州区, or 叙州 for it, if exactly one name fits.
    const fitting = [...names].filter(([name]) => typed.includes(name) || name.includes(typed))
    const [only, ...others] = fitting
    if (only !== undefined && others.length === 0) return only[1]
    const near = nearest(typed, [...names.keys()])
    return near === null ? null : (names.get(near) ?? null)
  }
}
