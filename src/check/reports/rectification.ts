import { authoredFile, authoredFolder } from '#schema/authored-files.ts'
import { unitsOfIssue } from '#model/dataset.ts'
import { nearestWithin, shortList } from '#messages/nearest.ts'
import { atKey, atValue, inFile, type Place, type Problem } from '#messages/problem.ts'
import type { Issue } from '#schema/issue.ts'
import { inspectionFile, problem, statementFile, type Check } from '../check.ts'

/** Steps, accounts and statements for a unit concern an issue that names the unit. */
export const rectification: Check = {
  name: 'rectification',
  description:
    'Steps, follow-ups and statements of single units are of units that the issue names.',
  check({ dataset, exists, isUsable }) {
    const problems: Problem[] = []
    const issues = new Map(
      dataset.inspections.flatMap((inspection) =>
        Object.entries(inspection.issues ?? {}).map(
          ([id, issue]) => [id, { issue, file: inspectionFile(inspection) }] as const,
        ),
      ),
    )
    const issueIds = [...issues.keys()]
    const nearest = nearestWithin()
    const namedUnits = new Map<Issue, ReadonlySet<string>>()
    const isNamed = (issue: Issue, unit: string): boolean => {
      const units = namedUnits.get(issue) ?? new Set(unitsOfIssue(issue))
      namedUnits.set(issue, units)
      return units.has(unit)
    }
    const requireNamed = (
      id: string,
      issue: Issue,
      unit: string,
      file: string,
      place: Place,
    ): void => {
      const named = unitsOfIssue(issue)
      const owner = issues.get(id)?.file ?? file
      // An unknown unit in a file name is reported by another rule.
      if (place.at === 'file' && !exists(authoredFile('units'), ['units', unit])) return
      if (isNamed(issue, unit) || !isUsable(owner, ['issues', id, 'units'])) return
      const near = nearest(unit, named)
      problems.push(
        named.length === 0
          ? problem('unit-not-named-at-all', file, place, { id: unit, issue: id })
          : near === null
            ? problem('unit-not-named', file, place, {
                id: unit,
                issue: id,
                known: shortList(named),
              })
            : problem('unit-not-named-near', file, place, { id: unit, issue: id, near }),
      )
    }
    for (const [id, { issue, file }] of issues)
      for (const [n, { units = [] }] of (issue.rectification ?? []).entries())
        for (const [m, unit] of units.entries())
          requireNamed(id, issue, unit, file, atValue('issues', id, 'rectification', n, 'units', m))
    for (const inspection of dataset.inspections)
      for (const [id, { units = {} }] of Object.entries(inspection.follow_ups ?? {})) {
        const issue = issues.get(id)?.issue
        if (issue === undefined) continue
        const file = inspectionFile(inspection)
        for (const unit of Object.keys(units))
          requireNamed(id, issue, unit, file, atKey('follow_ups', id, 'units', unit))
      }
    for (const [id, statements] of Object.entries(dataset.statements)) {
      const issue = issues.get(id)?.issue
      for (const unit of Object.keys(statements)) {
        const file = statementFile(id, unit)
        if (issue !== undefined) requireNamed(id, issue, unit, file, inFile)
        else if (
          !exists(authoredFolder('inspection'), []) &&
          !dataset.inspections.some((one) => exists(inspectionFile(one), ['issues', id]))
        ) {
          const near = nearest(id, issueIds)
          problems.push(
            near === null
              ? problem('issue-unknown', file, inFile, { id })
              : problem('issue-unknown-near', file, inFile, { id, near }),
          )
        }
      }
    }
    return problems
  },
}
