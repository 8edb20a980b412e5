/**
 * The folder `view/pages/` holds what each kind of page shows, as plain values: a function of the
 * model, which the registry of routes names and the page's file renders. Links to neighbours and to
 * files of data are made in the page's file: the review of a change does not compare them.
 */
import type { Model } from '#model/model.ts'
import { byDue } from '#model/dataset.ts'
import { registerOf } from '#model/register.ts'
import * as at from '../addresses.ts'
import { areaFigure } from '../area-figures.ts'
import { ratesChart } from '../charts/charts.ts'
import { deadlineLine } from '../deadline-lines.ts'
import { inspectionName, registerTitle } from '../inspection-names.ts'
import { type InspectionView, inspectionViews, issuesInView } from '../inspection-views.ts'
import { issueCard } from '../issue-cards.ts'
import { reportPeriodsOf, reportPeriodTitle } from '../report-periods.ts'
import { inspectionSentence } from '../sentences.ts'
import { titleOfBulletin } from '../sources.ts'
import { reportsHomeView } from './reports-home.ts'

/** How many issues of the newest inspection the home page shows. */
const shown = 8

/** The newest inspection; in a site without one, the newest reports of units. */
export function homeView(model: Model) {
  const latest = inspectionViews(model).at(-1)
  if (latest === undefined) {
    const { title, sentence, ...reports } = reportsHomeView(model)
    return { title, sentence, inspection: null, reports }
  }
  const { title, sentence, ...inspection } = inspectionHomeView(model, latest)
  return { title, sentence, inspection, reports: null }
}

function inspectionHomeView(model: Model, latest: InspectionView) {
  const { dataset, index, asOf } = model
  const { inspection, areas } = latest
  const { id } = inspection
  const title = inspectionName(inspection, '结果')
  const issues = issuesInView(model, latest).sort(
    (a, b) => Number(b.issue.counts_in_rate === true) - Number(a.issue.counts_in_rate === true),
  )
  const registers = [...index.orders.values()]
    .map((order) => registerOf(dataset, order, asOf))
    .slice(-2)
  const whole = dataset.roster === 'partial' ? '本站收录' : '共'
  return {
    id,
    title,
    sentence: inspectionSentence(inspection, areas),
    // Areas with figures come first; an area described in prose is a line below them.
    figures: areas
      .map((area) => areaFigure(inspection, area))
      .sort((a, b) => Number(b.fraction !== undefined) - Number(a.fraction !== undefined)),
    issueCount: issues.length,
    issues: issues.slice(0, shown).map((record) => issueCard(model, record)),
    deadlines: byDue(index.deadlines.filter((record) => record.inspection.id === id)).map(
      (record) => {
        const { what, href, printed, due, left, daily, who, state } = deadlineLine(model, record)
        return { what, href, printed, due, left, daily, who, state }
      },
    ),
    links: [
      ...(titleOfBulletin(model, inspection) === null
        ? []
        : [{ label: '通报全文', href: at.bulletinPage(id) }]),
      { label: `${title}详情`, href: at.inspectionPage(id) },
      ...registers.map((register) => ({
        label: registerTitle(register),
        href: at.registerPage(register.period),
        note: `${whole}${register.rows.length}个单位，${register.published === 0 ? '尚未收录到报告' : `收录到${register.published}份`}`,
      })),
      ...reportPeriodsOf(model)
        .filter(({ order }) => order === undefined)
        .slice(-1)
        .map((period) => ({
          label: reportPeriodTitle(period),
          href: at.registerPage(period.id),
          note: `本站收录${period.unasked.length}份`,
        })),
      ...(issues.length === 0
        ? []
        : [
            { label: '整改台账', href: at.rectificationPage(id) },
            { label: '对照问题清单', href: at.checklistPage(id) },
          ]),
      { label: '按单位查看', href: at.unitList },
    ],
    chart: ratesChart(model),
  }
}
