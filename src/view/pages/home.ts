/**
 * The folder `view/pages/` holds what each kind of page shows, as plain values: a function of the
 * model, which the registry of routes names and the page's file renders. Links to neighbours and to
 * files of data are made in the page's file: the review of a change does not compare them.
 */
import type { AreaView } from '#model/area.ts'
import type { Model } from '#model/model.ts'
import { areaHistory } from '#model/figure-comparison.ts'
import {
  byDue,
  compareText,
  type DeadlineRecord,
  type IssueRecord,
  unitsOfIssue,
} from '#model/dataset.ts'
import { dueState, lastDayInTime } from '#model/deadline.ts'
import { exceptionsIn } from '#model/late-reports.ts'
import { registerOf } from '#model/register.ts'
import type { Issue } from '#schema/issue.ts'
import * as at from '../addresses.ts'
import { documentFigures } from '../area-figures.ts'
import { areaChangeLine, areaChangesSentence } from '../change-words.ts'
import { recentRatesChart } from '../charts/charts.ts'
import { trendCharts } from '../charts/trend-charts.ts'
import { smallRateChart } from '../charts/pass-rate-chart.ts'
import { choiceOfUnits } from '../followed-unit.ts'
import { deadlineLine } from '../deadline-lines.ts'
import { termsOfRound } from '../glossary.ts'
import { inspectionName, registerTitle } from '../inspection-names.ts'
import type { InspectedAreas } from '#model/figure-comparison.ts'
import { inspectionViews, issuesInView } from '../inspection-views.ts'
import { indicatorName, issueCard } from '../issue-cards.ts'
import { rowsOfInspection } from '../ledger.ts'
import { unitName } from '../names.ts'
import { opennessYears } from '#model/openness-facts.ts'
import { opennessTitle } from '../openness-words.ts'
import { opennessFigure } from '../openness-figure.ts'
import { reportPeriodsOf, reportPeriodTitle } from '../report-periods.ts'
import { inspectionSentence } from '../sentences.ts'
import { titleOfBulletin } from '../sources.ts'
import { everyYear, publicationTitle, publicationYears } from './publication.ts'
import { reportsHomeView } from './reports-home.ts'

/** How many of the issues that count in the rate, or are a veto, the home page shows as cards. */
const maxCards = 8

/** The newest inspection; in a site without one, the newest reports of units. */
export function homeView(model: Model) {
  const latest = inspectionViews(model).at(-1)
  if (latest === undefined) {
    const { title, sentence, ...reports } = reportsHomeView(model)
    return { title, sentence, inspection: null, reports, followed: choiceOfUnits(model) }
  }
  const { title, sentence, ...inspection } = inspectionHomeView(model, latest)
  return { title, sentence, inspection, reports: null, followed: choiceOfUnits(model) }
}

function inspectionHomeView(model: Model, latest: InspectedAreas) {
  const { dataset, index, asOf } = model
  const { inspection, areas } = latest
  const { id } = inspection
  const title = inspectionName(inspection, '结果')
  const issues = issuesInView(model, latest)
  const counted = issues.filter(
    ({ issue }) =>
      issue.counts_in_rate === true ||
      (issue.severity === 'veto' && issue.counts_in_rate === 'not-stated'),
  )
  const cards = counted.slice(0, maxCards)
  const others = issues.filter((record) => !cards.includes(record))
  const registers = [...index.orders.values()]
    .map((order) => registerOf(dataset, order, asOf))
    .slice(-2)
  const whole = dataset.roster === 'partial' ? '本站收录' : '共'
  return {
    id,
    title,
    sentence: inspectionSentence(inspection, areas),
    // Areas with figures come first; an area described in prose is a line below them.
    figures: documentFigures(model, inspection, areas)
      .map(({ figure, area }) => ({
        ...figure,
        ...(area === null ? {} : opennessFigure(model, inspection, area.id, figure)),
        ...(area === null ? {} : historyOf(model, latest, area)),
      }))
      .sort((a, b) => Number(b.fraction !== undefined) - Number(a.fraction !== undefined)),
    change: areaChangesSentence(
      areas.map((area) => areaHistory(inspectionViews(model), latest, area)),
    ),
    next: nextDeadline(model),
    late: lateReports(model),
    terms: termsOfRound(areas, issues),
    issueCount: issues.length,
    issues: cards.map((record) => issueCard(model, record)),
    others:
      others.length === 0
        ? null
        : {
            label:
              cards.length === 0
                ? `${others.length}项问题，按类别`
                : `其余${others.length}项问题，按类别`,
            isOpen: cards.length === 0,
            kinds: kindsOf(model, others),
          },
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
      ...publicationYears(model)
        .slice(-1)
        .map(({ year }) => ({ label: publicationTitle(year), href: at.publicationPage(year) })),
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
            ...(rowsOfInspection(model, inspection).length === 0
              ? []
              : [{ label: '整改台账', href: at.rectificationPage(id) }]),
            { label: '对照问题清单', href: at.checklistPage(id) },
          ]),
      ...opennessYears(model)
        .slice(-1)
        .map(({ year, units }) => ({
          label: opennessTitle(year),
          href: at.opennessPage(year),
          note: `收录${units.filter(({ hasLedger }) => hasLedger).length}个单位的政策文件和征求意见`,
        })),
      ...(trendCharts(model).length === 0 ? [] : [{ label: '历次对比', href: at.trends }]),
      ...(index.issues.some(({ issue }) => (issue.indicators ?? []).length > 0)
        ? [{ label: '按检查指标查看', href: at.indicatorList }]
        : []),
      { label: '按单位查看', href: at.unitList },
    ],
    chart: recentRatesChart(model),
  }
}

/** How the figure of an area changed, and its rate over the last periods. */
function historyOf(model: Model, latest: InspectedAreas, area: AreaView) {
  const all = inspectionViews(model)
  const change = areaChangeLine(areaHistory(all, latest, area))
  const recent = smallRateChart(all, latest, area)
  return { ...(change === null ? {} : { change }), ...(recent === null ? {} : { recent }) }
}

/**
 * The deadline that passes next, of any inspection; where none is ahead, the one that passed last.
 * Null where no deadline has a day.
 */
function nextDeadline(model: Model) {
  const statesOf = (...states: readonly string[]) =>
    model.index.deadlines
      .filter(({ deadline }) => states.includes(dueState(deadline, model.asOf).state))
      .sort((a, b) => compareText(lastDay(a), lastDay(b)))
  const ahead = statesOf('today', 'upcoming')
  const isPast = ahead.length === 0
  const records = isPast ? statesOf('passed').reverse() : ahead
  const [first] = records
  if (first === undefined) return null
  const { what, href, printed, due, left, daily, who } = deadlineLine(model, first)
  const others = records.filter((record) => record !== first && lastDay(record) === lastDay(first))
  return { isPast, what, href, printed, due, left, daily, who, others: others.length }
}

/** What the list of late reports calls its states, in the order in which it names them. */
const lateWords = {
  late: '晚于期限',
  overdue: '经核查未公开',
  'not-recorded': '本站未收录',
} as const

/**
 * The reports that were late, not published or are not recorded, of the newest year that has any: its
 * list, or the register of a year that has only one. Null where the office has recorded none of them.
 */
function lateReports(model: Model) {
  const newest = everyYear(model)
    .map(({ year, registers }) => ({
      year,
      found: registers
        .map((register) => ({ ...register, rows: exceptionsIn(register) }))
        .filter(({ rows }) => rows.length > 0),
    }))
    .filter(({ found }) => found.length > 0)
    .at(-1)
  const [first] = newest?.found ?? []
  if (newest === undefined || first === undefined) return null
  const { year, found } = newest
  const rows = found.flatMap(({ rows: own }) => own)
  const states = new Set<string>(rows.map(({ status }) => status.state))
  // What is only not recorded is said in the register, beside what that means.
  if (states.size === 1 && states.has('not-recorded')) return null
  const words = Object.entries(lateWords).flatMap(([state, word]) =>
    states.has(state) ? [word] : [],
  )
  const hasList = publicationYears(model).some((one) => one.year === year)
  return {
    label: `${year}年${words.join('、').replace(/、(?=[^、]*$)/, '和')}的${rows.length}份次`,
    href: hasList ? at.publicationPage(year) : at.registerPage(first.period),
  }
}

const lastDay = ({ deadline }: DeadlineRecord): string => lastDayInTime(deadline) ?? ''

/** The units that an issue names, in words; empty where it names none. */
const namesOf = (model: Model, issue: Issue): string => {
  const names = unitsOfIssue(issue).map((unit) => unitName(model, unit))
  return names.length === 0
    ? ''
    : `${names.join('、')}${issue.exhaustive === false ? '等单位' : ''}`
}

/** Issues by kind, the most frequent kind first; each under the first of its kinds. */
function kindsOf(model: Model, issues: readonly IssueRecord[]) {
  const kinds = Map.groupBy(issues, ({ issue, inspection }) => {
    const [first] = issue.indicators ?? []
    return first === undefined
      ? (issue.problem ?? '没有写明类别')
      : indicatorName(model, first, inspection)
  })
  return [...kinds]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([label, records]) => ({
      label,
      count: records.length,
      issues: records.map(({ id, issue }) => ({
        label: issue.text,
        href: at.issuePage(id),
        who: namesOf(model, issue),
      })),
    }))
}
