import { authoredFile } from '#schema/authored-files.ts'
import type { YamlValue } from '#model/yaml-text.ts'
import { periodIdOf } from '#model/period-id.ts'
import { labelOfPeriod } from '#model/report-periods.ts'
import { dayCell, measureCell, named, textCell, unitsOf } from './codec.ts'
import { fill } from './fill.ts'
import { type Fields, type ImportContext, groupIn, isFields } from './context.ts'
import { sheetNote } from './note.ts'
import { figureField, type ImportRow } from './rows.ts'

const unit = named('单位', authoredFile('units'), unitsOf)

/** The unit of a row, and the name of its report; null, with a note, if there is none. */
function reportOf(row: ImportRow, context: ImportContext): { id: string; file: string } | null {
  const filled = row.cell('unit')
  if (filled.text === '') {
    context.note(row.note('unit', '请写单位名称。'))
    return null
  }
  const reading = unit.read(filled, context.dataset)
  if ('says' in reading) {
    context.note(row.note('unit', reading.says))
    return null
  }
  const id = String(reading.value)
  return { id, file: authoredFile('self-inspection', context.period, id) }
}

const codecs = {
  title: textCell,
  published: dayCell,
  address: textCell,
  summary: textCell,
  outlook: textCell,
} as const

/** Imports rows as reports for a period, one row for each unit. */
export function importReports(
  rows: readonly ImportRow[],
  figures: readonly string[],
  context: ImportContext,
): void {
  const { dataset, index, period } = context
  const [first] = rows
  if (!index.orders.has(period) && periodIdOf(period) === null) {
    if (first !== undefined)
      context.note(
        sheetNote(
          first.sheet,
          `“${period}”不是期的编号，各期检查的 deadlines 里也没有布置过；请写成 2024-q2 这样的编号。`,
        ),
      )
    return
  }
  const label = labelOfPeriod(dataset, index, period)
  const taken = new Map<string, number>()
  for (const row of rows) {
    const of = reportOf(row, context)
    if (of === null) continue
    const before = taken.get(of.id)
    if (before !== undefined) {
      context.note(row.note('unit', `第${before}行已经是这个单位，一个单位写一行。`))
      continue
    }
    taken.set(of.id, row.number)
    const known = context.file(of.file)
    const isBlank = [...Object.keys(codecs), ...figures.map(figureField)].every(
      (field) => row.cell(field).text === '' && row.cell(field).mistake === null,
    )
    // The template also lists units that have not reported.
    if (known === null && isBlank) continue
    const title = `${dataset.units[of.id]?.name ?? of.id}${label}自查整改情况`
    const report = known ?? context.begin(of.file, `${title}。`)
    if (known === null) report['title'] = title
    const changed = Object.entries(codecs).filter(([field, codec]) =>
      fill(report, field, codec, row, context),
    )
    if (known === null && row.cell('published').text === '')
      context.note(row.note('published', '请写公开日期；不知道的写“文件未写明”。'))
    const isChanged = fillFigures(report, figures, row, context) || changed.length > 0
    context.count(known === null ? 'added' : isChanged ? 'changed' : 'same')
  }
}

function fillFigures(
  report: Fields,
  names: readonly string[],
  row: ImportRow,
  context: ImportContext,
): boolean {
  const filled = names.filter((name) => row.cell(figureField(name)).text !== '')
  if (filled.length === 0) return false
  const figures = groupIn(report, 'figures')
  return (
    filled.filter((name) => fill(figures, name, measureCell, row, context, figureField(name)))
      .length > 0
  )
}

/** Imports rows as the problems that units found, in the order of the rows. */
export function importReportProblems(rows: readonly ImportRow[], context: ImportContext): void {
  for (const row of rows) {
    const of = reportOf(row, context)
    if (of === null) continue
    const report = context.file(of.file)
    const words = row.cell('problem')
    if (report === null) {
      context.note(
        row.note('unit', '这个单位还没有自查整改情况；请先填写它的报告标题、公开日期这一行。'),
      )
      continue
    }
    if (words.text === '' && words.mistake === null) {
      context.note(row.note('problem', '请写问题。'))
      continue
    }
    const list = Array.isArray(report['problems']) ? (report['problems'] as YamlValue[]) : []
    const reading = textCell.read(words, context.dataset)
    const filled = 'value' in reading ? reading.value : ''
    const same = list.find((one) => isFields(one) && one['problem'] === filled)
    const problem: Fields = isFields(same) ? same : {}
    const changed = ['problem', 'measure', 'result'].filter((field) =>
      fill(problem, field, textCell, row, context),
    )
    if (same === undefined) report['problems'] = [...list, problem]
    context.count(same === undefined ? 'added' : changed.length > 0 ? 'changed' : 'same')
  }
}
