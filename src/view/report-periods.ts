/** Words and tables for the reports that units publish without an order, and for lists of reports. */
import type { Model } from '#model/model.ts'
import { chineseDate, isDay } from '#model/calendar.ts'
import { Memoized } from '#model/memoized.ts'
import {
  commonSubject,
  type ReportPeriod,
  reportPeriods,
  type ReportSubject,
  type UnitReport,
} from '#model/report-periods.ts'
import * as at from './addresses.ts'
import { dateWords } from './date-words.ts'
import { registerTitle } from './inspection-names.ts'
import { unitLink, unitName } from './names.ts'

const periods = new Memoized<readonly ReportPeriod[]>()

/** Every period of self-inspections, oldest first. */
export const reportPeriodsOf = (model: Model): readonly ReportPeriod[] =>
  periods.of(model, () => reportPeriods(model.dataset, model.index, model.asOf))

/** Every public report, by period, oldest first, then in the order of the roster. */
export const reportsOf = (model: Model): UnitReport[] =>
  reportPeriodsOf(model).flatMap(({ id }) => reportsOfPeriod(model, id))

/** The public reports of a period, in the order of the roster. */
export function reportsOfPeriod({ dataset }: Model, period: string): UnitReport[] {
  const reports = dataset.selfInspections[period] ?? {}
  return Object.keys(dataset.units).flatMap((unit) => {
    const report = reports[unit]
    return report === undefined ? [] : [{ period, unit, report }]
  })
}

/** What the reports of a site call themselves, for headings and the navigation; documents order 自查整改. */
export const subjectOfSite = (model: Model): ReportSubject =>
  model.index.orders.size > 0
    ? '自查整改'
    : commonSubject(reportsOf(model).map(({ report }) => report))

/** 自查整改公开台账 of an ordered period; 自查整改报告 or 自查报告 of others. */
export const reportPeriodTitle = (period: ReportPeriod): string =>
  period.order === undefined
    ? `${period.label}${commonSubject(period.unasked.map(({ report }) => report))}报告`
    : registerTitle(period)

/** How many reports a period without an order has, or the one report with its day. */
export function reportPeriodSentence(model: Model, { label, unasked }: ReportPeriod): string {
  const what = `${label}${commonSubject(unasked.map(({ report }) => report))}报告`
  const [first, ...others] = unasked
  if (first === undefined) return `本站尚未收录${what}。`
  const { unit, report } = first
  if (others.length > 0) return `本站收录${unasked.length}个单位公开的${what}。`
  return isDay(report.published)
    ? `${unitName(model, unit)}于${chineseDate(report.published)}公开${what}。`
    : `${unitName(model, unit)}已公开${what}，公开日期不详。`
}

/** A table of reports: who published which one on which day, and where. */
export function reportTable(model: Model, reports: readonly UnitReport[]) {
  const hasAddress = reports.some(({ report }) => report.address !== undefined)
  return {
    columns: [
      { label: '单位' },
      { label: '公开日期', whole: true },
      { label: '报告' },
      ...(hasAddress ? [{ label: '原文' }] : []),
    ],
    rows: reports.map(({ period, unit, report }) => [
      unitLink(model, unit),
      dateWords(report.published),
      { label: report.title, href: at.selfInspectionPage(period, unit) },
      ...(hasAddress ? [original(report)] : []),
    ]),
  }
}

/** The host on which a report was published, which says where its link leads. */
const original = ({ address }: UnitReport['report']) =>
  address === undefined ? '本站未收录' : { label: new URL(address).hostname, href: address }

/** A unit's reports, newest first, by period. */
export const reportTableOfUnit = (
  unit: string,
  reports: readonly { readonly period: ReportPeriod; readonly report: UnitReport['report'] }[],
) => ({
  columns: [{ label: '期', whole: true }, { label: '公开日期', whole: true }, { label: '报告' }],
  rows: reports.map(({ period, report }) => [
    { label: period.label, href: at.registerPage(period.id) },
    dateWords(report.published),
    { label: report.title, href: at.selfInspectionPage(period.id, unit) },
  ]),
})
