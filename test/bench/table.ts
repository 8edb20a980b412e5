import type { BuildReport } from '#cli/build-monitor.ts'
import type { Work } from '#build/build-progress.ts'
import type { Usage } from './measure.ts'

/** Medians of the runs at one size, and the parts of a full build. */
export interface Measured {
  readonly size: string
  readonly runs: number
  readonly taken: Readonly<
    Record<'start' | 'check' | 'build' | 'floor', Usage> & {
      readonly eleventy: Usage | null
    }
  >
  /** Seconds from saving a change until a page of the development server shows it. */
  readonly seen: number
  readonly report: BuildReport
}

export interface Row {
  readonly what: string
  readonly user: number | null
  readonly wall: number | null
  readonly peak: number | null
  /** Of the indexer of the search. */
  readonly indexer: number | null
  /** User time divided by that of the bare project. */
  readonly ratio: number | null
  /** The required value, if there is one. */
  readonly target: string
  readonly pagesPerSecond: number | null
}

/** A full build and the report that it wrote. */
export interface Built {
  readonly size: string
  readonly taken: Readonly<Record<'build', Usage>>
  readonly report: BuildReport
}

/** What a build took, and the report that it wrote. */
export interface FinishedBuild {
  readonly took: Usage
  readonly report: BuildReport
}

/** Builds without and with the ledger of policies, in pairs, as a Markdown table. */
export function ledgerRows(
  size: string,
  pairs: readonly (readonly [without: FinishedBuild, withLedger: FinishedBuild])[],
): string {
  const added = pairs.map(([without, withLedger]) => withLedger.took.user / without.took.user - 1)
  const middle = added.toSorted((a, b) => a - b)[added.length >> 1] ?? Number.NaN
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`
  return [
    '| build of a city | pages without the ledger | with it | user CPU s without | with it | added | asked |',
    '| --- | ---: | ---: | ---: | ---: | ---: | --- |',
    ...pairs.map((pair, n) => {
      const pages = pair.map(({ report }) => report.work.pages?.files ?? 0)
      const times = pair.map(({ took }) => took.user.toFixed(1))
      return `| ${[size, ...pages, ...times, percent(added[n] ?? Number.NaN)].join(' | ')} | |`
    }),
    `| ${size}, middle of ${pairs.length} | | | | | ${percent(middle)} | ≤ 15 % |`,
    '',
  ].join('\n')
}

type Parts = Pick<Built, 'taken' | 'report'>

const cpuOf = ({ report }: Parts, ...work: Work[]): number =>
  work.reduce((sum, name) => sum + (report.work[name]?.cpu ?? 0), 0)

/**
 * User time of a build for its pages and the shared work, without its other files and its search.
 */
export const userTimeOfPages = (parts: Parts): number =>
  parts.taken.build.user -
  parts.taken.build.native -
  cpuOf(parts, 'tables', 'workbooks', 'pictures', 'documents', 'others', 'search')

/** The rows of the table: the parts of a build from its own report, the rest as measured. */
export function measuredRows({ size, taken, seen, report }: Measured): Row[] {
  const pages = report.work.pages?.files ?? 0
  const row = (
    what: string,
    user: number | null,
    {
      wall = null,
      peak = null,
      indexer = null,
      target = '',
      rate = false,
    }: Partial<Row> & { rate?: boolean },
  ): Row => ({
    what,
    user,
    wall,
    peak,
    indexer: indexer === 0 ? null : indexer,
    target,
    ratio: user === null ? null : user / taken.floor.user,
    pagesPerSecond: rate && user !== null ? pages / user : null,
  })
  const { build, start, check, floor, eleventy } = taken
  const alone = userTimeOfPages({ taken, report })
  const withData = build.user - cpuOf({ taken, report }, 'pictures', 'documents', 'others')
  return [
    row('floor: a bare Astro project, as many pages as heavy', floor.user, {
      ...floor,
      rate: true,
    }),
    row('our build: pages', alone, { target: '≤ 1.5', rate: true }),
    row('our build: pages, search, CSV, JSON, XLSX', withData, { target: '≤ 2.5', rate: true }),
    row('our build: all', build.user, { ...build, target: memoryTarget(size), rate: true }),
    row('a change saved, until a page of `npm run dev` shows it', null, {
      wall: seen,
      target: '< 1 s',
    }),
    row('our check', check.user, { ...check, target: checkTargets[size] ?? '' }),
    row('the same beyond the start of Node', check.user - start.user, {
      wall: check.wall - start.wall,
    }),
    ...(eleventy === null
      ? []
      : [row('Eleventy, a page for each record of the same YAML', eleventy.user, { ...eleventy })]),
  ]
}

/** Wall time of a check of which nothing is remembered. */
const checkTargets: Readonly<Record<string, string>> = { 'city-1y': '≤ 0.5 s', 'city-10y': '≤ 3 s' }
/** Of the main process with its threads. */
const memoryTarget = (size: string): string => (size.startsWith('province') ? '≤ 4 GB' : '≤ 1.2 GB')

const kinds = ['workbooks', 'pictures', 'documents', 'tables'] as const

/** The table of one size as Markdown. */
export function tableOf(measured: Measured): string {
  const { size, runs, report } = measured
  const rows = measuredRows(measured).map(
    ({ what, user, wall, peak, indexer, ratio, target, pagesPerSecond }) =>
      [
        what,
        user?.toFixed(1) ?? '',
        wall?.toFixed(1) ?? '',
        peak?.toFixed(0) ?? '',
        indexer?.toFixed(0) ?? '',
        ratio?.toFixed(2) ?? '',
        target,
        pagesPerSecond?.toFixed(0) ?? '',
      ].join(' | '),
  )
  const pages = report.work.pages
  const perFile = kinds.flatMap((kind) => {
    const { files = 0, cpu = 0, bytes = 0 } = report.work[kind] ?? {}
    return files === 0
      ? []
      : [
          `| ${kind} | ${files} | ${((cpu * 1000) / files).toFixed(1)} | ${Math.round(bytes / 1e5) / 10} |`,
        ]
  })
  return [
    `### ${size}: ${pages?.files ?? 0} pages, ${((pages?.bytes ?? 0) / 1e6).toFixed(0)} MB of them; medians of ${runs}`,
    '',
    '| | user CPU s | wall s | peak MB | indexer MB | × floor | asked | pages/s |',
    '| --- | ---: | ---: | ---: | ---: | ---: | --- | ---: |',
    ...rows.map((row) => `| ${row} |`),
    '',
    '| files of a build | count | ms each | MB |',
    '| --- | ---: | ---: | ---: |',
    ...perFile,
    '',
  ].join('\n')
}

/** Full builds of several sizes as a Markdown table. */
export const buildsOf = (all: readonly Built[]): string =>
  [
    '| full build | pages | MB of pages | user CPU s | of the pages alone | wall s | peak MB | indexer MB |',
    '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...all.map((one) => {
      const { files = 0, bytes = 0 } = one.report.work.pages ?? {}
      const { user, wall, peak, indexer } = one.taken.build
      const figures = [bytes / 1e6, user, userTimeOfPages(one), wall, peak, indexer].map((n) =>
        n.toFixed(0),
      )
      return `| ${[one.size, files, ...figures].join(' | ')} |`
    }),
    '',
  ].join('\n')

/** A check of a size, and a save in the development server, in seconds. */
export interface Edited {
  readonly size: string
  readonly check: Usage
  readonly seen: number
}

/** What an editor waits for, as a Markdown table. */
export const editingOf = (all: readonly Edited[]): string =>
  [
    '| | wall s | user CPU s | peak MB | asked |',
    '| --- | ---: | ---: | ---: | --- |',
    ...all.flatMap(({ size, check, seen }) => [
      `| ${size}: check | ${check.wall.toFixed(2)} | ${check.user.toFixed(2)} | ${check.peak.toFixed(0)} | ${checkTargets[size] ?? ''} |`,
      `| ${size}: a change saved, until a page of \`npm run dev\` shows it | ${seen.toFixed(2)} | | | ≤ 1 s |`,
    ]),
    '',
  ].join('\n')

/**
 * The cost of one more page from each size to the next, and how much it grows from the first step
 * to the last; 1 means that it does not grow. Null for fewer than three sizes.
 */
export function slopesOf(all: readonly Built[]): string {
  const pagesOf = ({ report }: Built): number => report.work.pages?.files ?? 0
  const sorted = [...all].sort((a, b) => pagesOf(a) - pagesOf(b))
  if (sorted.length < 3) return ''
  const costs = {
    'the pages alone': userTimeOfPages,
    'the whole build': (one: Parts) => one.taken.build.user,
  }
  const lines = Object.entries(costs).map(([what, cost]) => {
    const slopes = sorted.slice(1).map((one, n) => {
      const before = sorted[n] as Built
      return ((cost(one) - cost(before)) * 1000) / (pagesOf(one) - pagesOf(before))
    })
    const growth = (slopes.at(-1) ?? 0) / (slopes[0] ?? 0)
    return `| ${[what, ...slopes.map((slope) => slope.toFixed(2)), growth.toFixed(2), '≤ 1.2'].join(' | ')} |`
  })
  const steps = sorted.slice(1).map((one, n) => `${pagesOf(sorted[n] as Built)} to ${pagesOf(one)}`)
  return [
    `| user CPU ms for a page more | ${steps.join(' | ')} | last by first | asked |`,
    `| --- | ${'---: | '.repeat(steps.length + 1)}--- |`,
    ...lines,
    '',
  ].join('\n')
}
