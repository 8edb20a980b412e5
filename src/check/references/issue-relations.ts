import { areasOfIssue } from '#model/dataset.ts'
import { everyIndicator } from '#model/catalogue.ts'
import { isSameUnit } from '#model/succession.ts'
import { atValue, type Problem } from '#messages/problem.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

/** What a finding names belongs together: its channels to its units, its indicators to its area. */
export const issueRelations: Check = {
  name: 'issue-relations',
  description: 'Channels of an issue belong to its units, and indicators of an issue to its area.',
  check({ dataset }) {
    const problems: Problem[] = []
    const indicators = everyIndicator(dataset.catalogues)
    const nameOf = (unit: string): string => dataset.units[unit]?.name ?? unit
    for (const inspection of dataset.inspections) {
      const file = inspectionFile(inspection)
      for (const [id, issue] of Object.entries(inspection.issues ?? {})) {
        const { units, exhaustive, channels = [] } = issue
        const [area = '', ...otherAreas] = areasOfIssue(issue)
        // A document that names no unit or says "and others" cannot contradict the owner of a
        // channel. An unregistered unit is reported by another rule.
        const isOneOf = (owner: string, named: readonly string[]): boolean =>
          named.some((unit) => isSameUnit(dataset.units, unit, owner))
        const isKnown = (unit: string): boolean => dataset.units[unit] !== undefined
        if (Array.isArray(units) && exhaustive !== false && units.every(isKnown))
          for (const [n, channel] of channels.entries()) {
            const { unit: owner, name } = dataset.channels[channel] ?? {}
            if (owner === undefined || owner === 'not-stated' || isOneOf(owner, units)) continue
            if (name === undefined || !isKnown(owner)) continue
            const place = atValue('issues', id, 'channels', n)
            const args = { name, owner: nameOf(owner), units: units.map(nameOf).join('、') }
            problems.push(problem('channel-of-another-unit', file, place, args, 'warning'))
          }
        for (const [n, indicator] of (issue.indicators ?? []).entries()) {
          const { name, area: own } = indicators.get(indicator)?.indicator ?? {}
          if (name === undefined || own === undefined) continue
          if (own === area || otherAreas.includes(own)) continue
          // Indicators of 政务公开 are also checked on websites, because that area has no objects of
          // its own.
          const [its, here] = [dataset.site.areas[own], dataset.site.areas[area]]
          if (its?.object === undefined || here?.object === undefined) continue
          const place = atValue('issues', id, 'indicators', n)
          const args = { name, own: its.name, area: here.name }
          problems.push(problem('indicator-of-another-area', file, place, args, 'warning'))
        }
      }
    }
    return problems
  },
}
