import { authoredFile } from '#schema/authored-files.ts'
import { attachmentPath } from '#model/attachment.ts'
import type { Correction } from '#schema/correction.ts'
import { currentFormat } from '#schema/format.ts'
import type { Site } from '#schema/site.ts'
import { demoBulletin } from './bulletin.ts'
import { withCorrections, withdrawals } from './corrections.ts'
import { catalogues } from './findings.ts'
import { withFollowUps } from './follow-ups.ts'
import { makeInspection, type DemoInspection } from './inspection.ts'
import { accountPlatforms, place, platformAliases, websitePlatform } from './names.ts'
import { ledgerIndicators, type NamedInLedger, namedInLedger, opennessFiles } from './openness.ts'
import { rateDecimals } from './population.ts'
import { quartersUntil, type Quarter } from './quarters.ts'
import { Random } from './random.ts'
import { makeStatements } from './rectification.ts'
import { makeRegister } from './reports.ts'
import { makeRoster, mergedUnits, type Roster, type RosterChannel } from './roster.ts'
import { yamlFile } from '#read/yaml-edit/layout.ts'

/** The size of a city's data. */
export interface Extent {
  readonly quarters: number
  readonly channels: number
  /** Fewest and most issues of a quarter. */
  readonly issues: readonly [number, number]
}

export const sizes = {
  'city-1y': { quarters: 4, channels: 400, issues: [6, 14] },
  'city-3y': { quarters: 12, channels: 400, issues: [6, 14] },
  'city-10y': { quarters: 40, channels: 420, issues: [31, 44] },
} as const satisfies Record<string, Extent>
export type Size = keyof typeof sizes

/** The day on which the sample city is shown; all its events are earlier. */
export const demoAsOf = '2024-12-20'

/** First line of the sample city's site.yaml, which identifies its folder. */
export const demoHeader = '# 示例数据：由 npm run demo 生成，每次运行都会重新写入。'

/**
 * The authored files of a fictional city, by path below one folder: `data/…` and `content/…`. The
 * same size and seed give the same files.
 */
export function generateCity({ size, seed }: { size: Size; seed: number }): Map<string, string> {
  const random = new Random(`${size}/${seed}`)
  const { roster, quarters, files, withdrawn, named } = makeCity(random, sizes[size])
  const [first] = quarters
  const merged = first === undefined ? {} : mergedUnits(first.start)
  const years = [...new Set(quarters.map(({ year }) => year))]
  return new Map([
    ...registerFiles(
      { ...roster, units: { ...roster.units, ...merged } },
      {
        name: `${place}政务公开与网络平台检查公示`,
        place,
        notice: '示例数据：示例市及其单位、账号、问题均为虚构',
      },
    ),
    [authoredFile('corrections'), yamlFile('撤回和改名的记录。', { corrections: withdrawn })],
    [
      authoredFile('indicators', 'demo-ledger'),
      yamlFile(`${ledgerIndicators.title}。`, ledgerIndicators),
    ],
    ...files,
    ...opennessFiles(random.stream('openness'), years, demoAsOf, named),
  ])
}

export interface City {
  readonly roster: Roster
  readonly quarters: readonly Quarter[]
  /** The city's own files: inspections with their bulletins, reports and statements. */
  readonly files: ReadonlyMap<string, string>
  readonly withdrawn: readonly Correction[]
  readonly named: NamedInLedger
}

export function makeCity(random: Random, extent: Extent): City {
  const quarters = quartersUntil(Number(demoAsOf.slice(0, 4)), extent.quarters)
  const roster = makeRoster(random.stream('roster'), extent.channels, quarters)
  const inspections = withCorrections(
    withFollowUps(makeInspections(random.stream('inspections'), roster, quarters, extent)),
    demoAsOf,
  )
  const files = new Map<string, string>()
  const channels = new Map(roster.channels.map((channel) => [channel.id, channel]))
  for (const inspection of inspections) {
    const { id, label } = inspection.quarter
    const text = yamlFile(`${label}检查。`, inspection.file)
    files.set(authoredFile('inspection', id), text)
    files.set(authoredFile('bulletin', id), demoBulletin(inspection, channels))
    for (const { origin } of Object.values(inspection.file.issues ?? {}))
      for (const { file, title } of origin?.evidence ?? [])
        files.set(
          authoredFile('attachment', attachmentPath(id, file)),
          `${title}（虚构）\n${origin?.measured ?? ''}\n`,
        )
  }
  addReports(files, random.stream('reports'), inspections, roster.channels)
  for (const [issue, statements] of makeStatements(
    random.stream('statements'),
    inspections.map(({ file }) => file),
  ))
    for (const [unit, statement] of statements)
      files.set(
        authoredFile('rectification', issue, unit),
        yamlFile('单位对问题整改的说明。', statement),
      )
  return {
    roster,
    quarters,
    files,
    withdrawn: withdrawals(inspections),
    named: namedInLedger(inspections.map(({ file }) => file)),
  }
}

function makeInspections(
  random: Random,
  roster: Roster,
  quarters: readonly Quarter[],
  extent: Extent,
): DemoInspection[] {
  // A second quarter near the middle prints a truncated rate; the one after receives no messages.
  const truncated = Math.floor((quarters.length - 1) / 8) * 4 + 1
  return quarters.map((quarter, at) => {
    const stream = random.stream(quarter.id)
    return makeInspection(stream, roster.channels, {
      quarter,
      place: at,
      quarters: quarters.length,
      issues: stream.whole(...extent.issues),
      truncated: at === truncated,
      noMessages: at === truncated + 1,
      asOf: demoAsOf,
    })
  })
}

type Named = Pick<Site, 'name' | 'place' | 'notice'>

/** The files that exist once in a site: its settings, units, channels and indicators. */
export function registerFiles(
  { units, channels }: Roster,
  { name, place, notice }: Named,
): Map<string, string> {
  const site: Site = {
    format: currentFormat,
    name,
    place,
    official: false,
    registration: 'not-applicable',
    sample: true,
    notice,
    time_zone: 'Asia/Shanghai',
    rate_decimals: rateDecimals,
    areas: {
      openness: { name: '政务公开' },
      websites: { name: '政府网站', object: '政府网站', counter: '家' },
      media: { name: '政务新媒体', object: '政务新媒体账号', counter: '个' },
      messages: { name: '网民留言', object: '有效留言', counter: '条' },
    },
    tiers: { zone: '功能区', county: '县（区）', department: '市直部门（单位）' },
    platforms: Object.fromEntries(
      [websitePlatform, ...accountPlatforms.map(({ name }) => name)].map((name) => [
        name,
        Object.keys(platformAliases).filter((alias) => platformAliases[alias] === name),
      ]),
    ),
    recipient: { name: `${place}人民政府办公室政务公开科（虚构）` },
    source: { title: '虚构的示例通报' },
    manual: false,
  }
  const records = Object.fromEntries(channels.map((channel) => [channel.id, recordOf(channel)]))
  return new Map([
    [authoredFile('site'), yamlFile(demoHeader.replace(/^# /, ''), site)],
    [authoredFile('units'), yamlFile('单位名录。', { roster: 'complete', units })],
    [authoredFile('channels'), yamlFile('网站和账号名录。', { channels: records })],
    ...Object.entries(catalogues).map(
      ([name, catalogue]) =>
        [authoredFile('indicators', name), yamlFile(`${catalogue.title}。`, catalogue)] as const,
    ),
  ])
}

const recordOf = ({ platform, name, unit }: RosterChannel) => ({ platform, name, unit })

function addReports(
  files: Map<string, string>,
  random: Random,
  inspections: readonly DemoInspection[],
  channels: readonly RosterChannel[],
): void {
  const orders = inspections.flatMap((inspection) =>
    Object.values(inspection.file.deadlines ?? {})
      .filter(({ what }) => what === 'self-inspection')
      .map((order) => ({ order, inspection })),
  )
  const newest = orders
    .map(({ order }) => order.due ?? '')
    .filter((due) => due < demoAsOf)
    .reduce((latest, due) => (due > latest ? due : latest), '')
  for (const { order, inspection } of orders) {
    const stream = random.stream(order.period?.id ?? '')
    const looked = (order.due ?? '') < newest
    const register = makeRegister(stream, { order, inspection, channels, looked, asOf: demoAsOf })
    if (register === null) continue
    const { period, reports, files: beside, record } = register
    const label = order.period?.label ?? period
    for (const [unit, report] of reports)
      files.set(
        authoredFile('self-inspection', period, unit),
        yamlFile(`${label}自查整改报告。`, report),
      )
    for (const [path, text] of beside) files.set(authoredFile('attachment', path), text)
    if (record !== null)
      files.set(authoredFile('register', period), yamlFile(`${label}公开台账。`, record))
  }
}
