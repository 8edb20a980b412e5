import type { Inspection } from '#model/dataset.ts'
import { subjectsOf } from '#model/issue-life.ts'
import { issuesToAccountFor } from '#model/open-issue.ts'
import type { FollowUp, InspectionFile } from '#schema/inspection.ts'
import type { Issue } from '#schema/issue.ts'
import type { DemoInspection } from './inspection.ts'

/** Adds to each inspection the follow-ups on issues that earlier ones left open. */
export function withFollowUps(inspections: readonly DemoInspection[]): DemoInspection[] {
  const done: DemoInspection[] = []
  const issues = new Map(inspections.flatMap(({ file }) => Object.entries(file.issues ?? {})))
  for (const [n, inspection] of inspections.entries()) {
    const { file } = inspection
    const known = [...done, inspection].map((one): Inspection => ({
      ...one.file,
      id: one.quarter.id,
    }))
    const followUps = issuesToAccountFor(known, n).flatMap((id) => {
      const issue = issues.get(id)
      return issue === undefined ? [] : [[id, followUp(issue, file.published_here)] as const]
    })
    // Insert the field after the issues, as in the schema.
    const fields = Object.entries(file).flatMap(([key, value]) =>
      key === 'issues' && followUps.length > 0
        ? [[key, value] as const, ['follow_ups', Object.fromEntries(followUps)] as const]
        : [[key, value] as const],
    )
    done.push({ ...inspection, file: Object.fromEntries(fields) as InspectionFile })
  }
  return done
}

/** What was known of an issue on a day, with exceptions for single units. */
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
