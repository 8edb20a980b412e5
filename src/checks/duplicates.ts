import { atKey, type Problem } from '#problems/problem.ts'
import { inspectionFile, problem, type Check } from './check.ts'

/** Ids are unique over the whole site, and an account is registered once. */
export const duplicates: Check = {
  name: 'duplicates',
  description: 'No issue id, indicator id or account (platform and name) stands twice.',
  check({ dataset }) {
    const problems: Problem[] = []
    const first = new Map<string, string>()
    for (const inspection of dataset.inspections) {
      const file = inspectionFile(inspection)
      for (const id of Object.keys(inspection.issues ?? {})) {
        const place = atKey('issues', id)
        const other = first.get(id)
        if (other !== undefined) problems.push(problem('duplicate-id', file, place, { id, file: other }))
        else first.set(id, file)
        if (!id.startsWith(`${inspection.id}-`))
          problems.push(problem('issue-id-period', file, place, { id, period: inspection.id }))
      }
    }
    const indicators = new Map<string, string>()
    for (const [name, catalogue] of Object.entries(dataset.catalogues)) {
      const file = `data/indicators/${name}.yaml`
      for (const id of Object.keys(catalogue.indicators)) {
        const other = indicators.get(id)
        if (other !== undefined)
          problems.push(problem('duplicate-id', file, atKey('indicators', id), { id, file: other }))
        else indicators.set(id, file)
      }
    }
    const accounts = new Map<string, string>()
    for (const [id, { platform, name }] of Object.entries(dataset.channels)) {
      const account = JSON.stringify([platform, name])
      const other = accounts.get(account)
      if (other !== undefined)
        problems.push(
          problem('duplicate-channel', 'data/channels.yaml', atKey('channels', id), { platform, name, id: other }),
        )
      else accounts.set(account, id)
    }
    return problems
  },
}
