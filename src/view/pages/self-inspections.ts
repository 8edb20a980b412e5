import { authoredFile } from '#schema/authored-files.ts'
import type { Model } from '#model/model.ts'
import { attachmentPath, fileWords } from '#model/attachment.ts'
import { chineseDate, isDay } from '#model/calendar.ts'
import {
  type Register,
  type RegisterGroup,
  type RegisterRow,
  rowsByGroup,
} from '#model/register.ts'
import { type ReportPeriod, subjectOf } from '#model/report-periods.ts'
import { unitsByTier } from '#model/unit-record.ts'
import { windowText } from '#model/window.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import * as at from '../addresses.ts'
import { attachmentLinks } from '../attachment-links.ts'
import { chartOfRegister } from '../charts/charts.ts'
import { correctionsIn } from '../corrections.ts'
import { commitWords, publishedWords } from '../date-words.ts'
import { deadlineLine } from '../deadline-lines.ts'
import { inspectionName } from '../inspection-names.ts'
import { chapters } from '../manual.ts'
import { areaName, documentRows, type Link, unitLink } from '../names.ts'
import { registerRow, rowId, rowsByName } from '../register-rows.ts'
import { registerWords } from '../register-words.ts'
import {
  reportPeriodSentence,
  reportPeriodsOf,
  reportPeriodTitle,
  reportTable,
  subjectOfSite,
} from '../report-periods.ts'
import { reportView } from '../report-view.ts'
import { registerSentence } from '../sentences.ts'
import { formFor } from '../submit.ts'
import { publicationTitle, publicationYears } from './publication.ts'

interface PeriodProps {
  readonly period: ReportPeriod
  /** Undefined when no document orders reports for the period. */
  readonly register: Register | undefined
}

/** The reports of a period: its register, if a document orders them, and those of other units. */
export function registerView(model: Model, { period, register }: PeriodProps) {
  const { unasked } = period
  const hasInspections = model.dataset.inspections.length > 0
  return {
    title: reportPeriodTitle(period),
    sentence:
      register === undefined
        ? reportPeriodSentence(model, period)
        : registerSentence(register, model.dataset.roster === 'partial'),
    register: register === undefined ? null : orderedView(model, register),
    unasked:
      unasked.length === 0
        ? null
        : {
            title: register === undefined ? '各单位的报告' : '其他单位公开的报告',
            note:
              register !== undefined
                ? '本站没有收录要求这些单位公开的文件，不判断早晚。'
                : hasInspections
                  ? '本站没有收录要求公开这一期报告的文件，只列出已经公开的，不判断早晚。'
                  : undefined,
            caption: `${period.label}的报告`,
            table: reportTable(model, unasked),
          },
    form: register === undefined ? formFor(model, 'self-inspection', period.id) : null,
    /** The list of all periods, if there are several; else the page of deadlines, if there is one. */
    above:
      reportPeriodsOf(model).length > 1
        ? { label: `各期${subjectOfSite(model)}公开情况`, href: at.reportPeriodList }
        : register === undefined
          ? null
          : { label: '期限', href: at.deadlineBoard },
    /** The list of its year, if it has one. */
    year: yearOfPeriod(model, period.id),
    /** Shown in the header of a site without inspections. */
    shownPeriod: hasInspections ? undefined : period.label,
    corrections: correctionsIn(model, `registers/${period.id}`),
  }
}

function yearOfPeriod(model: Model, period: string): Link | undefined {
  const found = publicationYears(model).find(({ registers }) =>
    registers.some((register) => register.period === period),
  )
  return found && { label: publicationTitle(found.year), href: at.publicationPage(found.year) }
}

function orderedView(model: Model, register: Register) {
  const { dataset } = model
  const partial = dataset.roster === 'partial'
  const { order, rows } = register
  const { issues = {} } = order.inspection
  const placeByName = new Map(rowsByName(model, rows).map(({ unit }, n) => [unit, n]))
  const rowLinks = (some: Register['rows']) =>
    some.map(({ unit }) => ({ label: unitLink(model, unit).label, href: `#${rowId(unit)}` }))
  const howTo = chapters(model).find(({ name }) => name === 'self-inspection')
  const { href: _self, ...duty } = deadlineLine(model, order)
  return {
    duty: {
      ...duty,
      span: windowText({ ...order.deadline.period, label: undefined }) ?? undefined,
    },
    inspection: {
      label: inspectionName(order.inspection, '结果'),
      href: `${at.inspectionPage(order.inspection.id)}#deadlines`,
    },
    checklist:
      Object.keys(issues).length === 0
        ? null
        : {
            label: inspectionName(order.inspection, '对照问题清单'),
            href: at.checklistPage(order.inspection.id),
          },
    howTo: howTo === undefined ? null : { title: howTo.title, href: howTo.href },
    chart: chartOfRegister(model, register),
    whole: partial ? '本站收录' : '共',
    count: rows.length,
    groups: exceptionsFirst(rowsByGroup(rows)).map(({ group, label, rows: some }) => ({
      group,
      label,
      count: some.length,
      links: rowLinks(some),
    })),
    tiers: unitsByTier(dataset)
      .map(({ tier, label, units }) => ({
        id: tier,
        label,
        rows: rows.filter(({ unit }) => units.includes(unit)),
      }))
      .filter(({ rows: some }) => some.length > 0)
      .map(({ id, label, rows: some }) => ({
        id,
        label,
        count: some.length,
        rows: some.map((row) => ({
          ...registerRow(model, register, row),
          byName: placeByName.get(row.unit) ?? 0,
        })),
        links: rowLinks(rowsByName(model, some)),
      })),
  }
}

/** What needs a look comes before those that were on time, which are most. */
const exceptionsFirst = <T extends { readonly group: RegisterGroup }>(
  groups: readonly T[],
): T[] => {
  const order = ['overdue', 'pending', 'late', 'undated', 'published', 'exempt', 'on-time']
  return groups.toSorted((a, b) => order.indexOf(a.group) - order.indexOf(b.group))
}

interface Props {
  readonly period: ReportPeriod
  readonly unit: string
  readonly report: SelfInspection
  readonly row: RegisterRow | undefined
  readonly register: Register | undefined
}

/** A unit's own report. */
export function reportPageView(
  model: Model,
  { period: reportPeriod, unit: unitId, report, row, register }: Props,
) {
  const { dataset, committed } = model
  const period = reportPeriod.id
  const firstCommit = committed(authoredFile('self-inspection', period, unitId))
  const unit = unitLink(model, unitId)
  const subject = `${reportPeriod.label}${subjectOf(report)}情况`
  const nameOf = (area: string): string => report.results?.[area]?.label ?? areaName(model, area)
  const areas = (report.areas ?? []).map(nameOf)
  /**
   * The ordered areas, shown beside those that the report covers, or beside a note that these are
   * unknown.
   */
  const ordered = (register?.order.deadline.areas ?? []).map(nameOf)
  const window = windowText(report.window)
  const linkTo = (file: string, words: string) => {
    const path = attachmentPath(period, unitId, file)
    const stored = dataset.attachments[path]
    const note = stored === undefined ? '' : `（${fileWords(file, stored.size)}）`
    return { label: words + note, href: at.attachment(path) }
  }
  const { address, archived, attachments = [], title, summary, outlook, problems = [] } = report
  return {
    title,
    lead: isDay(report.published)
      ? `${unit.label}于${chineseDate(report.published)}公开${subject}。`
      : `${unit.label}${subject}，公开日期不详。`,
    unit,
    /** The data of its period, which archives hold, too. */
    part: at.registerPart(period),
    status: row === undefined ? null : registerWords(row.status),
    above: {
      label: register === undefined ? reportPeriodTitle(reportPeriod) : `${register.label}台账`,
      href: at.registerPage(period),
    },
    /** Shown in the header of a site without inspections. */
    shownPeriod: dataset.inspections.length > 0 ? undefined : reportPeriod.label,
    facts: [
      { label: '单位', value: unit },
      { label: '公开日期', value: publishedWords(report.published) },
      ...(firstCommit === null ? [] : [{ label: '入库日期', value: commitWords(firstCommit) }]),
      ...(window === null ? [] : [{ label: '统计时段', value: window }]),
      ...(areas.length > 0 || ordered.length > 0
        ? [{ label: '涉及领域', value: areas.length > 0 ? areas.join('、') : '本站未收录' }]
        : []),
      ...(ordered.length > 0
        ? [{ label: '要求涉及', value: ordered.join('、'), searched: false }]
        : []),
    ],
    source: [
      ...documentRows(report.document),
      ...(address === undefined
        ? []
        : [{ label: '原文网址', value: { label: address, href: address }, searched: false }]),
      ...(archived === undefined
        ? []
        : [
            { label: '存档副本', value: linkTo(archived.file, '打开'), searched: false },
            ...(archived.saved === undefined
              ? []
              : [{ label: '存档日期', value: chineseDate(archived.saved), searched: false }]),
            { label: 'SHA-256', value: archived.sha256.toLowerCase(), searched: false },
          ]),
    ],
    isElsewhere: address !== undefined,
    view: reportView(model, report),
    summary,
    problems: problems.map(({ problem }) => problem),
    outlook,
    attachments: attachmentLinks(model, [period, unitId], attachments),
    corrections: correctionsIn(model, `self-inspections/${period}/${unitId}`),
  }
}
