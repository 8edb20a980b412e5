import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { demoAsOf, demoHeader, generateCity, sizes, type Size } from '#tools/demo/generate.ts'
import { indexDataset, type Dataset } from '#model/dataset.ts'
import { ledgerOf } from '#model/ledger.ts'
import { comparePrinted } from '#model/ratio.ts'
import { registerOf } from '#model/register.ts'
import { repeatsIn } from '#model/repeats.ts'
import { loadChecked, type CheckedData } from '#build/load-checked.ts'
import { folderOf } from '../../support/folder.ts'

const seed = 1
const everySize = Object.keys(sizes) as Size[]

const known = new Map<string, CheckedData>()

/** The city as the project's own reader and check see it; each is read once. */
function checked(size: Size, withSeed = seed): CheckedData {
  const name = `${size} ${withSeed}`
  const before = known.get(name)
  if (before !== undefined) return before
  const folder = folderOf(Object.fromEntries(generateCity({ size, seed: withSeed })))
  const found = loadChecked({ data: join(folder, 'data'), content: join(folder, 'content') })
  known.set(name, found)
  return found
}

function cityOf(size: Size): Dataset {
  const { dataset } = checked(size)
  if (dataset === null) throw new Error('the sample city is not readable')
  return dataset
}

const reportsOf = ({ selfInspections }: Dataset): number =>
  Object.values(selfInspections).reduce((sum, reports) => sum + Object.keys(reports).length, 0)

describe('the same options give the same city', () => {
  test.each(everySize)('%s: the same seed gives the same files', (size) => {
    expect([...generateCity({ size, seed })]).toEqual([...generateCity({ size, seed })])
  })

  test('another seed gives another city', () => {
    const one = generateCity({ size: 'city-1y', seed: 1 })
    const other = generateCity({ size: 'city-1y', seed: 2 })
    expect(other.get('data/channels.yaml')).not.toBe(one.get('data/channels.yaml'))
    expect(other.get('data/inspections/2024-q1.yaml')).not.toBe(
      one.get('data/inspections/2024-q1.yaml'),
    )
  })

  test('every file lies in data or content, is named as an address and ends its last line', () => {
    for (const [path, text] of generateCity({ size: 'city-3y', seed })) {
      expect(path).toMatch(/^(data|content)\/[a-z0-9/-]+\.(yaml|mdx|txt|csv)$/)
      expect(text.endsWith('\n')).toBe(true)
    }
  })
})

describe('the check finds only the planted problem', () => {
  const planted = [['rate-truncated', 'warning']]

  test.each(everySize)('%s: no error, one warning about a truncated rate', (size) => {
    const { problems } = checked(size)
    expect(problems.map(({ code, level }) => [code, level])).toEqual(planted)
  })

  test.each([2, 42, 999_999_999])('the same with seed %i', (other) => {
    const { problems } = checked('city-3y', other)
    expect(problems.map(({ code, level }) => [code, level])).toEqual(planted)
  })
})

describe('the demo is as large as promised', () => {
  const extents = [
    ['city-1y', 4, 400, [150, 250], [24, 56]],
    ['city-3y', 12, 400, [600, 800], [72, 168]],
    ['city-10y', 40, 420, [2250, 2500], [1350, 1650]],
  ] as const

  test.each(extents)('%s', (size, inspections, channels, reports, issues) => {
    const dataset = cityOf(size)
    const index = indexDataset(dataset)
    expect(dataset.inspections).toHaveLength(inspections)
    expect(Object.keys(dataset.bulletins)).toHaveLength(inspections)
    expect(Object.keys(dataset.units)).toHaveLength(61)
    expect(Object.keys(dataset.channels)).toHaveLength(channels)
    expect(reportsOf(dataset)).toBeGreaterThanOrEqual(reports[0])
    expect(reportsOf(dataset)).toBeLessThanOrEqual(reports[1])
    expect(index.issues.length).toBeGreaterThanOrEqual(issues[0])
    expect(index.issues.length).toBeLessThanOrEqual(issues[1])
  })

  test('a quarter of the three years has six to fourteen issues', () => {
    for (const { issues } of cityOf('city-3y').inspections) {
      const count = Object.keys(issues ?? {}).length
      expect(count).toBeGreaterThanOrEqual(6)
      expect(count).toBeLessThanOrEqual(14)
    }
  })
})

describe('the demo has every state that the site can show', () => {
  test.each(everySize)('%s: every state of a register occurs', (size) => {
    const dataset = cityOf(size)
    const orders = [...indexDataset(dataset).orders.values()]
    const states = orders.flatMap((order) =>
      registerOf(dataset, order, demoAsOf).rows.map(({ status }) => status.state),
    )
    expect([...new Set(states)].sort()).toEqual([
      'due-today',
      'exempt',
      'late',
      'not-recorded',
      'on-time',
      'overdue',
      'undated',
      'upcoming',
    ])
  })

  test.each(everySize)('%s: reports of every kind occur', (size) => {
    const reports = Object.values(cityOf(size).selfInspections).flatMap((of) => Object.values(of))
    expect(reports.some(({ archived, summary }) => archived && summary === undefined)).toBe(true)
    expect(reports.some(({ attachments }) => attachments !== undefined)).toBe(true)
    expect(reports.some(({ problems, summary }) => summary && problems === undefined)).toBe(true)
    expect(reports.some(({ problems }) => problems && problems.length > 1)).toBe(true)
  })

  test('the newest register after its deadline has no record of a check', () => {
    const { registers } = cityOf('city-3y')
    expect(registers['2024-q4']?.looked_on).toBeUndefined()
    expect(registers['2024-q3']?.looked_on).toBeDefined()
  })

  test('each quarter has the four areas, with full and with sampled coverage', () => {
    const { inspections } = cityOf('city-3y')
    for (const { areas } of inspections)
      expect(Object.keys(areas)).toEqual(['openness', 'websites', 'media', 'messages'])
    for (const area of ['websites', 'media'])
      expect(new Set(inspections.map(({ areas }) => areas[area]?.coverage))).toEqual(
        new Set(['full', 'sample']),
      )
  })

  test('exactly one printed rate is truncated, and one quarter has no messages and no rate', () => {
    const { inspections } = cityOf('city-3y')
    const truncated = inspections.filter(({ areas }) => {
      const { tally, rates } = areas.media ?? {}
      const { checked, failed } = tally ?? {}
      if (typeof checked !== 'number' || typeof failed !== 'number') return false
      return comparePrinted(rates?.passed?.stated ?? '', checked - failed, checked) === 'truncated'
    })
    const silent = inspections.filter(({ areas }) => areas.messages?.tally?.valid === 0)
    expect(truncated).toHaveLength(1)
    expect(silent).toHaveLength(1)
    expect(silent[0]?.areas.messages?.rates?.['closed-on-time']?.stated).toBeUndefined()
  })

  test.each(everySize)('%s: every step and state of rectification occurs, none ahead', (size) => {
    const dataset = cityOf(size)
    const index = indexDataset(dataset)
    const steps = index.issues.flatMap(({ issue }) => issue.rectification ?? [])
    expect([...new Set(steps.map(({ step }) => step))].sort()).toEqual([
      'closed',
      'extended',
      'notified',
      'recheck-failed',
      'recheck-passed',
      'rectified',
      'reported',
      'withdrawn',
    ])
    expect(steps.filter(({ on }) => on > demoAsOf)).toEqual([])
    const { rows, byIssue } = ledgerOf(dataset, index, demoAsOf)
    const states = new Set(rows.map(({ state }) => state.state))
    for (const state of ['nothing', 'notified', 'extended', 'withdrawn', 'closed', 'carried-over'])
      expect(states).toContain(state)
    const differing = [...byIssue.values()].filter(
      (own) => new Set(own.map(({ state }) => state.state)).size > 1,
    )
    expect(differing.length).toBeGreaterThan(0)
    expect(rows.filter(({ statement }) => statement?.evidence !== undefined)).not.toEqual([])
    expect(repeatsIn(index).size).toBeGreaterThan(0)
  })

  test('issues name several units, somebody and others, or nobody', () => {
    const issues = indexDataset(cityOf('city-3y')).issues.map(({ issue }) => issue)
    expect(issues.some(({ units }) => Array.isArray(units) && units.length > 1)).toBe(true)
    expect(issues.some(({ exhaustive }) => exhaustive === false)).toBe(true)
    expect(issues.some(({ units }) => units === 'not-stated')).toBe(true)
  })

  test('severity and counting in the rate are independent', () => {
    const issues = indexDataset(cityOf('city-10y')).issues.map(({ issue }) => issue)
    const kinds = new Set(issues.map((issue) => `${issue.severity} ${issue.counts_in_rate}`))
    expect(kinds).toEqual(new Set(['veto true', 'veto false', 'ordinary true', 'ordinary false']))
  })

  test('a unit with a very long name has issues, and another has sixty over the years', () => {
    const dataset = cityOf('city-10y')
    const { issuesByUnit } = indexDataset(dataset)
    const [longest] = Object.entries(dataset.units).sort(
      ([, a], [, b]) => b.name.length - a.name.length,
    )
    expect(longest?.[1].name.length).toBeGreaterThan(40)
    expect(issuesByUnit.get(longest?.[0] ?? '')?.length).toBeGreaterThan(0)
    expect(Math.max(...[...issuesByUnit.values()].map((issues) => issues.length))).toBeGreaterThan(
      60,
    )
  })
})

describe('nothing in the demo is real', () => {
  const texts = [...generateCity({ size: 'city-3y', seed }).values()]

  test('every address is on example.com', () => {
    const hosts = texts.flatMap((text) =>
      [...text.matchAll(/https?:\/\/([^/\s"]+)/g)].map(([, host]) => host),
    )
    expect(new Set(hosts)).toEqual(new Set(['example.com']))
    expect(texts.filter((text) => /www\.|\.gov\b|\.cn\b|@/.test(text))).toEqual([])
  })

  test('there is no phone or identity number', () => {
    // Mobile numbers, land lines with an area code, service lines, eighteen digits.
    const numbers = /(?<!\d)(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|[48]00-?\d{3}-?\d{4}|\d{17}[\dXx])(?!\d)/
    const read = texts.map((text) => text.replace(/sha256: [0-9a-f]{64}/g, ''))
    expect(read.filter((text) => numbers.test(text))).toEqual([])
  })

  test('no unit or account bears a name of the sample', () => {
    const own = (file: string): string[] =>
      [...readFileSync(file, 'utf8').matchAll(/name: ([^,}\n]+?)[ ,}\n]/g)].map(
        ([, name]) => name ?? '',
      )
    const real = own('test/cases/seed/data/channels.yaml').concat(
      own('test/cases/seed/data/units.yaml').filter((name) => !name.startsWith('市')),
    )
    expect(real.length).toBeGreaterThan(10)
    const { units, channels } = cityOf('city-3y')
    const names = new Set([...Object.values(units), ...Object.values(channels)].map((x) => x.name))
    expect(real.filter((name) => names.has(name))).toEqual([])
  })

  test('the site says that it is a sample', () => {
    const { site } = cityOf('city-1y')
    expect(site.official).toBe(false)
    expect(site.sample).toBe(true)
    expect(site.notice).toBe('示例数据：示例市及其单位、账号、问题均为虚构')
    expect(generateCity({ size: 'city-1y', seed }).get('data/site.yaml')).toMatch(demoHeader)
  })
})
