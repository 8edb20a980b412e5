import type { Model } from '#model/model.ts'
import { chineseDate, isDay } from '#model/calendar.ts'
import { compareText, type Inspection } from '#model/dataset.ts'
import { lastDayInTime } from '#model/deadline.ts'
import { lastDayFor } from '#model/ledger.ts'
import { isExempt } from '#model/open-duties.ts'
import { subjectOf } from '#model/report-periods.ts'
import type { UnitRecord } from '#model/unit-record.ts'
import * as at from '../addresses.ts'
import { deadlineHref, deadlineTitle, lastingDutyWords } from '../deadline-lines.ts'
import { bulletinName, inspectionLabel } from '../inspection-names.ts'
import { countsWords } from '../issue-words.ts'
import { ledger, stateLine } from '../ledger.ts'
import { registerWords } from '../register-words.ts'
import { badgePeriod } from '../unit-pages.ts'
import { ordersOf, roundCell, roundGroupsOf } from './unit-rounds.ts'

/** Whether a unit has a page of its years: where it stands beside two rounds or more. */
export const hasHistory = (model: Model, unit: string): boolean =>
  roundGroupsOf(model).some(({ units }) => units.includes(unit))

export const historyTitle = ({ unit }: UnitRecord): string => `${unit.name}历年情况`

interface Line {
  /** ISO. */
  readonly on: string
  readonly label: string
  readonly href: string
}

/** A unit's rounds, a line for each year, and everything that happened on one time line. */
export function unitHistoryView(model: Model, { record }: { readonly record: UnitRecord }) {
  const { id, unit } = record
  const cells = roundGroupsOf(model)
    .filter(({ units }) => units.includes(id))
    .flatMap(({ inspections, cell }) => inspections.map((inspection) => cell(id, inspection)))
  const years = Map.groupBy(cells, ({ inspection }) => inspection.period.end.slice(0, 4))
  const lines = linesOf(model, record)
  const undated = record.registers.filter(
    ({ row: { report } }) => report !== null && !isDay(report.published),
  )
  return {
    title: historyTitle(record),
    lead: `${unit.name}在${cells.length}次检查中的情况，以及被点名的问题和整改、期限、自查报告的先后。本站未收录的，不等于没有。`,
    caption: `${unit.name}历次检查情况`,
    rows: [...years]
      .toSorted(([a], [b]) => compareText(b, a))
      .map(([year, own]) => ({
        label: `${year}年`,
        rounds: own.toReversed().map((round) => {
          const { inspection } = round
          return {
            label: withoutYear(inspectionLabel(inspection), year),
            href: at.inspectionPage(inspection.id),
            cell: roundCell(round, ordersOf(model, inspection)),
          }
        }),
      })),
    years: [...Map.groupBy(lines, ({ on }) => on.slice(0, 4))].map(([year, own]) => ({
      title: `${year}年`,
      steps: own.map(({ on, ...line }) => ({
        on,
        date: withoutYear(chineseDate(on), year),
        ...line,
      })),
    })),
    badge: badgePeriod(record),
    undated: undated.map(({ register, row }) => ({
      label: row.report?.title ?? register.label,
      href: at.selfInspectionPage(register.period, id),
    })),
  }
}

const withoutYear = (text: string, year: string): string =>
  text.startsWith(`${year}年`) && text.length > 5 ? text.slice(5) : text

/** The problems, duties and reports of a unit that have a day, the newest first. */
const linesOf = (model: Model, record: UnitRecord): Line[] =>
  [...namings(model, record), ...duties(model, record), ...reports(record)].sort((a, b) =>
    compareText(b.on, a.on),
  )

/** The day of an inspection's document, as far as it is known. */
const dayOf = ({ document, published_here: here }: Inspection): string =>
  document?.issued ?? document?.published ?? here

const namings = (model: Model, { id, issues }: UnitRecord): Line[] =>
  issues.map((record) => {
    const { issue, inspection } = record
    const notes = [countsWords(issue, inspection), stateLine(model, record, id)].filter(Boolean)
    return {
      on: dayOf(inspection),
      label: `${bulletinName(inspection)}点名：${issue.text}${notes.length === 0 ? '' : `（${notes.join('；')}）`}`,
      href: at.issuePage(record.id),
    }
  })

const duties = (model: Model, { id, duties: all }: UnitRecord): Line[] =>
  all
    .filter(({ deadline }) => !isExempt(model.dataset, deadline, id))
    .flatMap((duty) => {
      const last = lastDayFor(ledger(model), duty, id) ?? lastDayInTime(duty.deadline)
      if (last === null) return []
      // Of what is ahead nothing can be recorded yet.
      const state = last < model.asOf ? `（${lastingDutyWords(model, duty, id)}）` : ''
      return [{ on: last, label: `期限：${deadlineTitle(duty)}${state}`, href: deadlineHref(duty) }]
    })

const reports = ({ id, registers, otherReports }: UnitRecord): Line[] =>
  [
    ...registers.flatMap(({ register, row: { report, status } }) =>
      report === null
        ? []
        : [{ period: register.period, report, state: `（${registerWords(status).label}）` }],
    ),
    ...otherReports.map(({ period, report }) => ({ period: period.id, report, state: '' })),
  ].flatMap(({ period, report, state }) =>
    isDay(report.published)
      ? [
          {
            on: report.published,
            label: `公开${subjectOf(report)}情况：${report.title}${state}`,
            href: at.selfInspectionPage(period, id),
          },
        ]
      : [],
  )
