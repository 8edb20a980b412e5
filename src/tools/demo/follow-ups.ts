import type { Inspection } from '#model/dataset.ts'
import { subjectsOf } from '#model/issue-life.ts'
import { issuesToAccountFor } from '#model/open-issue.ts'
import type { FollowUp, InspectionFile } from '#schema/inspection.ts'
import type { Issue } from '#schema/issue.ts'
import type { DemoInspection } from './inspection.ts'

/** Each inspection with what it says of the issues that those before it left open. */
export function withFollowUps(inspections: readonly DemoInspection[]): DemoInspection[] {
  const done: DemoInspection[] = []
  const issues = new Map(inspections.flatMap(({ file }) => Object.entries(file.issues ?? {})))
  for (const [n, inspection] of inspections.entries()) {
    const { file } = inspection
    const known = [...done, inspection].map((one): Inspection => ({
      ...one.file,
      id: one.quarter.id,
    }))
    const said = issuesToAccountFor(known, n).flatMap((id) => {
      const issue = issues.get(id)
      return issue === undefined ? [] : [[id, followUp(issue, file.published_here)] as const]
    })
    // Where the schema lists the field: behind the issues.
    const fields = Object.entries(file).flatMap(([key, value]) =>
      key === 'issues' && said.length > 0
        ? [[key, value] as const, ['follow_ups', Object.fromEntries(said)] as const]
        : [[key, value] as const],
    )
    done.push({ ...inspection, file: Object.fromEntries(fields) as InspectionFile })
  }
  return done
}

/** What was known of an issue on a day; units of which something else was known stand apart. */
function followUp(issue: Issue, day: string): FollowUp {
  const answers = subjectsOf(issue).map((unit) => [unit, answersOf(issue, unit, day)] as const)
  const [[, all] = [null, answersOf(issue, null, day)]] = answers
  const units = Object.fromEntries(
    answers.flatMap(([unit, own]) =>
      unit !== null && JSON.stringify(own) !== JSON.stringify(all) ? [[unit, own]] : [],
    ),
  )
  return Object.keys(units).length > 0 ? { ...all, units } : all
}

type Answers = Pick<FollowUp, 'rectified' | 'reported'>

function answersOf({ rectification = [] }: Issue, unit: string | null, day: string): Answers {
  const steps = rectification
    .filter(({ units }) => units === undefined || (unit !== null && units.includes(unit)))
    .filter(({ on }) => on <= day)
    .map(({ step }) => step)
  const failed = steps.lastIndexOf('recheck-failed') > steps.lastIndexOf('rectified')
  const rectified = ['rectified', 'recheck-passed'].some((step) => steps.includes(step as 'closed'))
  return {
    rectified: failed ? 'no' : rectified ? 'yes' : 'not-stated',
    reported: steps.includes('reported') ? 'yes' : 'not-stated',
  }
}
