import { authoredFile } from '#schema/authored-files.ts'
import { unitLedgers } from '#model/openness-files.ts'
import { atKey, atValue, type Problem } from '#messages/problem.ts'
import { nearestWithin } from '#messages/nearest.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

/** Ids of the ledger are unique in the site, and what the office judges is in the list of a unit. */
export const ledgerIds: Check = {
  name: 'ledger-ids',
  description:
    'Each policy and consultation has an id of its own, and judgements, gazette issues, consultations and issues that came from the ledger name records that exist.',
  check({ dataset, exists }) {
    const problems: Problem[] = []
    const owners = new Map<string, string>()
    const policies: string[] = []
    const files: string[] = []
    for (const { year, unit, ledger } of unitLedgers(dataset)) {
      const file = authoredFile('openness', year, unit)
      files.push(file)
      for (const part of ['policies', 'consultations'] as const)
        for (const id of Object.keys(ledger[part] ?? {})) {
          const other = owners.get(id)
          if (other !== undefined)
            problems.push(problem('duplicate-id', file, atKey(part, id), { id, file: other }))
          else owners.set(id, file)
          if (part === 'policies') policies.push(id)
        }
    }
    const known = new Set(policies)
    const nearest = nearestWithin()
    const isKnown = (id: string): boolean =>
      known.has(id) || files.some((file) => exists(file, ['policies', id]))
    const unknown = (id: string, file: string, place: Problem['place']): Problem[] => {
      if (isKnown(id)) return []
      const near = nearest(id, policies)
      return [
        near === null
          ? problem('policy-unknown', file, place, { id })
          : problem('policy-unknown-near', file, place, { id, near }),
      ]
    }
    for (const { year, unit, ledger } of unitLedgers(dataset))
      for (const [id, { policy }] of Object.entries(ledger.consultations ?? {}))
        if (policy !== undefined)
          problems.push(
            ...unknown(
              policy,
              authoredFile('openness', year, unit),
              atValue('consultations', id, 'policy'),
            ),
          )
    for (const [year, { judgements = {}, gazette = {} }] of Object.entries(
      dataset.opennessOffice,
    )) {
      const file = authoredFile('openness-office', year)
      for (const id of Object.keys(judgements))
        problems.push(...unknown(id, file, atKey('judgements', id)))
      for (const part of ['printed', 'exempt'] as const)
        for (const id of Object.keys(gazette[part] ?? {}))
          problems.push(...unknown(id, file, atKey('gazette', part, id)))
    }
    for (const inspection of dataset.inspections)
      for (const [issue, { origin }] of Object.entries(inspection.issues ?? {}))
        for (const [n, id] of (origin?.about?.records ?? []).entries())
          if (
            !owners.has(id) &&
            !files.some(
              (file) => exists(file, ['policies', id]) || exists(file, ['consultations', id]),
            )
          ) {
            const place = atValue('issues', issue, 'origin', 'about', 'records', n)
            problems.push(
              problem('ledger-record-unknown', inspectionFile(inspection), place, { id }),
            )
          }
    return problems
  },
}
