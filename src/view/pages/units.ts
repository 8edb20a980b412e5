import type { Model } from '#model/model.ts'
import { chineseDate } from '#model/calendar.ts'
import type { Dataset, IssueRecord } from '#model/dataset.ts'
import { calendarOf } from '#model/open-duties.ts'
import { opennessDaysOf } from '#model/openness-days.ts'
import { commonSubject, labelOfPeriod } from '#model/report-periods.ts'
import { Memoized } from '#model/memoized.ts'
import { type UnitRecord, unitRecords, unitsByTier } from '#model/unit-record.ts'
import * as at from '../addresses.ts'
import { dateWords, publishedWords } from '../date-words.ts'
import { registerState } from '../deadline-lines.ts'
import {
  inspectionHeading,
  inspectionLabel,
  inspectionName,
  resultName,
} from '../inspection-names.ts'
import { issueCard } from '../issue-cards.ts'
import { countsWords } from '../issue-words.ts'
import { ledgerRows, ledgerTable, stateLine } from '../ledger.ts'
import { opennessDutyLines } from '../openness-days.ts'
import { channelLink, filedWords, unitLink } from '../names.ts'
import { opennessOfUnit } from './openness.ts'
import { quoted } from '../quote.ts'
import { reportsOf, reportTableOfUnit } from '../report-periods.ts'
import { unitFacts, unitSentence } from '../sentences.ts'
import { statementViews } from '../statement-views.ts'
import { openStatements } from '../submit.ts'
import { dutyLines } from '../unit-duties.ts'
import { badgePeriod, type UnitPage } from '../unit-pages.ts'
import { hasHistory } from './unit-history.ts'
import { roundGroupsOf, unitRoundsTitle } from './unit-rounds.ts'

export function unitListView(model: Model) {
  const { dataset, index, asOf } = model
  const records = new Map(unitRecords(dataset, index, asOf).map((record) => [record.id, record]))
  const latest = dataset.inspections.at(-1)
  const order = [...index.orders.values()].at(-1)
  const total = records.size
  /** The newest report of each unit, for a site without inspections. */
  const reports = latest === undefined ? reportsOf(model) : []
  const newestReport = new Map(reports.map((one) => [one.unit, one]))
  const counts = Map.groupBy(reports, ({ unit }) => unit)
  const reportCells = (id: string) => {
    const newest = newestReport.get(id)
    return newest === undefined
      ? ['本站未收录', '本站未收录', '0']
      : [
          {
            label: labelOfPeriod(dataset, index, newest.period),
            href: at.selfInspectionPage(newest.period, newest.unit),
          },
          dateWords(newest.report.published),
          String(counts.get(id)?.length ?? 0),
        ]
  }
  const columns = [
    { label: '单位' },
    ...(latest === undefined
      ? []
      : [{ label: `${latest.period.label}点名问题`, unit: '项', number: true }]),
    ...(order?.deadline.period === undefined
      ? []
      : [{ label: `${order.deadline.period.label}自查整改公开` }]),
    ...(latest === undefined
      ? [
          { label: '最新的报告' },
          { label: '公开日期', whole: true },
          { label: '报告', unit: '份', number: true },
        ]
      : []),
  ]
  return {
    lead:
      dataset.roster === 'partial'
        ? `本站收录${total}个单位，不是${dataset.site.place}的全部单位。`
        : `${dataset.site.place}共${total}个单位。`,
    columns,
    /** Three short columns fit on a phone, whatever the length of a name. */
    scrolls: columns.length <= 3,
    note:
      latest === undefined
        ? null
        : '只计通报点名的单位：通报写“等单位”而没有列出的，本站不知道是谁。没有点名不等于没有问题。',
    rounds: roundGroupsOf(model).map((_group, n) => ({
      label: unitRoundsTitle(model, n + 1),
      href: at.unitRounds(n + 1),
    })),
    groups: unitsByTier(dataset).map(({ label, units }) => ({
      label,
      rows: units.map((id) => {
        const record = records.get(id)
        const issues = record?.issues.filter(({ inspection }) => inspection.id === latest?.id) ?? []
        const row = record?.registers.find(
          ({ register }) => register.period === order?.deadline.period?.id,
        )?.row
        return [
          { label: record?.unit.name ?? id, href: at.unitPage(id) },
          ...(latest === undefined
            ? []
            : [
                {
                  label: String(issues.length),
                  alert: issues.some(({ issue }) => issue.counts_in_rate === true),
                },
              ]),
          ...(order?.deadline.period === undefined
            ? []
            : [row === undefined ? '没有这项要求' : registerState(model, order, row.status)]),
          ...(latest === undefined ? reportCells(id) : []),
        ]
      }),
    })),
  }
}

interface Props {
  readonly record: UnitRecord
  readonly page: UnitPage
}

/** Ids of units by the id of another unit. */
type UnitsByUnit = ReadonlyMap<string | undefined, readonly string[]>

const related = new Memoized<{ readonly below: UnitsByUnit; readonly before: UnitsByUnit }>()

/** The units below each unit, and those that became it, in the order of the roster. */
const relatedUnits = ({ units }: Dataset) =>
  related.of(units, () => ({
    below: Map.groupBy(Object.keys(units), (id) => units[id]?.parent),
    before: Map.groupBy(Object.keys(units), (id) => units[id]?.became?.unit),
  }))

export function unitView(model: Model, { record, page }: Props) {
  const { dataset } = model
  const { id, unit, tier, duties } = record
  const { issues, listed, tables, registers, otherReports, channels, number } = page
  const isFirst = number === 1
  const { became, parent, earlier_names: earlier } = unit
  const below = relatedUnits(dataset).below.get(id) ?? []
  const before = relatedUnits(dataset).before.get(id) ?? []
  const periods = [...new Set(issues.map(({ inspection }) => inspection))]
  /** Newest first, like the findings below. */
  const rows = issues.flatMap((issue) => ledgerRows(model, issue, id))
  /** The checklist of the newest inspection that orders the unit to inspect itself. */
  const checklist = (isFirst ? registers : [])
    .map(({ register }) => register.order.inspection)
    .find(({ issues: found = {} }) => Object.keys(found).length > 0)
  const openness = isFirst ? opennessOfUnit(model, id) : []
  return {
    name: unit.name,
    title: page.title,
    lead: isFirst ? unitSentence(model, record) : page.lead,
    summary: isFirst ? unitFacts(model, record) : undefined,
    duties: isFirst ? dutyLines(model, record) : [],
    year: listed.length === 0 ? null : yearList(model, record, listed),
    hasHistory: hasHistory(model, id),
    /** How many duties of its ledgers are only on the pages of the ledgers. */
    moreDuties: isFirst ? opennessDutyLines(model, id).more : 0,
    hasCalendar:
      isFirst && calendarOf(dataset, id, duties).length + opennessDaysOf(model, id).length > 0,
    ledger: rows.length === 0 ? null : ledgerTable(model, rows, 'issue'),
    statementForm: isFirst ? openStatements(model, id) : null,
    periods: periods.map((inspection) => ({
      title: `${inspectionHeading(inspection)}点名的问题`,
      more: { label: `本期${resultName(inspection)}`, href: at.inspectionPage(inspection.id) },
      cards: issues
        .filter((issue) => issue.inspection.id === inspection.id)
        .map((issue) => issueCard(model, issue, id)),
    })),
    statements: statementViews(model, rows, true),
    openness,
    facts: [
      { label: '类别', value: tier },
      ...(openness.length === 0 ? [] : [{ label: '政务公开台账', value: openness }]),
      ...(parent === undefined ? [] : [{ label: '上级单位', value: unitLink(model, parent) }]),
      ...(below.length === 0
        ? []
        : [{ label: '下属单位', value: below.map((other) => unitLink(model, other)) }]),
      ...(earlier === undefined ? [] : [{ label: '曾用名', value: earlier.join('、') }]),
      ...(became === undefined
        ? []
        : [
            {
              label: '更名或并入',
              value: unitLink(model, became.unit),
              suffix: sinceWords(became),
            },
          ]),
      ...(before.length > 0
        ? [{ label: '前身', value: before.map((other) => unitLink(model, other)) }]
        : []),
    ],
    registers: registers.map(({ register, row }) => ({
      label: register.label,
      href: at.registerPage(register.period),
      state: registerState(model, register.order, row.status),
      report: row.report === null ? null : at.selfInspectionPage(register.period, id),
    })),
    badge: isFirst ? badgePeriod(record) : null,
    checklist:
      checklist === undefined
        ? null
        : {
            label: inspectionName(checklist, '对照问题清单'),
            href: at.checklistPage(checklist.id),
          },
    otherReports:
      otherReports.length === 0
        ? null
        : {
            title: `${registers.length > 0 ? '其他' : ''}${commonSubject(otherReports.map(({ report }) => report))}报告`,
            links: otherReports.map(({ period, report }) => ({
              label: report.title,
              href: at.selfInspectionPage(period.id, id),
              note: publishedWords(report.published),
            })),
            /** In a site without inspections, reports are what its page is about. */
            table: dataset.inspections.length === 0 ? reportTableOfUnit(id, otherReports) : null,
          },
    tables: tables.map(({ inspection, title }) => ({
      label: `${inspectionLabel(inspection)}：${title}`,
      href: at.inspectionPage(inspection.id),
    })),
    channels: channels.map((channel) => channelLink(model, channel)),
  }
}

const sinceWords = ({ on }: { readonly on?: string | undefined }): string | undefined =>
  on === undefined ? undefined : `（自${chineseDate(on)}起）`

/** All issues of the newest year of a unit in few words: what was found, when, and what became of it. */
function yearList(model: Model, { id, current }: UnitRecord, listed: readonly IssueRecord[]) {
  const links = listed.map((issue) => ({
    label: issue.issue.text,
    href: at.issuePage(issue.id),
    note: [
      inspectionLabel(issue.inspection),
      countsWords(issue.issue, issue.inspection),
      stateLine(model, issue, id),
    ]
      .filter(Boolean)
      .join('，'),
  }))
  const [first] = listed
  const when =
    current.year === null && first !== undefined
      ? inspectionHeading(first.inspection)
      : `${current.year ?? ''}年`
  return {
    title: `${when}点名的${listed.length}项问题`,
    note: listed.some(({ issue }) => issue.counts_in_rate === true)
      ? '计入合格率的在前。'
      : undefined,
    links: links.slice(0, maxOpen),
    folded: links.slice(maxOpen),
  }
}
/** More issues of a year are folded, so that duties stay near. */
const maxOpen = 10

interface ChannelProps {
  readonly id: string
  readonly channel: Dataset['channels'][string]
}

export function channelView(model: Model, { id, channel }: ChannelProps) {
  const issues = [...(model.index.issuesByChannel.get(id) ?? [])].reverse()
  const { name, platform } = channel
  /** The inspections whose pages name it, newest first. */
  const inspections = model.dataset.inspections
    .filter(
      ({ id: inspection, good_examples: good = [] }) =>
        issues.some((one) => one.inspection.id === inspection) ||
        good.some(({ channels = [] }) => channels.includes(id)),
    )
    .map((inspection) => ({
      label: inspectionName(inspection, '结果'),
      href: at.inspectionPage(inspection.id),
    }))
    .reverse()
  const unit =
    channel.unit === 'not-stated'
      ? null
      : { label: unitLink(model, channel.unit).label, href: at.unitPage(channel.unit) }
  const account = `${quoted(name)}${platform}`
  const owner = unit === null ? '所属单位文件未写明' : `属于${unit.label}`
  return {
    title: `${name}（${platform}）`,
    lead:
      model.dataset.inspections.length === 0
        ? `${account}，${owner}。`
        : issues.length === 0
          ? `本站收录的各期通报没有点名${account}。`
          : `本站收录的各期通报点名${account}${issues.length}项问题。`,
    unit,
    facts: [
      { label: '平台', value: platform },
      { label: '所属单位', value: unit ?? '文件未写明' },
      ...lifeOf(model, channel),
      ...(inspections.length === 0 ? [] : [{ label: '提到的通报', value: inspections }]),
    ],
    issues: issues.map((record) => issueCard(model, record)),
  }
}

/** The earlier names of a channel, and its beginning and end, as far as they are recorded. */
function lifeOf(
  model: Model,
  { earlier_names: earlier, opened, closed, merged_into: merged, filed }: ChannelProps['channel'],
) {
  return [
    ...(earlier === undefined ? [] : [{ label: '曾用名', value: earlier.join('、') }]),
    ...(opened === undefined ? [] : [{ label: '开设', value: chineseDate(opened) }]),
    ...(filed === undefined ? [] : [{ label: '备案', value: filedWords[filed] }]),
    ...(closed === undefined ? [] : [{ label: '关停', value: chineseDate(closed) }]),
    ...(merged === undefined ? [] : [{ label: '并入', value: channelLink(model, merged) }]),
  ]
}
