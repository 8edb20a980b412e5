import { nextId } from '#model/next-id.ts'
import { importFields } from '#schema/import-map.ts'
import { typedCell } from '#read/spreadsheet/sheet.ts'
import { fill } from './fill.ts'
import { type Fields, type ImportContext, groupIn, fileOfInspection, isFields } from './context.ts'
import { channelsCell, issueCodecs, requiredOfIssue } from './issue-fields.ts'
import type { ImportRow } from './rows.ts'

type IssueColumn = keyof typeof issueCodecs
const fields = Object.keys(issueCodecs) as IssueColumn[]

/**
 * Imports rows as issues of an inspection. A row updates the issue with its id; without an id, the
 * one with the same area, units, accounts and text; else it adds a new one.
 */
export function importIssues(rows: readonly ImportRow[], context: ImportContext): void {
  const { period, dataset } = context
  const inspection = fileOfInspection(rows, context)
  if (inspection === null) return
  const taken = new Map<string, number>()
  for (const row of rows) {
    const issues = groupIn(inspection, 'issues')
    const cell = (field: IssueColumn) => {
      if (field !== 'channels' || row.cell('channels').mistake !== null) return row.cell(field)
      const channels = channelsCell(row, dataset)
      if ('text' in channels) return { ...row.cell('channels'), text: channels.text }
      context.note(row.note('channels', channels.says))
      return { ...row.cell('channels'), text: '' }
    }
    const cells = new Map(fields.map((field) => [field, cell(field)]))
    const { text: given } = row.cell('id')
    const id =
      given === ''
        ? (sameIssue(issues, cells, taken, context) ?? nextId(Object.keys(issues), `${period}-`))
        : given
    if (!new RegExp(`^${period}-\\d{2,}$`).test(id)) {
      context.note(row.note('id', `编号“${id}”不是这一期的，请写成 ${period}-01 这样，或留空。`))
      continue
    }
    const before = taken.get(id)
    if (before !== undefined) {
      context.note(
        row.note(
          given === '' ? 'text' : 'id',
          `与第${before}行是同一个问题。一个问题写一行，几个单位写在一格里，用顿号隔开。`,
        ),
      )
      continue
    }
    taken.set(id, row.number)
    const isNew = !Object.hasOwn(issues, id)
    const issue = groupIn(issues, id)
    const changed = fields.filter((field) =>
      fill(issue, field, issueCodecs[field], row, context, field, cells.get(field)),
    )
    if (isNew)
      for (const field of requiredOfIssue)
        if (!Object.hasOwn(issue, field) && cells.get(field)?.text === '')
          context.note(row.note(field, lacking(field)))
    context.count(isNew ? 'added' : changed.length > 0 ? 'changed' : 'same')
  }
}

const lacking = (field: IssueColumn): string => {
  const title = importFields.issues[field]
  const hint = field === 'units' ? '；文件没有点名的，写“文件未写明”' : ''
  return `新的问题要写“${title}”${hint}。每一行都相同的，写在对应关系的 fixed 里。`
}

/** Fields that identify an issue without an id. */
const identifyingFields: readonly IssueColumn[] = ['area', 'units', 'channels', 'text']

function sameIssue(
  issues: Fields,
  cells: ReadonlyMap<IssueColumn, { readonly text: string }>,
  taken: ReadonlyMap<string, number>,
  { dataset }: ImportContext,
): string | null {
  const described = identifyingFields.flatMap((field): [IssueColumn, string][] => {
    const words = cells.get(field)?.text ?? ''
    return words === '' ? [] : [[field, plainOf(field, words)]]
  })
  if (!described.some(([field]) => field === 'text')) return null
  const alike = Object.entries(issues).filter(
    ([, issue]) =>
      isFields(issue) &&
      described.every(
        ([field, words]) =>
          plainOf(field, issueCodecs[field].show(issue[field], dataset)) === words,
      ),
  )
  // If two issues are equal, each row matches one of them.
  return (alike.find(([id]) => !taken.has(id)) ?? alike[0])?.[0] ?? null

  function plainOf(field: IssueColumn, words: string): string {
    const reading = issueCodecs[field].read(typedCell(words), dataset)
    return 'value' in reading ? JSON.stringify(reading.value) : words
  }
}
