import type { Model } from '#model/model.ts'
import { unitsByTier } from '#model/unit-record.ts'
import * as at from '../addresses.ts'
import { publishedWords } from '../date-words.ts'
import { type Link, unitLink } from '../names.ts'
import {
  reportPeriodSentence,
  reportPeriodsOf,
  reportPeriodTitle,
  reportsOfPeriod,
  reportTable,
} from '../report-periods.ts'
import { reportView } from '../report-view.ts'
import { formData } from '../submit.ts'

/** Rows of a table on the home page; its period has a page with all of them. */
const shownReports = 20
/** Figures of a single report; its page has all of them. */
const shownFigures = 8
/** Units of a tier; the page of units has all of them. */
const shownUnits = 20

/** What the home page of a site without inspections shows. */
export function reportsHomeView(model: Model) {
  const { dataset } = model
  const periods = [...reportPeriodsOf(model)].reverse()
  const [newest] = periods
  const reports = newest === undefined ? [] : reportsOfPeriod(model, newest.id)
  const [first, ...others] = reports
  const title = newest === undefined ? dataset.site.name : reportPeriodTitle(newest)
  const form = formData(model, 'self-inspection')
  return {
    title,
    sentence: newest === undefined ? '' : reportPeriodSentence(model, newest),
    newest: newest === undefined ? null : { label: title, href: at.registerPage(newest.id) },
    single: first === undefined || others.length > 0 ? null : singleReport(model, first),
    reports: reportTable(model, reports.slice(0, shownReports)),
    periods: {
      columns: [{ label: '期' }, { label: '报告', unit: '份', number: true }],
      rows: periods.map((period) => [
        { label: reportPeriodTitle(period), href: at.registerPage(period.id) },
        String(reportsOfPeriod(model, period.id).length),
      ]),
    },
    units: unitsByTier(dataset).map(({ label, units }) => ({
      label,
      links: [
        ...units.slice(0, shownUnits).map((id) => unitLink(model, id)),
        ...(units.length > shownUnits
          ? [{ label: `全部${units.length}个`, href: at.unitList }]
          : []),
      ] satisfies Link[],
    })),
    links: [
      ...(newest === undefined ? [] : [{ label: title, href: at.registerPage(newest.id) }]),
      { label: '按单位查看', href: at.unitList },
      { label: '下载全部数据', href: at.dataCatalogue },
      ...(form === null ? [] : [{ label: '在线填报', href: at.submitPage('self-inspection') }]),
    ],
  }
}

function singleReport(
  model: Model,
  { period, unit, report }: ReturnType<typeof reportsOfPeriod>[number],
) {
  return {
    title: report.title,
    href: at.selfInspectionPage(period, unit),
    facts: [
      { label: '单位', value: unitLink(model, unit) },
      { label: '公开日期', value: publishedWords(report.published) },
      ...(report.address === undefined
        ? []
        : [{ label: '原文网址', value: { label: report.address, href: report.address } }]),
    ],
    summary: report.summary,
    figures: reportView(model, report).figures.slice(0, shownFigures),
    problems: (report.problems ?? []).map(({ problem, measure, result }) => ({
      text: problem,
      answers: [
        ...(measure === undefined ? [] : [`整改措施：${measure}`]),
        ...(result === undefined ? [] : [`整改结果：${result}`]),
      ],
    })),
  }
}
