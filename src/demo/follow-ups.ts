import { isOpenIssue } from '#domain/open-issue.ts'
import type { FollowUp, InspectionFile } from '#schema/inspection.ts'
import type { Issue } from '#schema/issue.ts'
import type { DemoInspection } from './inspection.ts'

/** Each inspection with what it says of the issues that the one before it left open. */
export function withFollowUps(inspections: readonly DemoInspection[]): DemoInspection[] {
  return inspections.map((inspection, n) => {
    const issues = Object.entries(inspections[n - 1]?.file.issues ?? {})
    const { file } = inspection
    const said = issues
      .filter(([, issue]) => isOpenIssue(issue))
      .map(([id, issue]) => [id, followUp(issue, file.published_here)] as const)
    if (said.length === 0) return inspection
    // Where the schema lists the field: behind the issues.
    const fields = Object.entries(file).flatMap(([key, value]) =>
      key === 'issues'
        ? [[key, value] as const, ['follow_ups', Object.fromEntries(said)] as const]
        : [[key, value] as const],
    )
    return { ...inspection, file: Object.fromEntries(fields) as InspectionFile }
  })
}

/** What was known of an issue on a day. */
function followUp({ rectification = [] }: Issue, day: string): FollowUp {
  const steps = rectification.filter(({ on }) => on <= day).map(({ step }) => step)
  const failed = steps.lastIndexOf('recheck-failed') > steps.lastIndexOf('rectified')
  return {
    rectified: failed ? 'no' : steps.includes('rectified') ? 'yes' : 'not-stated',
    reported: steps.includes('reported') ? 'yes' : 'no',
  }
}
