import type { RectificationStatement } from '#schema/rectification.ts'
import { publicRecords } from './public-records.ts'
import type { ById, Dataset } from './dataset.ts'
import { namedFiles } from './named-files.ts'
import { isPublic, type Publishable } from './publication-day.ts'

/**
 * The part of a dataset that is public on a day. Hiding an inspection also hides its bulletin,
 * everything in its file, registers and reports of periods that no public document orders,
 * statements of other records on its issues, and units and channels that are registered only
 * because of it.
 */
export function publicDataset(dataset: Dataset, asOf: string): Dataset {
  const reports = Object.values(dataset.selfInspections).flatMap((of) => Object.values(of))
  const statements = Object.values(dataset.statements).flatMap((of) => Object.values(of))
  if (
    [...dataset.inspections, ...reports, ...statements.map(dated)].every((one) =>
      isPublic(one, asOf),
    )
  )
    return dataset

  const inspections = dataset.inspections.filter((one) => isPublic(one, asOf))
  const hiddenInspections = dataset.inspections.filter((one) => !inspections.includes(one))
  const ordered = periodsOf(inspections)
  const hiddenPeriods = new Set(
    [...periodsOf(hiddenInspections)].filter((period) => !ordered.has(period)),
  )
  const issues = new Set(hiddenInspections.flatMap(({ issues: own = {} }) => Object.keys(own)))
  const ids = new Set(hiddenInspections.map(({ id }) => id))
  const without = (hidden: ReadonlySet<string>) => (id: string) => !hidden.has(id)

  const selfInspections = Object.fromEntries(
    Object.entries(pick(dataset.selfInspections, without(hiddenPeriods))).map(([period, of]) => [
      period,
      pick(of, (_unit, report) => isPublic(report, asOf)),
    ]),
  )
  const files = new Set(namedFiles({ inspections, selfInspections }).map(({ path }) => path))

  const remaining: Dataset = {
    ...dataset,
    inspections: inspections.map((inspection) =>
      inspection.follow_ups === undefined
        ? inspection
        : { ...inspection, follow_ups: pick(inspection.follow_ups, without(issues)) },
    ),
    bulletins: pick(dataset.bulletins, without(ids)),
    statements: Object.fromEntries(
      Object.entries(pick(dataset.statements, without(issues))).map(([issue, of]) => [
        issue,
        pick(of, (_unit, statement) => isPublic(dated(statement), asOf)),
      ]),
    ),
    selfInspections,
    attachments: pick(dataset.attachments, (path) => files.has(path)),
    registers: pick(dataset.registers, without(hiddenPeriods)),
  }
  // A renamed record that is still hidden must not appear in the list of renamed records.
  const open = new Set(publicRecords(remaining).map(({ id }) => id))
  const hidden = new Set(publicRecords(dataset).flatMap(({ id }) => (open.has(id) ? [] : [id])))
  const withdrawals = dataset.withdrawals.filter(
    ({ at, to }) => !hidden.has(at) && !hidden.has(String(to)),
  )
  return withoutUnnamed(dataset, { ...remaining, withdrawals })
}

/** A unit's statement is public from its date on. */
const dated = ({ on, publish_on: day }: RectificationStatement): Publishable => ({
  publish_on: day,
  published: on,
})

/** The periods for which these documents order self-inspections. */
const periodsOf = (inspections: Dataset['inspections']): Set<string> =>
  new Set(
    inspections
      .flatMap(({ deadlines = {} }) => Object.values(deadlines))
      .flatMap(({ period }) => period?.id ?? []),
  )

/**
 * Leaves out units and channels that only hidden records name, because in a partial register they
 * exist only for those records. A complete register lists every unit, so a gap would reveal the
 * hidden record; the same holds for national catalogues. Ordinary findings are named after
 * bulletins and are therefore hidden.
 */
function withoutUnnamed(all: Dataset, left: Dataset): Dataset {
  const [before, after] = [possibleIds(all), possibleIds(left)]
  const isStillNamed = (id: string): boolean => !before.has(id) || after.has(id)
  const catalogues = Object.fromEntries(
    Object.entries(left.catalogues).map(([id, catalogue]) => [
      id,
      {
        ...catalogue,
        indicators: pick(
          catalogue.indicators,
          (name, { kind }) => kind !== 'ordinary' || isStillNamed(name),
        ),
      },
    ]),
  )
  if (left.roster === 'complete') return { ...left, catalogues }
  const channels = pick(left.channels, isStillNamed)
  const asksAllUnits = left.inspections.some(({ deadlines = {} }) =>
    Object.values(deadlines).some(({ who }) => who === 'all-units'),
  )
  const owners = new Set(Object.values(channels).map(({ unit }) => unit))
  const units = pick(left.units, (id) => asksAllUnits || owners.has(id) || isStillNamed(id))
  return { ...left, catalogues, channels, units }
}

/** All texts in the records that could be an id. */
function possibleIds(dataset: Dataset): Set<string> {
  const { inspections, bulletins, selfInspections, registers, statements } = dataset
  const { openness, opennessOffice } = dataset
  const text = JSON.stringify([
    inspections,
    bulletins,
    selfInspections,
    registers,
    statements,
    openness,
    opennessOffice,
  ])
  return new Set(text.match(/[a-z0-9]+(-[a-z0-9]+)*/g))
}

const pick = <T>(record: ById<T>, test: (id: string, value: T) => boolean): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([id, value]) => test(id, value)))
