/** Sentences that sum up a page for citizens. All their figures come from the model. */
import type { Model } from '#model/model.ts'
import type { AreaView } from '#model/area.ts'
import { chineseDate } from '#model/calendar.ts'
import { type DeadlineRecord, type Inspection, type IssueRecord } from '#model/dataset.ts'
import { lastDayFor, type LedgerRow } from '#model/ledger.ts'
import type { LifeEvent } from '#model/issue-life.ts'
import { isExempt } from '#model/open-duties.ts'
import { lastDayInTime } from '#model/deadline.ts'
import { dueDay } from '#model/due-day.ts'
import { type Register, rowsByGroup } from '#model/register.ts'
import { commonSubject } from '#model/report-periods.ts'
import type { UnitRecord } from '#model/unit-record.ts'
import { deadlineText } from '#model/reference.ts'
import { subjectOfSite } from './report-periods.ts'
import { deadlineTitle, lastingDutyWords } from './deadline-lines.ts'
import { ledger, ledgerRows, stateOf } from './ledger.ts'
import { extensionWords } from './deadline-words.ts'
import { inspectionName, issuersOf } from './inspection-names.ts'
import { countsWords } from './issue-words.ts'
import { opennessDutiesAhead, opennessDutyWords } from './openness-days.ts'
import { aheadFirst, unitDuties } from './unit-duties.ts'

/** "宜宾市人民政府办公室检查了49家政府网站和370个政务新媒体账号，1个不合格。" */
export function inspectionSentence(inspection: Inspection, areas: readonly AreaView[]): string {
  const checked = areas.filter((area) => area.checked !== null)
  const issuers = issuersOf(inspection)
  const issues = Object.keys(inspection.issues ?? {}).length
  const named = issues === 0 ? '' : `，${issuesFound(inspection, issues)}`
  if (checked.length === 0) return `${issuers}发布了${inspectionName(inspection, '情况')}${named}。`
  const what = checked.map((area) => {
    const count = `${countedOf(area, 'checked')}${area.counter}`
    // 检查了56个政务公开 is not correct Chinese: the area's name is not what was counted.
    if (!area.hasObject) return `${area.name}（${count}）`
    const isShared = checked.some((other) => other !== area && other.object === area.object)
    const which = isShared && area.name !== area.object ? `（${area.name}）` : ''
    return `${count}${area.object}${which}`
  })
  // Failures are stated even for areas without a number of checked objects.
  const failed = areas
    .filter((area) => (area.failed ?? 0) > 0)
    .map((area) => `${countedOf(area, 'failed')}${area.counter}${area.object}不合格`)
  const unknown = checked.some((area) => area.failed === null)
  const result = failed.length > 0 ? failed.join('、') : unknown ? '' : '全部合格'
  return `${issuers}检查了${what.join('和')}${result === '' ? '' : `，${result}`}${named}。`
}

/** How many issues a document raises; of an abridged source, how many this site has. */
export const issuesFound = ({ document }: Inspection, count: number): string =>
  document?.abridged === undefined
    ? `通报提出${count}项问题`
    : `本站收录通报提出的问题${count}项（来源有删节）`

/**
 * The count as the document printed it, such as 约600 or 30余, when a counter can follow; else the
 * number.
 */
function countedOf(area: AreaView, name: 'checked' | 'failed'): string {
  const text = area.counts.find((count) => count.name === name)?.text ?? ''
  return /\d[余多]?[万亿]?[余多]?$/.test(text) ? text : String(area[name])
}

/**
 * A unit's record in at most three facts, or that of its reports: the findings of the newest year of
 * inspections (on a site with one inspection, of that), their state, and its duties. They say when
 * nothing is recorded, and never that there is nothing.
 */
export function unitFacts(model: Model, record: UnitRecord): { label: string; value: string }[] {
  const { otherReports } = record
  const facts: { label: string; value: string }[] = []
  if (model.dataset.inspections.length === 0)
    facts.push({
      label: '报告',
      value:
        otherReports.length === 0
          ? `本站尚未收录该单位的${subjectOfSite(model)}报告`
          : `本站收录该单位${commonSubject(otherReports.map(({ report }) => report))}报告${otherReports.length}份`,
    })
  else facts.push(...namedFacts(model, record))
  facts.push({ label: '期限', value: owedWords(model, record) })
  return facts.filter(({ value }) => value !== '')
}

/** Of which problems a unit was named, and what became of them. */
function namedFacts(
  model: Model,
  { id, issues, current }: UnitRecord,
): { label: string; value: string }[] {
  const label = '点名的问题'
  const [newest] = issues
  if (newest === undefined)
    return [{ label, value: '本站收录的各期检查数据中没有点名该单位问题的记录' }]
  const { year, rounds, issues: found } = current
  const before = issues.length - found.length
  const named = new Set(found.map(({ inspection }) => inspection)).size
  const parts =
    found.length === 0
      ? [`${year ?? ''}年${rounds.length}次检查没有点名，不等于没有问题`]
      : [
          year === null
            ? `${inspectionName(newest.inspection, '通报')}点名${found.length}项问题`
            : `${year}年${rounds.length}次检查中${named}次点名，共${found.length}项问题`,
          countedWords(found),
        ]
  if (before > 0) parts.push(`此前各期通报点名${before}项`)
  const rows = found.flatMap((issue) => ledgerRows(model, issue, id))
  return [
    { label, value: parts.filter((part) => part !== '').join('，') },
    { label: '整改进展', value: rows.length === 0 ? '' : stateCounts(model, rows) },
  ]
}

/** Up to how many duties the summary of a unit states after those that have passed without a record. */
const maxStated = 2

/**
 * What the office looked for and did not find, what has passed without a record, and what is due next;
 * then, where there is room, the other duties of the newest document.
 */
function owedWords(model: Model, record: UnitRecord): string {
  const { id, registers, duties: all } = record
  const overdue = registers.flatMap(({ register, row }) =>
    row.status.state === 'overdue' ? [register.label] : [],
  )
  const duties = unitDuties(model, record)
  const unknown = duties.flatMap(({ record: duty, listed: state }) =>
    state === 'not-recorded' ? [deadlineTitle(duty)] : [],
  )
  const dated = duties.filter(({ record: duty }) => lastDayFor(ledger(model), duty, id) !== null)
  // Standing duties only where there is nothing else to say.
  const others = (dated.length > 0 ? dated : duties).filter(
    ({ listed: state }) => state === null || state === 'due',
  )
  const sentences = aheadFirst(
    [
      ...others.map(({ record: duty, listed: state }) => ({
        last: lastDayFor(ledger(model), duty, id),
        isListed: state === 'due',
        sentence: dutySentence(model, duty, id),
      })),
      ...opennessDutiesAhead(model, id),
    ],
    model.asOf,
  )
  const stated = sentences.filter(({ isListed }, n) => isListed || n < maxStated)
  const rest = sentences.length - stated.length
  const ofLedger = opennessDutyWords(model, id)
  const exempt = all.filter(
    ({ deadline, inspection }) =>
      inspection === all[0]?.inspection && isExempt(model.dataset, deadline, id),
  )
  return [
    ...(overdue.length === 0 ? [] : [`经核查未公开：${overdue.join('、')}的自查整改`]),
    ...(unknown.length === 0 ? [] : [`期限已过，本站未收录：${unknown.join('、')}`]),
    ...(ofLedger === null ? [] : [ofLedger]),
    ...stated.map(({ sentence }) => sentence),
    ...(rest === 0 ? [] : [`另有${rest}项`]),
    ...exempt.map((duty) => dutySentence(model, duty, id)),
  ].join('；')
}

/** The same facts as one sentence, for search engines and shared links. */
export const unitSentence = (model: Model, record: UnitRecord): string =>
  `${unitFacts(model, record)
    .map(({ value }) => value)
    .join('；')}。`

/** "应于2024年6月6日前主动公开自查整改情况（2024年第二季度）：期限已过，本站未收录" */
function dutySentence(model: Model, duty: DeadlineRecord, unit: string): string {
  const { deadline } = duty
  const title = deadlineTitle(duty)
  const last = lastDayFor(ledger(model), duty, unit)
  const extended = last === lastDayInTime(deadline) ? '' : `（${extensionWords(last)}）`
  // An exempt unit has no duty any more, so no deadline is stated.
  const what = isExempt(model.dataset, deadline, unit)
    ? title
    : dueDay(deadline) === null
      ? `按要求${title}`
      : `应于${deadlineText(deadline)}${extended}${title}`
  return `${what}：${lastingDutyWords(model, duty, unit)}`
}

/** "已办结2项、复核未通过1项"; without a count for a single row. */
function stateCounts(model: Model, rows: readonly LedgerRow[]): string {
  const states = Map.groupBy(rows, (row) => stateOf(model, row).label)
  return rows.length === 1
    ? [...states.keys()].join('、')
    : [...states].map(([label, some]) => `${label}${some.length}项`).join('、')
}

const isNotice = (event: LifeEvent): boolean =>
  event.kind === 'step' && event.step.step === 'notified'

/** A summary of what the ledger records, or why it has no rows. */
export function ledgerSentence(rows: readonly LedgerRow[]): string {
  if (rows.length === 0)
    return '本站没有收录对这些问题的整改要求和期限，也没有整改进展的记录，不设台账。'
  const issues = new Set(rows.map(({ record }) => record.id)).size
  const over = rows.filter(({ open }) => !open).length
  // A notice is what the office did, not what the unit did.
  const progress = rows.filter(({ events }) => events.some((event) => !isNotice(event))).length
  const noticed = rows.filter(({ events }) => events.some(isNotice)).length
  const recorded = [
    ...(noticed === 0 ? [] : [`${noticed}项次已通知整改`]),
    progress === 0
      ? '本站尚未收录整改进展'
      : `${progress}项次有整改进展，其中${over}项次有办结、复核通过、撤销等记录`,
  ].join('，')
  return `登记通报提出的问题${issues}项，按单位计${rows.length}项次；${recorded}。未收录不等于未整改。`
}

/** How many of the findings count in the rate, as far as the document says. */
function countedWords(found: readonly IssueRecord[]): string {
  const counted = found.filter(({ issue }) => issue.counts_in_rate === true).length
  const open = found.filter(({ issue }) => issue.counts_in_rate === 'not-stated').length
  // All are of one document.
  if (counted === 0 && found.every((one) => countsWords(one.issue, one.inspection) === null))
    return ''
  if (counted > 0) return `其中${counted}项计入合格率`
  return open > 0 ? '是否计入合格率文件未写明' : '不影响合格率'
}

/** The state of a register, and what can be concluded from it. */
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
  const { lookedOn } = register
  const last = lastDayInTime(deadline)
  const pending = groups.some(({ group }) => group === 'pending')
  const look =
    lookedOn === null
      ? '本站没有主管机关的核查记录，未收录不等于未公开。'
      : last !== null && lookedOn <= last
        ? `主管机关于${chineseDate(lookedOn)}核查时期限未到，未收录不等于未公开。`
        : `主管机关于${chineseDate(lookedOn)}核查${found}。${pending ? '未收录不等于未公开。' : ''}`
  const exempt = register.rows.length - register.expected
  const without = exempt === 0 ? '' : `，其中${exempt}个免于公开`
  // The document's own words for the units that have to publish.
  const who = deadline.who_stated ?? '各单位'
  const when = dueDay(deadline) === null ? '' : `于${deadlineText(deadline)}`
  const recorded =
    register.published === 0 ? '尚未收录到报告' : `已收录到${register.published}份${among}`
  return `${who}应${when}公开${register.label}自查整改情况；${whole}${without}，${recorded}。${look}`
}
