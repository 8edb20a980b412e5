import { isDay } from '#model/calendar.ts'
import { halfWidth } from '#model/plain-text.ts'
import { nextOpennessId, sameDocument, severalOfTitle } from '#model/openness-files.ts'
import { idPattern } from '#schema/id-pattern.ts'
import { opennessHeadings } from '#schema/openness-headings.ts'
import { codeOfWord } from './code-of-word.ts'
import { type Answer, type Answers, recordIdKey, isAnswerGroup } from './answers.ts'
import { answerAt, withAnswer } from './edit.ts'
import type { Field, Shape } from './field.ts'
import { opennessColumns } from './openness-columns.ts'
import { pastedCells } from './pasted-cells.ts'

/** The records after rows of a spreadsheet were added, and what was not understood, in Chinese. */
interface Pasted {
  readonly records: readonly Answers[]
  readonly added: number
  readonly changed: number
  readonly notes: readonly string[]
}

interface PasteOptions {
  readonly unit: string
  readonly prefix: string
  readonly used?: readonly string[]
}

type Kind = keyof typeof opennessColumns

export const hasColumns = (key: string): key is Kind =>
  Object.prototype.hasOwnProperty.call(opennessColumns, key)

/** The headings by which columns are known, in the order of the template. */
export const headingsOf = (kind: Kind): string[] => Object.values(opennessHeadings[kind])

/** The most rows that are taken at once. */
const maxRows = 500

/**
 * Adds rows that were copied from a spreadsheet with its heading, as `npm run import` does: a row
 * changes the record with its id or with its title, else it is a new one: another number or day is
 * another document. Several rows of a document add an interpretation each. Empty cells change nothing.
 *
 * @param kind the key of the records' field
 * @param unit the unit's name; rows of other units are left out
 * @param prefix what the ids of new records begin with
 * @param used ids that no new record may get, of records that were removed
 */
export function withPasted(
  kind: Kind,
  fields: readonly Field[],
  records: readonly Answers[],
  text: string,
  { unit, prefix, used = [] }: PasteOptions,
): Pasted {
  const [heading = [], ...rows] = pastedCells(text)
  const titles: Readonly<Record<string, string>> = opennessHeadings[kind]
  const known = heading.map((one) => columnOf(one, titles, kind, fields))
  const notes: string[] = []
  const nothing = (why: string): Pasted => ({ records, added: 0, changed: 0, notes: [why] })
  if (!known.includes('title'))
    return nothing(
      `第一行里没有“${titles['title'] ?? ''}”这一列，什么也没有加。请连表头一起复制；表头里标题那一列写“${titles['title'] ?? ''}”，其他各列的写法见上面。`,
    )
  if (rows.length > maxRows) return nothing(`超过${maxRows}行。请分几次粘贴，或者交办公室导入。`)
  const strange = heading.filter((one, n) => one !== '' && known[n] === null)
  if (strange.length > 0) notes.push(unusedColumns(strange))
  let all = records
  let added = 0
  const changed = new Set<string>()
  const fresh = new Set<string>()
  for (const [n, row] of rows.entries()) {
    const cell = (key: string): string => {
      const at = known.indexOf(key)
      return at < 0 ? '' : (row[at] ?? '')
    }
    const name = `第${n + 2}行`
    if (cell('unit') !== '' && cell('unit') !== unit) {
      notes.push(`${name}是“${cell('unit')}”的，没有加。`)
      continue
    }
    const marks = filled(kind, fields, {}, cell)
    const found = idOfRow(cell('id'), marks, all, [prefix, used])
    if ('wrong' in found) {
      notes.push(`${name}没有加：${found.wrong}`)
      continue
    }
    const { id } = found
    const at = all.findIndex((one) => one[recordIdKey] === id)
    const before = all[at] ?? { [recordIdKey]: id }
    const after = filled(kind, fields, before, cell)
    if (at < 0) {
      added++
      fresh.add(id)
    } else if (!fresh.has(id) && JSON.stringify(after) !== JSON.stringify(before)) changed.add(id)
    all = at < 0 ? [...all, after] : all.map((one, m) => (m === at ? after : one))
  }
  return { records: all, added, changed: changed.size, notes }
}

/** The key of the annual report among the fields of a form. */
export const reportKey = 'annual_report'

const reportColumns: Readonly<Record<string, string>> = {
  单位: 'unit',
  公布日期: 'published',
  网址: 'url',
}

/** What lists of offices write besides; their year tells the row of the form. */
const otherReportColumns: Readonly<Record<string, string>> = {
  单位名称: 'unit',
  年度: 'year',
  年份: 'year',
}

/** The headings of the sheet of annual reports in the template. */
export const reportHeadings: readonly string[] = Object.keys(reportColumns)

/** The annual report after a row was taken, null if none was, and what was not understood, in Chinese. */
interface PastedReport {
  readonly report: Answers | null
  readonly notes: readonly string[]
}

/**
 * The annual report after the row of the unit and year in a spreadsheet; null and why, in Chinese, where
 * no row or more than one is theirs, or where the day is before the year ended. A row without a unit is
 * the unit's only where no column or row may tell of another one. Empty cells change nothing, but the
 * address of another day is removed.
 *
 * @param unit the unit's name
 * @param year the year of the form, which the report is about
 */
export function withPastedReport(
  fields: readonly Field[],
  before: Answers,
  text: string,
  { unit, year }: { readonly unit: string; readonly year: string },
): PastedReport {
  const [heading = [], ...rows] = pastedCells(text)
  const keys = heading.map((one) => {
    const plain = plainHeading(one)
    return reportColumns[plain] ?? otherReportColumns[plain] ?? null
  })
  const strange = heading.filter((one, n) => one !== '' && keys[n] === null)
  const notes = strange.length === 0 ? [] : [unusedColumns(strange)]
  const nothing = (why: string): PastedReport => ({ report: null, notes: [...notes, why] })
  if (!keys.includes('published'))
    return nothing('第一行里没有“公布日期”这一列，什么也没有加。请连表头一起复制。')
  const cellOf = (row: readonly string[], key: string): string => row[keys.indexOf(key)] ?? ''
  const ofUnit = rows.filter((row) => ['', unit].includes(cellOf(row, 'unit')))
  const own = ofUnit.filter((row) => ['', year].includes(yearOf(cellOf(row, 'year'))))
  const [row] = own
  if (row === undefined) {
    const [other] = ofUnit
    return nothing(
      other === undefined
        ? `没有“${unit}”的一行，什么也没有加。`
        : `“年度”写的是“${cellOf(other, 'year')}”，这里填${year}年的年度报告，什么也没有加。`,
    )
  }
  if (own.length > 1)
    return nothing(`“${unit}”有${own.length}行，什么也没有加。一年只有一份，请只粘贴一行。`)
  const isPerhapsOther =
    strange.length > 0 ||
    row.some((cell, n) => cell !== '' && (keys[n] ?? null) === null) ||
    rows.some((one) => cellOf(one, 'unit') !== '')
  if (cellOf(row, 'unit') === '' && isPerhapsOther)
    return nothing(
      `看不出这一行是不是“${unit}”的，什么也没有加。请加上“单位”一列，或者只复制“公布日期”“网址”两列。`,
    )
  const after = fields.reduce<Answers>((answers, { key, shape }) => {
    const typed = key === 'year' ? '' : cellOf(row, key)
    return typed === '' ? answers : { ...answers, [key]: answerOf(shape, typed) }
  }, before)
  const [day, old] = [textOf(after, 'published'), textOf(before, 'published')]
  if (cellOf(row, 'published') !== '' && isDay(day) && day <= `${year}-12-31`)
    return nothing(
      `公布日期${day}，${year}年还没有过完，不像是${year}年的年度报告，什么也没有加。请核对是哪一年的。`,
    )
  const address = textOf(before, 'url')
  if (old === '' || old === day || address === '' || cellOf(row, 'url') !== '')
    return { report: after, notes }
  return {
    report: { ...after, url: '' },
    notes: [...notes, `日期改了，表里没有网址，原来的网址已经清空：${address}。请填上现在的网址。`],
  }
}

/** The year of a cell such as 2023年度; another text as it is. */
const yearOf = (typed: string): string => /^(\d{4})(?:年度?)?$/.exec(halfWidth(typed))?.[1] ?? typed

const unusedColumns = (headings: readonly string[]): string =>
  `没有用到的列：${headings.join('、')}。`

function textOf(answers: Answers, key: string): string {
  const answer = answers[key]
  return typeof answer === 'string' ? answer : ''
}

/** A heading without spaces, an asterisk, a colon and a note in brackets at its end. */
const plainHeading = (heading: string): string =>
  halfWidth(heading).replace(/[\s*:]|\([^()]*\)$/g, '')

/** What the lists of offices call a column, besides the heading of the template. */
const otherHeadings: Readonly<Record<Kind, Readonly<Record<string, string>>>> = {
  policies: {
    单位名称: 'unit',
    文件名称: 'title',
    政策文件: 'title',
    名称: 'title',
    文号: 'number',
  },
  consultations: { 单位名称: 'unit', 公告名称: 'title', 征求意见事项: 'title', 名称: 'title' },
}

/**
 * The column that a heading names: as in the template, as the form calls the field, or as lists of
 * offices do; null for another one. Spaces, an asterisk and a note in brackets do not matter.
 */
function columnOf(
  heading: string,
  titles: Readonly<Record<string, string>>,
  kind: Kind,
  fields: readonly Field[],
): string | null {
  const plain = plainHeading(heading)
  return (
    Object.keys(titles).find((key) => titles[key] === plain || key === plain) ??
    fields.find(({ key, title }) => title === plain && key in titles)?.key ??
    otherHeadings[kind][plain] ??
    null
  )
}

/** The id of a row's record, or why the row has none, in Chinese. */
function idOfRow(
  given: string,
  row: Answers,
  records: readonly Answers[],
  [prefix, used]: readonly [string, readonly string[]],
): { readonly id: string } | { readonly wrong: string } {
  if (given !== '')
    return idPattern.test(given)
      ? { id: given }
      : { wrong: `编号“${given}”只能用小写英文字母、数字和短横。` }
  const titled = records.filter((one) => row['title'] && one['title'] === row['title'])
  const found = sameDocument(titled.map(marksOf), marksOf(row))
  if (found === 'several') return { wrong: severalOfTitle }
  const ids = records.map((one) => String(one[recordIdKey]))
  return { id: found === null ? nextOpennessId([...ids, ...used], prefix) : found.id }
}

const marksOf = (record: Answers) => {
  const text = (key: string): string => textOf(record, key)
  return { id: text(recordIdKey), number: text('number'), day: text('published') || text('opened') }
}

function filled(
  kind: Kind,
  fields: readonly Field[],
  record: Answers,
  cell: (column: string) => string,
): Answers {
  const columns = Object.entries<readonly string[]>(opennessColumns[kind])
  // A form alone is no interpretation.
  const hasItem = columns.some(
    ([column, path]) => path.includes('items') && column !== 'form' && cell(column) !== '',
  )
  const item = hasItem ? itemAt(record, cell('interpretation')) : 0
  return columns.reduce<Answers>((answers, [column, path]) => {
    const typed = cell(column)
    if (typed === '' || (path.includes('items') && !hasItem)) return answers
    const word = wordOf(fields, path, typed)
    if (word !== null) return withAnswer(answers, path.slice(0, 1), word)
    const shape = shapeOf(fields, path)
    const place = path.flatMap((key) => (key === 'items' ? [key, item] : [key]))
    return shape === null ? answers : withAnswer(answers, place, answerOf(shape, typed))
  }, record)
}

/** The place of a row's interpretation: that with its title, else the next one. */
function itemAt(record: Answers, title: string): number {
  const answer = answerAt(record, ['interpretation', 'items'])
  const items = Array.isArray(answer) ? (answer as readonly Answer[]) : []
  const same = items.findIndex((one) => isAnswerGroup(one) && one['title'] === title)
  return same >= 0 ? same : title === '' && items.length > 0 ? 0 : items.length
}

/** The code of a word that stands for the whole group of a column: 还没有公布 for a feedback. */
function wordOf(
  fields: readonly Field[],
  [key, inner]: readonly string[],
  typed: string,
): string | null {
  const shape = fields.find((one) => one.key === key)?.shape
  if (inner === undefined || shape?.kind !== 'group-or-word') return null
  const { instead } = shape
  return codeOfWord(instead, typed)
}

function shapeOf(fields: readonly Field[], [key, ...rest]: readonly string[]): Shape | null {
  const shape = fields.find((one) => one.key === key)?.shape
  if (shape === undefined) return null
  const inner = shape.kind === 'list' ? shape.item : shape
  return rest.length === 0 ? shape : 'fields' in inner ? shapeOf(inner.fields, rest) : null
}

/**
 * The answer for a cell: codes for words, and days as the file has them. What is neither stays as it
 * is, for the check to name it.
 */
function answerOf(shape: Shape, typed: string): Answer {
  if (shape.kind === 'several')
    return typed
      .split(/[、，,;；]/)
      .map((one) => answerOf({ kind: 'choice', choices: shape.choices }, one.trim()))
  const words = shape.kind === 'choice' ? shape.choices : shape.kind === 'text' ? shape.instead : {}
  const code = codeOfWord(words, typed)
  if (code !== null) return code
  if (shape.kind !== 'text' || !shape.expects.startsWith('expects-date')) return typed
  const [, year = '', month = '', date = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?: 0?0:00(?::00)?)?$/.exec(halfWidth(typed)) ?? []
  const pad = (number: string): string => `0${number}`.slice(-2)
  const day = `${year}-${pad(month)}-${pad(date)}`
  return isDay(day) ? day : typed
}
