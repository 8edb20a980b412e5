import type { Model } from '#model/model.ts'
import { chineseDate } from '#model/calendar.ts'
import { type UnitRecord, unitRecords, unitsByTier } from '#model/unit-record.ts'
import * as at from './addresses.ts'
import { publishedWords } from './date-words.ts'
import { inspectionLabel } from './inspection-names.ts'
import { type Link, unitName } from './names.ts'
import { hasHistory } from './pages/unit-history.ts'
import { ordersOf, reportOf, roundCell, roundGroupsOf } from './pages/unit-rounds.ts'
import { unitFacts } from './sentences.ts'
import { dutyLines } from './unit-duties.ts'

/** A list of more units is too heavy for the home page; its readers choose on a unit's page. */
const maxListed = 150
/** How many of the last rounds, and of the newest reports, the home page shows of a unit. */
const maxRounds = 4
const maxReports = 1
/** Up to how many of its duties that have a day; more where more are late or due. */
const maxDuties = 3

/** What the home page shows of the unit that a reader follows. Addresses begin at the root. */
export interface FollowedUnit {
  readonly name: string
  /** The unit's page and that of its years. */
  readonly links: readonly Link[]
  /** The day for which everything was computed, in words. */
  readonly asOf: string
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  /** The newest first. */
  readonly rounds: readonly { readonly link: Link; readonly text: string }[]
  readonly duties: readonly { readonly link: Link; readonly text: string }[]
  readonly reports: readonly { readonly link: Link; readonly text: string }[]
}

/** Whether there are several units to choose from. */
export const offersChoiceOfUnit = ({ dataset }: Model): boolean =>
  Object.keys(dataset.units).length > 1

/** The units that a reader can follow. */
export const followedUnits = (model: Model): readonly UnitRecord[] =>
  offersChoiceOfUnit(model) ? unitRecords(model.dataset, model.index, model.asOf) : []

/** The units for the list of the home page, by tier; null where there are too many. */
export function choiceOfUnits(model: Model) {
  if (!offersChoiceOfUnit(model)) return []
  const tiers = unitsByTier(model.dataset).map(({ label, units }) => ({
    label,
    units: units.map((id) => ({ id, name: unitName(model, id) })),
  }))
  const count = tiers.reduce((sum, { units }) => sum + units.length, 0)
  return count > maxListed ? null : tiers
}

export function followedView(model: Model, record: UnitRecord): FollowedUnit {
  const { id, registers, otherReports } = record
  const reports = [
    ...registers.flatMap(({ register, row: { report } }) =>
      report === null ? [] : [{ period: register.period, report }],
    ),
    ...otherReports.map(({ period, report }) => ({ period: period.id, report })),
  ]
  return {
    name: unitName(model, id),
    links: [
      { label: `${unitName(model, id)}的全部记录`, href: at.unitPage(id) },
      ...(hasHistory(model, id) ? [{ label: '历年情况', href: at.unitHistory(id) }] : []),
    ],
    asOf: chineseDate(model.asOf),
    // Its duties have lines of their own.
    facts: unitFacts(model, record).filter(({ label }) => label !== '期限'),
    rounds: roundGroupsOf(model)
      .filter(({ units }) => units.includes(id))
      .flatMap(({ inspections, cell }) =>
        inspections.toReversed().map((inspection) => {
          const { issues, counting, reports } = roundCell(
            cell(id, inspection),
            ordersOf(model, inspection),
          )
          return {
            link: { label: inspectionLabel(inspection), href: at.inspectionPage(inspection.id) },
            text: [
              issues,
              counting,
              ...reports
                .filter(({ isRequired }) => isRequired)
                .map((report) => `${reportOf(report)}${report.state}`),
            ]
              .filter((part) => part !== null)
              .join('，'),
          }
        }),
      )
      .slice(0, maxRounds),
    duties: dutyLines(model, record)
      .filter(({ due, listed }, n) => listed !== null || (due !== undefined && n < maxDuties))
      .map(({ what, href, printed, state }) => ({
        link: { label: what, href },
        text: `${printed}，${state.label}`,
      })),
    reports: reports.slice(0, maxReports).map(({ period, report }) => ({
      link: { label: report.title, href: at.selfInspectionPage(period, id) },
      text: `公开日期${publishedWords(report.published)}`,
    })),
  }
}
