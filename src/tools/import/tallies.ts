import { authoredFile } from '#schema/authored-files.ts'
import { countNames, type CountName } from '#schema/figure.ts'
import { areasOf, countCell, named } from './codec.ts'
import { fill } from './fill.ts'
import { type ImportContext, groupIn, fileOfInspection } from './context.ts'
import type { ImportRow } from './rows.ts'

const area = named('领域', authoredFile('site'), areasOf)

/** Imports rows as the counts of an inspection, one row for each area. */
export function importTallies(rows: readonly ImportRow[], context: ImportContext): void {
  const inspection = fileOfInspection(rows, context)
  if (inspection === null) return
  for (const row of rows) {
    const reading = area.read(row.cell('area'), context.dataset)
    if ('says' in reading) {
      context.note(row.note('area', reading.says))
      continue
    }
    const names = (Object.keys(countNames) as CountName[]).filter(
      (name) => row.cell(name).text !== '' || row.cell(name).mistake !== null,
    )
    if (names.length === 0) continue
    const of = groupIn(groupIn(inspection, 'areas'), String(reading.value))
    const isNew = !Object.hasOwn(of, 'tally')
    const tally = groupIn(of, 'tally')
    const changed = names.filter((name) => fill(tally, name, countCell, row, context))
    context.count(isNew ? 'added' : changed.length > 0 ? 'changed' : 'same')
  }
}
