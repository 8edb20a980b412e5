import type { Value } from '#read/yaml-edit/layout.ts'
import { day, measure, named, text, unitsOf } from './codec.ts'
import { fill } from './fill.ts'
import { type Fields, type Ground, groupIn, isFields } from './context.ts'
import { sheetNote } from './note.ts'
import { figureField, type Row } from './rows.ts'

const unit = named('单位', 'data/units.yaml', unitsOf)

/** The unit that a row is of, and the name of its report; null with a note where there is none. */
function reportOf(row: Row, ground: Ground): { id: string; file: string } | null {
  const said = row.cell('unit')
  if (said.text === '') {
    ground.note(row.note('unit', '请写单位名称。'))
    return null
  }
  const reading = unit.read(said, ground.dataset)
  if ('says' in reading) {
    ground.note(row.note('unit', reading.says))
    return null
  }
  const id = String(reading.value)
  return { id, file: `data/self-inspections/${ground.period}/${id}.yaml` }
}

const codecs = { title: text, published: day, address: text, summary: text, outlook: text } as const

/** Takes rows over as the units' reports for a period, one a unit. */
export function importReports(
  rows: readonly Row[],
  figures: readonly string[],
  ground: Ground,
): void {
  const { dataset, index, period } = ground
  const label = index.orders.get(period)?.deadline.period?.label
  const [first] = rows
  if (label === undefined) {
    if (first !== undefined)
      ground.note(
        sheetNote(first.sheet, `各期检查的 deadlines 里没有布置编号为“${period}”的自查整改。`),
      )
    return
  }
  const taken = new Map<string, number>()
  for (const row of rows) {
    const of = reportOf(row, ground)
    if (of === null) continue
    const before = taken.get(of.id)
    if (before !== undefined) {
      ground.note(row.note('unit', `第${before}行已经是这个单位，一个单位写一行。`))
      continue
    }
    taken.set(of.id, row.number)
    const known = ground.file(of.file)
    const isBlank = [...Object.keys(codecs), ...figures.map(figureField)].every(
      (field) => row.cell(field).text === '' && row.cell(field).mistake === null,
    )
    // The name of a unit that has not reported stands on the template.
    if (known === null && isBlank) continue
    const title = `${dataset.units[of.id]?.name ?? of.id}${label}自查整改情况`
    const report = known ?? ground.begin(of.file, `${title}。`)
    if (known === null) report['title'] = title
    const changed = Object.entries(codecs).filter(([field, codec]) =>
      fill(report, field, codec, row, ground),
    )
    if (known === null && row.cell('published').text === '')
      ground.note(row.note('published', '请写公开日期；不知道的写“文件未写明”。'))
    const isChanged = fillFigures(report, figures, row, ground) || changed.length > 0
    ground.count(known === null ? 'added' : isChanged ? 'changed' : 'same')
  }
}

function fillFigures(report: Fields, names: readonly string[], row: Row, ground: Ground): boolean {
  const said = names.filter((name) => row.cell(figureField(name)).text !== '')
  if (said.length === 0) return false
  const figures = groupIn(report, 'figures')
  return (
    said.filter((name) => fill(figures, name, measure, row, ground, figureField(name))).length > 0
  )
}

/** Takes rows over as the problems that units found, in the order of the rows. */
export function importReportProblems(rows: readonly Row[], ground: Ground): void {
  for (const row of rows) {
    const of = reportOf(row, ground)
    if (of === null) continue
    const report = ground.file(of.file)
    const words = row.cell('problem')
    if (report === null) {
      ground.note(
        row.note('unit', '这个单位还没有自查整改情况；请先填写它的报告标题、公开日期这一行。'),
      )
      continue
    }
    if (words.text === '' && words.mistake === null) {
      ground.note(row.note('problem', '请写问题。'))
      continue
    }
    const list = Array.isArray(report['problems']) ? (report['problems'] as Value[]) : []
    const reading = text.read(words, ground.dataset)
    const said = 'value' in reading ? reading.value : ''
    const same = list.find((one) => isFields(one) && one['problem'] === said)
    const problem: Fields = isFields(same) ? same : {}
    const changed = ['problem', 'measure', 'result'].filter((field) =>
      fill(problem, field, text, row, ground),
    )
    if (same === undefined) report['problems'] = [...list, problem]
    ground.count(same === undefined ? 'added' : changed.length > 0 ? 'changed' : 'same')
  }
}
