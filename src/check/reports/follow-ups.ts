import { authoredFolder } from '#schema/authored-files.ts'
import type { Inspection } from '#model/dataset.ts'
import { officesOf } from '#model/offices.ts'
import { issuesToAccountFor, previousOf } from '#model/open-issue.ts'
import { nearestWithin, shortList } from '#messages/nearest.ts'
import { atKey, type Problem } from '#messages/problem.ts'
import { inspectionFile, problem, type Check, type CheckInput } from '../check.ts'

/**
 * The next inspection of the same office accounts for each issue left open; "not stated" is an
 * account. An inspection without any account gets one problem for all issues.
 */
export const followUps: Check = {
  name: 'follow-ups',
  description:
    'Every issue left open has a state in the next inspection; follow-ups are of earlier issues.',
  check(input) {
    const { dataset, isUsable } = input
    const order = new Map(dataset.inspections.map(({ id }, n) => [id, n]))
    const owners = new Map(
      dataset.inspections.flatMap((inspection) =>
        Object.keys(inspection.issues ?? {}).map((id) => [id, inspection] as const),
      ),
    )
    const issueIds = [...owners.keys()]
    const nearest = nearestWithin()
    const problems: Problem[] = []
    // Without its period an inspection cannot be sorted among the others.
    const ordered = dataset.inspections.every((one) => isUsable(inspectionFile(one), ['period']))
    for (const [n, inspection] of dataset.inspections.entries()) {
      const file = inspectionFile(inspection)
      for (const id of Object.keys(inspection.follow_ups ?? {})) {
        const owner = owners.get(id)
        const place = atKey('follow_ups', id)
        if (owner === undefined) {
          if (issueExists(input, id)) continue
          const near = nearest(id, issueIds)
          problems.push(
            near === null
              ? problem('issue-unknown', file, place, { id })
              : problem('issue-unknown-near', file, place, { id, near }),
          )
        } else if (ordered && (order.get(owner.id) ?? n) >= n)
          problems.push(
            problem('follow-up-not-earlier', file, place, { id, period: owner.period.label }),
          )
        else if (!isOfOffice(owner, inspection)) {
          const args = { id, period: owner.period.label, owner: owner.issuer }
          problems.push(problem('follow-up-other-office', file, place, args, 'warning'))
        }
      }
      const previous = previousOf(dataset.inspections, n)
      if (!ordered || previous === null) continue
      const before = inspectionFile(previous)
      if (!isUsable(before, ['issues']) || !isUsable(before, ['follow_ups'])) continue
      if (!isUsable(file, ['follow_ups'])) continue
      const open = issuesToAccountFor(dataset.inspections, n)
      problems.push(...unaccounted(inspection, open, owners))
    }
    return problems
  },
}

/** Whether two inspections were published by a common office. */
const isOfOffice = (one: Inspection, other: Inspection): boolean =>
  officesOf(one).some((office) => officesOf(other).includes(office))

function unaccounted(
  inspection: Inspection,
  open: readonly string[],
  owners: ReadonlyMap<string, Inspection>,
): Problem[] {
  const file = inspectionFile(inspection)
  const missing = open.filter((id) => !Object.hasOwn(inspection.follow_ups ?? {}, id))
  const periodOf = (id: string): string => owners.get(id)?.period.label ?? id
  const [first] = missing
  if (first === undefined) return []
  if (inspection.follow_ups !== undefined)
    return missing.map((id) =>
      problem('issue-unaccounted', file, atKey('follow_ups'), { id, period: periodOf(id) }),
    )
  const period = [...new Set(missing.map(periodOf))].join('、')
  const args = { period, count: missing.length, ids: shortList(missing, 5), example: first }
  // Points at `issues`, where the inspection's own findings start.
  return [problem('follow-ups-missing', file, atKey('issues'), args)]
}

/** Whether an issue exists in a file, even if it could not be read. */
const issueExists = ({ dataset, exists: has }: CheckInput, id: string): boolean =>
  has(authoredFolder('inspection'), []) ||
  dataset.inspections.some((inspection) => has(inspectionFile(inspection), ['issues', id]))
