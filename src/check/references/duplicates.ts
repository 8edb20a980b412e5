import type { NamedRecord } from '#model/every-name.ts'
import { authoredFile } from '#schema/authored-files.ts'
import { replacedBy } from '#model/catalogue.ts'
import type { Dataset, Inspection } from '#model/dataset.ts'
import { isSameUnit } from '#model/succession.ts'
import { atKey, atValue, type Problem } from '#messages/problem.ts'
import { nameKey } from '#schema/characters.ts'
import { inspectionFile, problem, type Check } from '../check.ts'

/** Ids are unique in the whole site, and each unit and account is registered once. */
export const duplicates: Check = {
  name: 'duplicates',
  description:
    'No issue id, indicator id, unit, account (platform and name) or list entry stands twice.',
  check({ dataset }) {
    const problems = [...repeatedIssues(dataset.inspections)]
    for (const inspection of dataset.inspections) problems.push(...repeatedEntries(inspection))
    problems.push(...repeatedIndicators(dataset.catalogues), ...repeatedUnits(dataset.units))
    const platforms = new Map(
      Object.entries(dataset.site.platforms).flatMap(([name, others]) =>
        [name, ...others].map((other) => [nameKey(other), name]),
      ),
    )
    const accounts = new Map<string, string>()
    for (const [id, { platform, name }] of Object.entries(dataset.channels)) {
      // 微博 and 新浪微博 are one platform if the settings say so.
      const account = JSON.stringify([platforms.get(nameKey(platform)) ?? platform, nameKey(name)])
      const other = accounts.get(account)
      const place = atKey('channels', id)
      if (other !== undefined)
        problems.push(
          problem('duplicate-channel', authoredFile('channels'), place, {
            platform,
            name,
            id: other,
          }),
        )
      else accounts.set(account, id)
    }
    problems.push(...takenNames(dataset))
    return problems
  },
}

/**
 * Earlier names that another record has now. Of accounts, only those of one platform are compared:
 * an office often has the same name on several.
 */
function takenNames({ units, channels }: Dataset): Problem[] {
  const problems: Problem[] = []
  const look = (
    kind: 'units' | 'channels',
    records: Readonly<Record<string, NamedRecord & { readonly platform?: string }>>,
    isSame: (one: string, other: string) => boolean,
  ): void => {
    const keyOf = (name: string, platform = ''): string => JSON.stringify([platform, nameKey(name)])
    const owners = new Map(
      Object.entries(records).map(([id, { name, platform }]) => [keyOf(name, platform), id]),
    )
    for (const [id, { name: owner, earlier_names: earlier = [], platform }] of Object.entries(
      records,
    ))
      for (const [n, name] of earlier.entries()) {
        const other = owners.get(keyOf(name, platform))
        if (other === undefined || other === id || isSame(id, other)) continue
        const place = atValue(kind, id, 'earlier_names', n)
        const args = { name, owner, id: other }
        problems.push(problem('earlier-name-taken', authoredFile(kind), place, args, 'warning'))
      }
  }
  look('units', units, (one, other) => isSameUnit(units, one, other))
  look('channels', channels, () => false)
  return problems
}

/** The largest number of units with the same name that a further one is compared with. */
const maxCompared = 20

/**
 * Units with the same name. In one tier that is a mistake; in two tiers they may be a district and
 * its office. A unit and its successor may share a name.
 */
function repeatedUnits(units: Dataset['units']): Problem[] {
  const before = new Map<string, string[]>()
  return Object.entries(units).flatMap(([id, { name, tier }]) => {
    const key = nameKey(name)
    const alike = before.get(key) ?? []
    const others = alike.filter((other) => !isSameUnit(units, id, other))
    if (alike.length < maxCompared) before.set(key, [...alike, id])
    const other = others.find((one) => units[one]?.tier === tier) ?? others[0]
    if (other === undefined) return []
    const level = units[other]?.tier === tier ? 'error' : 'warning'
    const args = { name, other: units[other]?.name ?? '', id: other }
    return [
      problem('duplicate-name', authoredFile('units'), atValue('units', id, 'name'), args, level),
    ]
  })
}

/** An indicator may be in two catalogues only if one of them replaces the other. */
function repeatedIndicators(catalogues: Dataset['catalogues']): Problem[] {
  const isReplaced = (one: string, other: string): boolean =>
    replacedBy(catalogues, one).has(other) || replacedBy(catalogues, other).has(one)
  const before = new Map<string, string[]>()
  return Object.entries(catalogues).flatMap(([name, { indicators }]) =>
    Object.keys(indicators).flatMap((id) => {
      const others = before.get(id) ?? []
      before.set(id, others)
      others.push(name)
      const other = others.find((one) => one !== name && !isReplaced(one, name))
      if (other === undefined) return []
      const args = { id, file: authoredFile('indicators', other) }
      const place = atKey('indicators', id)
      return [problem('duplicate-id', authoredFile('indicators', name), place, args)]
    }),
  )
}

/** An id belongs to the inspection whose id it starts with; the other one is reported. */
function repeatedIssues(inspections: readonly Inspection[]): Problem[] {
  const isOwn = (id: string, inspection: Inspection): boolean => id.startsWith(`${inspection.id}-`)
  const issues = inspections.flatMap((inspection) =>
    Object.keys(inspection.issues ?? {}).map((id) => ({ id, inspection })),
  )
  const first = new Map<string, Inspection>()
  for (const own of [true, false])
    for (const { id, inspection } of issues)
      if (isOwn(id, inspection) === own && !first.has(id)) first.set(id, inspection)
  return issues.flatMap(({ id, inspection }) => {
    const file = inspectionFile(inspection)
    const place = atKey('issues', id)
    const owner = first.get(id)
    if (owner !== undefined && owner !== inspection)
      return [problem('duplicate-id', file, place, { id, file: inspectionFile(owner) })]
    if (isOwn(id, inspection)) return []
    return [problem('issue-id-period', file, place, { id, period: inspection.id })]
  })
}

/** A list must not name a unit, account or indicator twice, since it would be counted twice. */
function repeatedEntries(inspection: Inspection): Problem[] {
  const problems: Problem[] = []
  const look = (list: unknown, ...path: string[]): void => {
    if (!Array.isArray(list)) return
    const before = new Set<string>()
    for (const [n, id] of (list as string[]).entries()) {
      if (before.has(id))
        problems.push(
          problem('duplicate-in-list', inspectionFile(inspection), atValue(...path, n), { id }),
        )
      before.add(id)
    }
  }
  for (const [id, issue] of Object.entries(inspection.issues ?? {})) {
    look(issue.units, 'issues', id, 'units')
    look(issue.channels, 'issues', id, 'channels')
    look(issue.indicators ?? [], 'issues', id, 'indicators')
  }
  for (const [id, { who, areas }] of Object.entries(inspection.deadlines ?? {})) {
    look(who, 'deadlines', id, 'who')
    look(areas, 'deadlines', id, 'areas')
  }
  return problems
}
