import { authoredFile, authoredFolder } from '#schema/authored-files.ts'
import { isMissing } from '#model/figure.ts'
import { areasOfIssue } from '#model/dataset.ts'
import { atKey, atValue, inFile, type Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import { nearest, nearestWithin, shortList } from '#messages/nearest.ts'
import type { ProblemCode } from '#messages/catalogue.ts'
import { fileOfRecord, publicRecords } from '#model/public-records.ts'
import { blocksOf, numbersOf } from '../blocks.ts'
import { inspectionFile, problem, statementFile, type Check, type CheckInput } from '../check.ts'

/** Every id that a file mentions exists as a record. */
export const references: Check = {
  name: 'references',
  description:
    'Units, channels, indicators, areas, tiers, platforms and appendices that are mentioned exist.',
  check(input) {
    const { dataset } = input
    const problems: Problem[] = []
    const known = knownIn(input)
    const nearestKnown = nearestWithin()
    const requireRecord = (
      kind: Kind,
      id: string,
      file: string,
      path: Path,
      at = atValue,
    ): void => {
      if (known.has(kind, id)) return
      const near = nearestKnown(id, known.ids(kind))
      const place = at(...path)
      if (near !== null)
        problems.push(problem(`${codes[kind]}-near`, file, place, { id, name: id, near }))
      else
        problems.push(
          problem(codes[kind], file, place, { id, name: id, known: shortList(known.ids(kind)) }),
        )
    }

    /** Requires the units and accounts that a record names to exist. */
    const requireNamed = (
      { units, channels }: { units?: string[] | undefined; channels?: string[] | undefined },
      file: string,
      path: Path,
    ): void => {
      units?.forEach((unit, n) => {
        requireRecord('unit', unit, file, [...path, 'units', n])
      })
      channels?.forEach((channel, n) => {
        requireRecord('channel', channel, file, [...path, 'channels', n])
      })
    }

    /** Requires the unit in a file name to exist. */
    const requireUnitOfFile = (unit: string, file: string): void => {
      if (known.has('unit', unit)) return
      const near = nearestKnown(unit, known.ids('unit'))
      problems.push(
        near === null
          ? problem('unit-unknown', file, inFile, { id: unit })
          : problem('unit-unknown-near', file, inFile, { id: unit, near }),
      )
    }

    for (const [id, { tier, became, parent }] of Object.entries(dataset.units)) {
      if (parent !== undefined)
        requireRecord('unit', parent, authoredFile('units'), ['units', id, 'parent'])
      requireRecord('tier', tier, authoredFile('units'), ['units', id, 'tier'])
      if (became !== undefined)
        requireRecord('unit', became.unit, authoredFile('units'), ['units', id, 'became', 'unit'])
    }
    for (const [id, channel] of Object.entries(dataset.channels)) {
      requireRecord('platform', channel.platform, authoredFile('channels'), [
        'channels',
        id,
        'platform',
      ])
      if (channel.unit !== 'not-stated')
        requireRecord('unit', channel.unit, authoredFile('channels'), ['channels', id, 'unit'])
      if (channel.merged_into !== undefined)
        requireRecord('channel', channel.merged_into, authoredFile('channels'), [
          'channels',
          id,
          'merged_into',
        ])
    }
    for (const [name, catalogue] of Object.entries(dataset.catalogues))
      for (const [id, { area }] of Object.entries(catalogue.indicators))
        requireRecord('area', area, authoredFile('indicators', name), ['indicators', id, 'area'])

    for (const [name, { replaces }] of Object.entries(dataset.catalogues))
      if (replaces !== undefined && !Object.hasOwn(dataset.catalogues, replaces))
        problems.push(
          problem('catalogue-unknown', authoredFile('indicators', name), atValue('replaces'), {
            id: replaces,
            known: shortList(Object.keys(dataset.catalogues).filter((id) => id !== name)),
          }),
        )

    for (const inspection of dataset.inspections) {
      const file = inspectionFile(inspection)
      for (const id of Object.keys(inspection.areas)) requireRecord('area', id, file, ['areas', id])
      for (const [id, issue] of Object.entries(inspection.issues ?? {})) {
        for (const area of areasOfIssue(issue))
          if (!isMissing(area)) requireRecord('area', area, file, ['issues', id, 'area'])
        if (Array.isArray(issue.units))
          issue.units.forEach((unit, n) => {
            requireRecord('unit', unit, file, ['issues', id, 'units', n])
          })
        issue.channels?.forEach((channel, n) => {
          requireRecord('channel', channel, file, ['issues', id, 'channels', n])
        })
        issue.indicators?.forEach((indicator, n) => {
          requireRecord('indicator', indicator, file, ['issues', id, 'indicators', n])
        })
      }
      for (const [n, { units, channels, area }] of (inspection.good_examples ?? []).entries()) {
        requireNamed({ units, channels }, file, ['good_examples', n])
        if (area !== undefined) requireRecord('area', area, file, ['good_examples', n, 'area'])
      }
      for (const [id, { who, areas }] of Object.entries(inspection.deadlines ?? {})) {
        const path = ['deadlines', id, 'who']
        if (Array.isArray(who))
          who.forEach((unit, n) => {
            requireRecord('unit', unit, file, [...path, n])
          })
        else if (typeof who === 'object' && !input.exists(file, ['appendices', who.appendix])) {
          const place = atValue(...path, 'appendix')
          const near = nearest(who.appendix, Object.keys(inspection.appendices ?? {}))
          const args = { id: who.appendix }
          problems.push(
            near === null
              ? problem('appendix-unknown', file, place, args)
              : problem('appendix-unknown-near', file, place, { ...args, near }),
          )
        }
        areas?.forEach((area, n) => {
          requireRecord('area', area, file, ['deadlines', id, 'areas', n])
        })
      }
    }

    for (const [period, reports] of Object.entries(dataset.selfInspections))
      for (const [unit, report] of Object.entries(reports)) {
        const file = authoredFile('self-inspection', period, unit)
        requireUnitOfFile(unit, file)
        report.areas?.forEach((area, n) => {
          requireRecord('area', area, file, ['areas', n])
        })
        for (const area of Object.keys(report.results ?? {}))
          requireRecord('area', area, file, ['results', area], atKey)
        report.problems?.forEach(({ area, units, channels }, n) => {
          if (area !== undefined) requireRecord('area', area, file, ['problems', n, 'area'])
          requireNamed({ units, channels }, file, ['problems', n])
        })
        report.accounts?.forEach(({ channels }, n) => {
          channels.forEach((channel, m) => {
            requireRecord('channel', channel, file, ['accounts', n, 'channels', m])
          })
        })
      }
    for (const { file, path, number } of numbersOf(dataset))
      if (typeof number === 'object') requireNamed(number, file, path)
    for (const { file, path, group } of blocksOf(dataset))
      for (const [name, rate] of Object.entries(group.rates ?? {}))
        requireNamed(rate, file, [...path, 'rates', name])

    for (const [issue, statements] of Object.entries(dataset.statements))
      for (const unit of Object.keys(statements))
        requireUnitOfFile(unit, statementFile(issue, unit))
    for (const [year, units] of Object.entries(dataset.openness))
      for (const unit of Object.keys(units))
        requireUnitOfFile(unit, authoredFile('openness', year, unit))
    for (const [year, office] of Object.entries(dataset.opennessOffice)) {
      const file = authoredFile('openness-office', year)
      for (const unit of Object.keys(office.units ?? {}))
        requireRecord('unit', unit, file, ['units', unit], atKey)
      const { gazette, annual_reports: reports } = office
      const tiers: [Path, readonly string[] | undefined][] = [
        [['gazette', 'from'], gazette?.from],
        [['annual_reports', 'departments'], reports?.departments],
        [['annual_reports', 'governments'], reports?.governments],
      ]
      for (const [path, ids = []] of tiers)
        ids.forEach((tier, n) => {
          requireRecord('tier', tier, file, [...path, n])
        })
    }
    for (const [period, record] of Object.entries(dataset.registers))
      for (const unit of Object.keys(record.exempt ?? {}))
        requireRecord('unit', unit, authoredFile('register', period), ['exempt', unit], atKey)
    for (const { file, corrections } of [
      ...publicRecords(dataset).map((record) => ({ ...record, file: fileOfRecord(record.id) })),
      { file: authoredFile('corrections'), corrections: dataset.withdrawals },
    ])
      corrections.forEach(({ units }, n) =>
        units?.forEach((unit, m) => {
          requireRecord('unit', unit, file, ['corrections', n, 'units', m])
        }),
      )
    return problems
  },
}

type Kind = 'unit' | 'channel' | 'indicator' | 'area' | 'tier' | 'platform'

const codes = {
  unit: 'unit-unknown',
  channel: 'channel-unknown',
  indicator: 'indicator-unknown',
  area: 'area-unknown',
  tier: 'tier-unknown',
  platform: 'platform-unknown',
} as const satisfies Readonly<Record<Kind, ProblemCode>>

function knownIn({ dataset, exists, isUsable }: CheckInput): {
  has: (kind: Kind, id: string) => boolean
  ids: (kind: Kind) => string[]
} {
  const catalogues = Object.entries(dataset.catalogues)
  const indicators = new Set(catalogues.flatMap(([, { indicators }]) => Object.keys(indicators)))
  const ids: Readonly<Record<Kind, string[]>> = {
    unit: Object.keys(dataset.units),
    channel: Object.keys(dataset.channels),
    indicator: [...indicators],
    area: Object.keys(dataset.site.areas),
    tier: Object.keys(dataset.site.tiers),
    platform: Object.entries(dataset.site.platforms).flat(2),
  }
  const platforms = new Set(ids.platform)
  const isKnown = (kind: Kind, id: string): boolean => {
    if (kind === 'unit') return exists(authoredFile('units'), ['units', id])
    if (kind === 'channel') return exists(authoredFile('channels'), ['channels', id])
    if (kind === 'area') return exists(authoredFile('site'), ['areas', id])
    if (kind === 'tier') return exists(authoredFile('site'), ['tiers', id])
    if (kind === 'platform')
      return platforms.has(id) || !isUsable(authoredFile('site'), ['platforms'])
    if (indicators.has(id) || exists(authoredFolder('indicators'), [])) return true
    return catalogues.some(([name]) => exists(authoredFile('indicators', name), ['indicators', id]))
  }
  // Cached, since the same few ids are mentioned everywhere.
  const results = new Map<Kind, Map<string, boolean>>()
  const has = (kind: Kind, id: string): boolean => {
    const of = results.get(kind) ?? new Map<string, boolean>()
    const known = of.get(id) ?? isKnown(kind, id)
    results.set(kind, of.set(id, known))
    return known
  }
  return { has, ids: (kind) => ids[kind] }
}
