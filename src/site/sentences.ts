/** Plain sentences that say a page back to a citizen. Every figure in them comes from the domain. */
import type { AreaView } from '#domain/area.ts'
import { chineseDate } from '#domain/calendar.ts'
import type { Inspection, IssueRecord } from '#domain/dataset.ts'
import {
  groupOf,
  type Register,
  registerGroups,
  type RegisterState,
  rowsByGroup,
} from '#domain/register.ts'
import type { UnitRecord } from '#domain/unit-record.ts'
import { deadlineText } from '#domain/reference.ts'
import { listed, registerWords } from './words.ts'

/** "宜宾市人民政府办公室检查了49家政府网站和370个政务新媒体账号，1个不合格。" */
export function inspectionSentence(inspection: Inspection, areas: readonly AreaView[]): string {
  const checked = areas.filter((area) => area.checked !== null)
  const issues = areas.reduce((sum, area) => sum + area.issues.length, 0)
  const named = issues === 0 ? '' : `，通报提出${issues}项问题`
  if (checked.length === 0)
    return `${inspection.issuer}发布了${inspection.period.label}检查情况${named}。`
  const what = checked.map(({ checked: count, counter, object }) => `${count}${counter}${object}`)
  const failed = checked
    .filter((area) => (area.failed ?? 0) > 0)
    .map(({ failed: count, counter, object }) => `${count}${counter}${object}不合格`)
  const unknown = checked.some((area) => area.failed === null)
  const result = failed.length > 0 ? listed(failed) : unknown ? '' : '没有不合格'
  return `${inspection.issuer}检查了${what.join('和')}${result === '' ? '' : `，${result}`}${named}。`
}

/** What a unit's whole record comes to, in one sentence or two. */
export function unitSentence(record: UnitRecord, latest: Inspection | undefined): string {
  const parts: string[] = []
  if (latest !== undefined) {
    const found = record.issues.filter(({ inspection }) => inspection.id === latest.id)
    parts.push(
      found.length === 0
        ? `${latest.period.label}检查通报没有点名${record.unit.name}。`
        : `${latest.period.label}检查通报点名${record.unit.name}${found.length}项问题，${countedWords(
            found,
          )}。`,
    )
  }
  const [newest] = record.registers
  if (newest !== undefined) {
    const { register, row } = newest
    const { deadline } = register.order
    const when = deadline.due === undefined ? '按要求应' : `按要求应于${deadlineText(deadline)}`
    parts.push(`${when}公开${register.label}自查整改情况：${lastingWords(row.status)}。`)
  }
  return parts.join('')
}

/** A state in words that hold on any day after. */
const lastingWords = (status: RegisterState): string =>
  groupOf(status) === 'pending' ? registerGroups.pending.label : registerWords(status).label

/** How many of the findings count in the rate; what the document leaves open stays open. */
function countedWords(found: readonly IssueRecord[]): string {
  const counted = found.filter(({ issue }) => issue.counts_in_rate === true).length
  const open = found.filter(({ issue }) => issue.counts_in_rate === 'not-stated').length
  if (counted > 0) return `其中${counted}项计入合格率`
  return open > 0 ? '是否计入合格率文件未写明' : '不影响合格率'
}

/** Where a register stands, and how far it can be relied on. */
export function registerSentence(register: Register, partial: boolean): string {
  const { deadline } = register.order
  const whole = partial
    ? `本站收录${register.rows.length}个单位（不是全部）`
    : `共${register.rows.length}个单位`
  const groups = rowsByGroup(register.rows)
  const counts = groups
    .filter(({ rows: [row] }) => row !== undefined && row.report !== null)
    .map(({ label, rows }) => `${label}${rows.length}个`)
  const among = counts.length < 2 ? '' : `（${counts.join('，')}）`
  const missing = groups.find(({ group }) => group === 'overdue')?.rows.length ?? 0
  const found = missing === 0 ? '' : `，${missing}个单位没有公开`
  const look =
    register.lookedOn === null
      ? '本站没有主管机关的核查记录，未收录不等于未公开。'
      : `主管机关于${chineseDate(register.lookedOn)}核查${found}。`
  const exempt = register.rows.length - register.expected
  const without = exempt === 0 ? '' : `，其中${exempt}个免于公开`
  return `各单位应于${deadlineText(deadline)}公开${register.label}自查整改情况；${whole}${without}，已收录到${register.published}份${among}。${look}`
}
