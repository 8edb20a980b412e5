import { unitsInRow } from '#model/appendix.ts'
import type { Dataset } from '#model/dataset.ts'
import { everyName, idsByName } from '#model/every-name.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import type { Deadline } from '#schema/deadline.ts'
import { namedReports } from '../blocks.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

/**
 * Names of units that are typed as text: nearly a known name, or the name of another unit than the
 * one concerned.
 */
export const typedNames: Check = {
  name: 'typed-names',
  description:
    'A unit typed into a table is not a known one with a slip, nor one that a duty would miss; a report is titled by its own unit.',
  check({ dataset }) {
    return [...inTables(dataset), ...withDuties(dataset), ...inTitles(dataset)]
  },
}

/**
 * A duty of "the units in the appendix" applies only to units that its rows refer to by id, not to
 * typed names.
 */
function* withDuties({ inspections, units }: Dataset): Generator<Problem> {
  const byName = idsByName(units)
  for (const inspection of inspections) {
    const duties = Object.values(inspection.deadlines ?? {})
    for (const [id, { rows = [] }] of Object.entries(inspection.appendices ?? {})) {
      const duty = duties.find(({ who }) => isObject(who) && who.appendix === id)
      if (duty === undefined) continue
      for (const [r, row] of rows.entries()) {
        if (unitsInRow(row).length > 0) continue
        for (const [c, cell] of row.entries()) {
          const unit = typeof cell === 'string' ? byName.get(cell) : undefined
          if (unit === undefined) continue
          yield problem(
            'duty-unit-typed',
            inspectionFile(inspection),
            atValue('appendices', id, 'rows', r, c),
            { name: String(cell), id: unit, title: duty.title },
            'warning',
          )
        }
      }
    }
  }
}

const isObject = (who: Deadline['who']): who is { appendix: string } =>
  typeof who === 'object' && !Array.isArray(who)

/** Column headings above names of units. */
const unitColumn = /单位|部门|地区|县区|县（区）|区县|街道|乡镇/

/** Prefixes that documents add or omit: 市财政局 and 财政局. */
const prefix = /^(?:市|县|区|州|省|本?市直|[^市县区州]{1,4}[市县区州](?=.{3}))/

function* inTables({ inspections, units }: Dataset): Generator<Problem> {
  const byName = idsByName(units)
  const byShort = new Map<string, string[]>()
  for (const name of byName.keys()) {
    const short = name.replace(prefix, '')
    const alike = byShort.get(short)
    if (alike === undefined) byShort.set(short, [name])
    // If several names fit, the suggestion is ambiguous.
    else if (alike.length < 2) alike.push(name)
  }
  for (const inspection of inspections)
    for (const [id, { columns = [], rows = [] }] of Object.entries(inspection.appendices ?? {}))
      for (const [r, row] of rows.entries())
        for (const [c, cell] of row.entries()) {
          if (typeof cell !== 'string' || byName.has(cell)) continue
          if (!unitColumn.test(columns[c] ?? '')) continue
          const [near, ...others] = byShort.get(cell.replace(prefix, '')) ?? []
          // 东河县财政局 is not 西山县财政局: one of the names must be the other with a prefix.
          if (near === undefined || others.length > 0) continue
          if (!near.endsWith(cell) && !cell.endsWith(near)) continue
          yield problem(
            'name-almost-known',
            inspectionFile(inspection),
            atValue('appendices', id, 'rows', r, c),
            { name: cell, near, id: byName.get(near) ?? '' },
            'warning',
          )
        }
}

/** Shorter names also occur across word boundaries. */
const minNameLength = 3

interface NamedUnit {
  readonly id: string
  readonly name: string
}

/** Creates a function that finds names of units in a text, longest first. */
function nameFinder(units: Dataset['units']): (text: string) => NamedUnit[] {
  const startOf = (text: string, at = 0): string => text.slice(at, at + minNameLength)
  const names = Object.entries(units)
    .flatMap(([id, unit]) => everyName(unit).map((name) => ({ id, name })))
    .filter(({ name }) => name.length >= minNameLength)
  const byStart = Map.groupBy(names, ({ name }) => startOf(name))
  const order = new Map(names.map((one, n) => [one, n]))
  return (text) => {
    const found = new Set<NamedUnit>()
    for (let at = 0; at < text.length; at++)
      for (const one of byStart.get(startOf(text, at)) ?? [])
        if (text.startsWith(one.name, at)) found.add(one)
    return [...found].sort(
      (a, b) => b.name.length - a.name.length || (order.get(a) ?? 0) - (order.get(b) ?? 0),
    )
  }
}

function* inTitles(dataset: Dataset): Generator<Problem> {
  const names = nameFinder(dataset.units)
  for (const { file, unit, report } of namedReports(dataset)) {
    const record = dataset.units[unit]
    // 叙州区 and 叙州区教育局, or 市财政局 and 宜宾市财政局: a title that contains the unit's own name is correct.
    if (record === undefined) continue
    if (everyName(record).some((own) => report.title.includes(own.replace(prefix, '')))) continue
    const other = names(report.title).find(({ id }) => id !== unit)
    if (other === undefined) continue
    const args = { name: other.name, own: record.name, unit }
    yield problem('report-title-other-unit', file, atValue('title'), args, 'warning')
  }
}
