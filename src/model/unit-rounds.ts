/**
 * Units beside inspections: what each document says of each unit, and why it may say nothing. That a
 * unit is not named is told apart from that it was not inspected, that nobody says whether it was, and
 * that the document does not list all whom it names; nothing is concluded from silence.
 */
import type { Group } from '#schema/group.ts'
import { type AreaView, areaViews, mainRate, ratedGroup } from './area.ts'
import type { Dataset, Index, Inspection, IssueRecord } from './dataset.ts'
import { unitsOwing } from './deadline.ts'
import { addsUp } from './figure.ts'
import { coverageOf } from './figure-comparison.ts'
import { Memoized } from './memoized.ts'
import { type Register, registerOf, type RegisterRow } from './register.ts'

/** Why a document names no problem of a unit, as far as it tells. */
type Unnamed =
  /** The unit had ceased to exist, or the figures of every area leave it out. */
  | 'not-inspected'
  /** An area was sampled, or its coverage or the units that it covers are not stated. */
  | 'inspection-not-stated'
  /** Inspected, but problems are told without naming all units: 等单位, an abridged source. */
  | 'list-open'
  /** Inspected in full, all units with problems are named, and this one is not among them. */
  | 'not-named'

/** One unit in one inspection. */
export interface UnitRound {
  readonly unit: string
  readonly inspection: Inspection
  /** The problems of which the document names the unit. */
  readonly issues: readonly IssueRecord[]
  /** How many of them count in the rate, and of how many the document does not say it. */
  readonly counting: number
  readonly countingNotStated: number
  /** Null where the document names the unit. */
  readonly unnamed: Unnamed | null
  /** The unit's rows in the registers of self-inspections that the document orders. */
  readonly reports: readonly { readonly register: Register; readonly row: RegisterRow }[]
}

/** The inspections of one office, or of several that name the same units, with their units. */
export interface RoundGroup {
  /** Oldest first; at least two. */
  readonly inspections: readonly Inspection[]
  /** In the order of the roster. */
  readonly units: readonly string[]
  readonly cell: (unit: string, inspection: Inspection) => UnitRound
}

/** Fewer rounds are no history. */
const minRounds = 2

const groups = new Memoized<readonly RoundGroup[]>()

/**
 * The rounds of inspection beside the units, apart for offices that have no unit in common; empty on
 * a site with one round. Documents of another activity (an evaluation, praise) are no rounds.
 */
export const roundGroups = (dataset: Dataset, index: Index, asOf: string): readonly RoundGroup[] =>
  groups.of(dataset, () => groupsOf(dataset, index, asOf), asOf)

function groupsOf(dataset: Dataset, index: Index, asOf: string): RoundGroup[] {
  const rounds = dataset.inspections.filter(({ activity }) => activity === undefined)
  if (rounds.length < minRounds) return []
  const byIssuer = Map.groupBy(rounds, ({ issuer }) => issuer)
  const known = new Map(
    [...byIssuer].map(([issuer, own]) => [issuer, unitsKnownTo(dataset, index, own)]),
  )
  const registers = Map.groupBy(
    [...index.orders.values()].map((order) => registerOf(dataset, order, asOf)),
    ({ order }) => order.inspection.id,
  )
  const isAlone = byIssuer.size === 1
  const all = Object.keys(dataset.units)
  return sharing(known)
    .map((issuers): RoundGroup => {
      const inspections = rounds.filter(({ issuer }) => issuers.includes(issuer))
      const units = isAlone
        ? all
        : all.filter((unit) => issuers.some((issuer) => known.get(issuer)?.has(unit) === true))
      const cells = new Map(
        inspections.map((inspection) => [
          inspection.id,
          cellsOf(
            dataset,
            index,
            inspection,
            isAlone ? null : (known.get(inspection.issuer) ?? new Set()),
            registers.get(inspection.id) ?? [],
          ),
        ]),
      )
      return {
        inspections,
        units,
        cell: (unit, { id }) => {
          const cell = cells.get(id)?.(unit)
          if (cell === undefined) throw new Error(`no round ${id} of the unit ${unit}`)
          return cell
        },
      }
    })
    .filter(({ inspections, units }) => inspections.length >= minRounds && units.length > 0)
}

/** The units that inspections of an office name, or give a duty by name. */
function unitsKnownTo(
  dataset: Dataset,
  index: Index,
  inspections: readonly Inspection[],
): ReadonlySet<string> {
  const ids = new Set(inspections.map(({ id }) => id))
  return new Set([
    ...index.issues.flatMap(({ inspection, issue: { units } }) =>
      ids.has(inspection.id) && Array.isArray(units) ? units : [],
    ),
    ...index.deadlines.flatMap((record) =>
      // "All units" are those of the roster, whichever office inspects them.
      ids.has(record.inspection.id) && record.deadline.who !== 'all-units'
        ? unitsOwing(dataset, record)
        : [],
    ),
  ])
}

/** The offices in groups that have units in common, in their order. */
function sharing(known: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const found: { issuers: string[]; units: Set<string> }[] = []
  for (const [issuer, units] of known) {
    const same = found.filter((one) => !one.units.isDisjointFrom(units))
    const [first] = same
    if (first === undefined) {
      found.push({ issuers: [issuer], units: new Set(units) })
      continue
    }
    for (const other of same.slice(1)) {
      first.issuers.push(...other.issuers)
      for (const unit of other.units) first.units.add(unit)
      found.splice(found.indexOf(other), 1)
    }
    first.issuers.push(issuer)
    for (const unit of units) first.units.add(unit)
  }
  return found.map(({ issuers }) => issuers)
}

/**
 * What an inspection says of each unit.
 *
 * @param population the units known to be its office's; null: all of the roster
 */
function cellsOf(
  dataset: Dataset,
  index: Index,
  inspection: Inspection,
  population: ReadonlySet<string> | null,
  registers: readonly Register[],
): (unit: string) => UnitRound {
  const named = Map.groupBy(
    (index.issuesByInspection.get(inspection.id) ?? []).flatMap((record) =>
      Array.isArray(record.issue.units) ? record.issue.units.map((unit) => ({ unit, record })) : [],
    ),
    ({ unit }) => unit,
  )
  const whyUnnamed = unnamedIn(dataset, index, inspection, population)
  const rows = registers.map((register) => ({
    register,
    byUnit: new Map(register.rows.map((row) => [row.unit, row])),
  }))
  return (unit) => {
    const issues = (named.get(unit) ?? []).map(({ record }) => record)
    const count = (answer: true | 'not-stated'): number =>
      issues.filter(({ issue }) => issue.counts_in_rate === answer).length
    return {
      unit,
      inspection,
      issues,
      counting: count(true),
      countingNotStated: count('not-stated'),
      unnamed: issues.length > 0 ? null : whyUnnamed(unit),
      reports: rows.flatMap(({ register, byUnit }) => {
        const row = byUnit.get(unit)
        return row === undefined ? [] : [{ register, row }]
      }),
    }
  }
}

/** Why a document names no problem of a unit that it does not name. */
function unnamedIn(
  dataset: Dataset,
  index: Index,
  inspection: Inspection,
  population: ReadonlySet<string> | null,
): (unit: string) => Unnamed {
  const areas = areaViews(dataset, index, inspection).filter(isOfObjects)
  const isOpen = isListOpen(inspection, areas)
  const roster = namesInRoster(dataset)
  return (unit) => {
    const became = dataset.units[unit]?.became?.on
    if (became !== undefined && became <= inspection.period.start) return 'not-inspected'
    if (population !== null && !population.has(unit)) return 'inspection-not-stated'
    const answers = areas.map((area) =>
      isInspected(inspection.areas[area.id] ?? {}, area, roster, unit),
    )
    if (answers.length === 0 || answers.includes(null)) return 'inspection-not-stated'
    if (!answers.includes(true)) return 'not-inspected'
    return isOpen ? 'list-open' : 'not-named'
  }
}

const numbersOfObjects = ['total', 'running', 'checked', 'passed', 'failed']

/** Messages are received and closed; nobody is inspected in such an area. */
const isOfObjects = (area: AreaView): boolean =>
  area.coverage !== null ||
  area.counts.length === 0 ||
  area.counts.some(({ name }) => numbersOfObjects.includes(name))

/**
 * Whether an inspection looked at a unit in an area: true where everything was inspected, false where
 * its figures leave the unit out, null where the document does not say.
 */
function isInspected(
  authored: Group,
  area: AreaView,
  roster: RosterNames,
  unit: string,
): boolean | null {
  if (area.checked === 0) return false
  const own = roster.of(unit)
  for (const [n, [, split]] of Object.entries(authored.splits ?? {}).entries()) {
    const rows = area.splits[n]?.rows ?? []
    // Of parts in other words (县级部门, 微信公众号) nothing is known of a unit.
    if (!countsOfInspected.includes(split.of) || !rows.every(({ label }) => roster.all.has(label)))
      continue
    const parts = rows.filter(({ label }) => own.has(label))
    if (parts.length === 0 && addsUp(split)) return false
    if (parts.length > 0 && parts.every(({ number }) => number === 0)) return false
  }
  return (coverageOf(area) ?? coverageOf(ratedGroup(area))) === 'full' ? true : null
}

const countsOfInspected: readonly string[] = ['total', 'running', 'checked']

interface RosterNames {
  /** The names of units and tiers. */
  readonly all: ReadonlySet<string>
  /** Those under which a document may count a unit: its own, its tier's, and those of the units above it. */
  readonly of: (unit: string) => ReadonlySet<string>
}

function namesInRoster({ units, site: { tiers } }: Dataset): RosterNames {
  const namesOf = (id: string): string[] => {
    const { name, earlier_names: earlier = [] } = units[id] ?? { name: id }
    return [name, ...earlier]
  }
  const tierOf = (id: string): string => tiers[units[id]?.tier ?? ''] ?? ''
  return {
    all: new Set([...Object.keys(units).flatMap(namesOf), ...Object.values(tiers)]),
    of: (unit) => {
      const own = new Set<string>()
      const seen = new Set<string>()
      for (let id: string | undefined = unit; id !== undefined && !seen.has(id);) {
        seen.add(id)
        for (const name of [...namesOf(id), tierOf(id)]) own.add(name)
        id = units[id]?.parent
      }
      return own
    },
  }
}

/**
 * Whether a document tells of problems without naming all units that have them: it says 等单位, names
 * none, is abridged, or counts more failures than it names.
 */
function isListOpen({ document, issues = {} }: Inspection, areas: readonly AreaView[]): boolean {
  if (document?.abridged !== undefined) return true
  const all = Object.values(issues)
  if (all.some(({ units, exhaustive }) => exhaustive === false || !Array.isArray(units)))
    return true
  return areas.some((area) => {
    const named = area.issues
      .filter(({ issue }) => issue.counts_in_rate === true)
      .reduce(
        (sum, { issue: { units, channels = [] } }) =>
          sum + Math.max(Array.isArray(units) ? units.length : 0, channels.length),
        0,
      )
    const failed = area.failed ?? ratedGroup(area).failed
    if (failed !== null) return failed > named
    const rate = mainRate(ratedGroup(area))
    if (rate !== undefined)
      return rate.name !== 'passed' || !/^100(\.0+)?[%％]$/.test(rate.text ?? '')
    // Neither a problem, nor that there was none.
    return area.issues.length === 0 && area.clear === null
  })
}
