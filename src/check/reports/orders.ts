import { authoredFile } from '#schema/authored-files.ts'
import { isDay } from '#model/calendar.ts'
import { areasOfIssue, type Dataset, indexDataset } from '#model/dataset.ts'
import { lastDayInTime, unitsOwing } from '#model/deadline.ts'
import { areasLeftOut } from '#model/register.ts'
import { atKey, atValue, inFile, type Problem } from '#messages/problem.ts'
import type { Deadline } from '#schema/deadline.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import { inspectionFile, problem, type Check, type CheckInput } from '../check.ts'

/** An order names its period, only one order is for a period, and only units named by it report. */
export const orders: Check = {
  name: 'orders',
  description:
    'Orders name their period, one for each; reports come from units that owe them; a look comes after the deadline.',
  check(input) {
    return [...ordersOf(input), ...reportsOf(input), ...issueAreas(input)]
  },
}

function ordersOf({ dataset, isUsable }: CheckInput): Problem[] {
  const problems: Problem[] = []
  const first = new Map<string, string>()
  for (const inspection of dataset.inspections)
    for (const [id, { what, period, due, within }] of Object.entries(inspection.deadlines ?? {})) {
      if (what !== 'self-inspection') continue
      const file = inspectionFile(inspection)
      if (period === undefined) {
        // A duty without a date has no period.
        if ((due ?? within) !== undefined && isUsable(file, ['deadlines', id]))
          problems.push(
            problem('order-without-period', file, atKey('deadlines', id), { id }, 'warning'),
          )
        continue
      }
      const other = first.get(period.id)
      if (other === undefined) first.set(period.id, file)
      else
        problems.push(
          problem(
            'order-repeated',
            file,
            atValue('deadlines', id, 'period', 'id'),
            { period: period.id, file: other },
            'warning',
          ),
        )
    }
  return problems
}

function reportsOf({ dataset, isUsable }: CheckInput): Problem[] {
  const problems: Problem[] = []
  for (const [period, order] of indexDataset(dataset).orders) {
    if (!isUsable(inspectionFile(order.inspection), [])) continue
    const { deadline } = order
    problems.push(...coverageOf(dataset, period, deadline))
    const owing = new Set(unitsOwing(dataset, order))
    for (const unit of Object.keys(dataset.selfInspections[period] ?? {})) {
      const name = dataset.units[unit]?.name
      // An unknown unit is reported by another rule.
      if (name === undefined || owing.has(unit)) continue
      const file = authoredFile('self-inspection', period, unit)
      const args = { unit: name, period, order: inspectionFile(order.inspection) }
      problems.push(problem('report-not-owed', file, inFile, args, 'warning'))
    }
    const looked = dataset.registers[period]?.looked_on
    const last = lastDayInTime(deadline)
    for (const unit of owing)
      problems.push(
        ...hiddenFromLook(dataset.selfInspections[period]?.[unit], looked, last).map((args) =>
          problem(
            'report-hidden-from-look',
            authoredFile('self-inspection', period, unit),
            atValue('publish_on'),
            args,
          ),
        ),
      )
    if (looked !== undefined && last !== null && looked <= last)
      problems.push(
        problem(
          'looked-too-early',
          authoredFile('register', period),
          atValue('looked_on'),
          { looked, last },
          'warning',
        ),
      )
  }
  return problems
}

/**
 * A report that was public when the office checked but is not shown here yet. The register would
 * wrongly say that the check found nothing for its unit.
 */
function hiddenFromLook(
  report: SelfInspection | undefined,
  looked: string | undefined,
  last: string | null,
): { day: string; looked: string }[] {
  const day = report?.publish_on
  if (report === undefined || day === undefined || looked === undefined) return []
  const wasOut = !isDay(report.published) || report.published <= looked
  return wasOut && last !== null && looked > last && day > looked ? [{ day, looked }] : []
}

/**
 * A report that lists its areas lists all that were ordered, unless the office has checked again.
 */
function coverageOf(dataset: Dataset, period: string, deadline: Deadline): Problem[] {
  const { areas: ordered = [] } = deadline
  const names = (areas: readonly string[]): string =>
    areas.map((area) => dataset.site.areas[area]?.name ?? area).join('、')
  return Object.entries(dataset.selfInspections[period] ?? {}).flatMap(([unit, report]) => {
    const left = areasLeftOut(deadline, report)
    if (left.length === 0) return []
    const own = ordered.filter((area) => !left.includes(area))
    const args = {
      ordered: names(ordered),
      count: ordered.length,
      written: names(own),
      own: own.length,
    }
    const file = authoredFile('self-inspection', period, unit)
    return [problem('areas-not-covered', file, atValue('areas'), args, 'warning')]
  })
}

/** Issues belong to an area of their inspection, because pages list them by area. */
function issueAreas({ dataset, exists }: CheckInput): Problem[] {
  return dataset.inspections.flatMap((inspection) => {
    const file = inspectionFile(inspection)
    return Object.entries(inspection.issues ?? {}).flatMap(([id, issue]) =>
      areasOfIssue(issue).flatMap((area) =>
        dataset.site.areas[area] === undefined || exists(file, ['areas', area])
          ? []
          : [problem('issue-area-missing', file, atValue('issues', id, 'area'), { area })],
      ),
    )
  })
}
