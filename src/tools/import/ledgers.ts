import { authoredFile } from '#schema/authored-files.ts'
import {
  isYear,
  opennessIdPrefix,
  nextOpennessId,
  sameDocument,
  severalOfTitle,
} from '#model/openness-files.ts'
import type { YamlValue } from '#model/yaml-text.ts'
import { fileKinds } from '#schema/file-kinds.ts'
import { importFields } from '#schema/import-map.ts'
import { idPattern } from '#schema/id-pattern.ts'
import { named, unitsOf } from './codec.ts'
import { type Fields, groupIn, type ImportContext, isFields } from './context.ts'
import { fill } from './fill.ts'
import {
  annualReportFields,
  isOfItem,
  type OpennessField,
  opennessFields,
} from './openness-fields.ts'
import { sheetNote } from './note.ts'
import type { ImportRow } from './rows.ts'

type Kind = keyof typeof opennessFields

const unit = named('单位', authoredFile('units'), unitsOf)

/**
 * Imports rows as documents or consultations of the ledgers of a year. A row updates the record with
 * its id; without an id, the one with the same title of its unit, unless it has another number or day;
 * else it adds a new one. Several rows
 * of a document add an interpretation each.
 */
export function importOpenness(
  kind: Kind,
  rows: readonly ImportRow[],
  context: ImportContext,
): void {
  withLedgers(rows, context, (row, ledger, id) => {
    const prefix = opennessIdPrefix(kind, context.period, id)
    importRow(kind, row, groupIn(ledger, kind), prefix, context)
  })
}

/** Imports rows as the annual reports of units, one a unit and year. */
export function importAnnualReports(rows: readonly ImportRow[], context: ImportContext): void {
  withLedgers(rows, context, (row, ledger) => {
    const isNew = !isFields(ledger['annual_report'])
    const report = groupIn(ledger, 'annual_report')
    if (isNew) report['year'] = Number(context.period)
    let isChanged = false
    for (const [field, { codec, isRequired }] of Object.entries(annualReportFields))
      if (isFilled(row, field)) {
        if (fill(report, field, codec, row, context)) isChanged = true
      } else if (isRequired && isNew)
        context.note(row.note(field, lacking('annual-reports', field)))
    context.count(isNew ? 'added' : isChanged ? 'changed' : 'same')
  })
}

/** Calls a function with the ledger of the unit that each row names; one that it names wrongly is noted. */
function withLedgers(
  rows: readonly ImportRow[],
  context: ImportContext,
  importInto: (row: ImportRow, ledger: Fields, unit: string) => void,
): void {
  const { period: year, dataset } = context
  const [first] = rows
  if (!isYear(year)) {
    if (first !== undefined)
      context.note(sheetNote(first.sheet, `“${year}”不是年份；period 请写成 2023 这样的四位数字。`))
    return
  }
  for (const row of rows) {
    const name = row.cell('unit')
    const reading = unit.read(name, dataset)
    if (name.text === '' || 'says' in reading) {
      context.note(row.note('unit', 'says' in reading ? reading.says : '请写单位名称。'))
      continue
    }
    const id = String(reading.value)
    const file = authoredFile('openness', year, id)
    const comment = `${dataset.units[id]?.name ?? id}${year}年${fileKinds.openness.title}。`
    importInto(row, context.file(file) ?? context.begin(file, comment), id)
  }
}

function importRow(
  kind: Kind,
  row: ImportRow,
  records: Fields,
  prefix: string,
  context: ImportContext,
): void {
  const fields = Object.entries<OpennessField>(opennessFields[kind])
  const { text: given } = row.cell('id')
  if (given !== '' && !idPattern.test(given)) {
    context.note(
      row.note('id', `“${given}”不能用作编号：只用小写英文字母、数字和连字符，或者留空。`),
    )
    return
  }
  const { text: title } = row.cell('title')
  const same = given === '' ? sameTitle(kind, records, title, row, context) : null
  if (same === 'several') {
    context.note(row.note('title', severalOfTitle))
    return
  }
  const id = given === '' ? (same?.id ?? nextOpennessId(Object.keys(records), prefix)) : given
  const isNew = !Object.hasOwn(records, id)
  const record = groupIn(records, id)
  const hasItem = fields.some(
    ([field, place]) => isOfItem(place) && field !== 'form' && isFilled(row, field),
  )
  let item: ReturnType<typeof itemOf> | null = null
  let isChanged = false
  for (const [field, { codec, key, groups, isRequired, instead }] of fields) {
    const ofItem = isOfItem({ groups })
    // Begun here, so that a new document has its fields in their order.
    if (ofItem && hasItem) item ??= itemOf(record, row.cell('interpretation').text)
    if (isFilled(row, field)) {
      const [word, code] = instead ?? []
      const { text } = row.cell(field)
      const [group = ''] = groups
      // A form alone, which a map may give for every row, is no interpretation.
      if (ofItem && item === null) continue
      const hasChanged =
        code !== undefined && (text === word || text === code)
          ? fillWord(record, group, code, () => {
              context.note(row.note(field, `数据文件里已经有反馈，不能改成“${text}”。`))
            })
          : fillIn(ofItem && item !== null ? item.fields : record, ofItem ? [] : groups, (into) =>
              fill(into, key, codec, row, context, field),
            )
      if (hasChanged) isChanged = true
    } else if (isRequired === true && (ofItem ? item?.isNew === true : isNew))
      context.note(row.note(field, lacking(kind, field)))
  }
  context.count(isNew ? 'added' : isChanged ? 'changed' : 'same')
}

/** Fills a field in groups, which are begun only where something was filled in. */
function fillIn(
  fields: Fields,
  [group, ...rest]: readonly string[],
  fillField: (into: Fields) => boolean,
): boolean {
  if (group === undefined) return fillField(fields)
  const known = fields[group]
  const inner = isFields(known) ? known : {}
  const isChanged = fillIn(inner, rest, fillField)
  if (isChanged) fields[group] = inner
  return isChanged
}

/** Writes a word in place of a group that has nothing yet. */
function fillWord(record: Fields, group: string, code: string, refuse: () => void): boolean {
  const known = record[group]
  if (isFields(known) && Object.keys(known).length > 0) {
    refuse()
    return false
  }
  record[group] = code
  return known !== code
}

const isFilled = (row: ImportRow, field: string): boolean => {
  const { text, mistake } = row.cell(field)
  return text !== '' || mistake !== null
}

/** The interpretation of a row: the one with its title, else the only one without, else a new one. */
function itemOf(
  record: Fields,
  title: string,
): { readonly fields: Fields; readonly isNew: boolean } {
  const interpretation = groupIn(record, 'interpretation')
  const items = Array.isArray(interpretation['items'])
    ? (interpretation['items'] as YamlValue[]).filter(isFields)
    : []
  const same = items.find((one) => one['title'] === title) ?? (title === '' ? items[0] : undefined)
  if (same !== undefined) return { fields: same, isNew: false }
  const fields: Fields = {}
  interpretation['items'] = [...items, fields]
  return { fields, isNew: true }
}

/** The record with the title of a row, by its number and day where several have it. */
function sameTitle(
  kind: Kind,
  records: Fields,
  title: string,
  row: ImportRow,
  { dataset }: ImportContext,
) {
  const day = kind === 'policies' ? 'published' : 'opened'
  const text = (value: YamlValue | undefined): string => (typeof value === 'string' ? value : '')
  const fields: Readonly<Record<string, OpennessField>> = opennessFields[kind]
  const typed = (field: string): string => {
    const reading = fields[field]?.codec.read(row.cell(field), dataset)
    return reading !== undefined && 'value' in reading ? text(reading.value) : ''
  }
  const titled = Object.entries(records).flatMap(([id, record]) =>
    isFields(record) && title !== '' && record['title'] === title
      ? [{ id, number: text(record['number']), day: text(record[day]) }]
      : [],
  )
  return sameDocument(titled, { number: typed('number'), day: typed(day) })
}

function lacking(kind: Kind | 'annual-reports', field: string): string {
  const titles: Readonly<Record<string, string>> = importFields[kind]
  return `新的一条要写“${titles[field] ?? field}”。每一行都相同的，写在对应关系的 fixed 里。`
}
