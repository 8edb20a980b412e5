/**
 * `npm run bench -- --before <commit>`: this version beside an earlier one, built in turn on the same
 * machine from the fictional city that each writes, and the requirements of both.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { BuildReport } from '#cli/build-monitor.ts'
import { demoAsOf } from '#tools/demo/generate.ts'
import type { DemoSize } from '#tools/demo/province.ts'
import { startServing } from '../support/command-server.ts'
import { median, usageOf } from './measure.ts'
import { type Built, userTimeOfPages } from './table.ts'

/** A checkout of the program. */
interface Version {
  readonly root: string
  /** Whether its builds reuse earlier ones unless told not to. */
  readonly isIncremental: boolean
}

const ours: Version = { root: resolve('.'), isIncremental: false }

/** The table of both versions: medians, and this one as a part of the one before. */
export async function beforeTable(
  commit: string,
  sizes: readonly DemoSize[],
  runs: number,
  say: (what: string) => void,
): Promise<string> {
  say(`checking out ${commit} and installing its packages`)
  const before = checkout(commit)
  const rows: string[] = []
  for (const size of sizes) {
    const [old, now] = inTurn(size, before, runs, say)
    const asked: Partial<Record<DemoSize, readonly [string, string, string]>> = {
      'city-1y': ['≤ 0.70', '', ''],
      'city-10y': ['≤ 0.65', '≤ 0.75', '≤ 0.85'],
    }
    const [wall = '', cpu = '', pages = ''] = asked[size] ?? []
    const growth = pagesOf(now) / pagesOf(old)
    const both = (figure: (one: Built) => number): [number, number] => [figure(old), figure(now)]
    rows.push(
      row(`${size}: pages`, both(pagesOf), { decimals: 0 }),
      row(
        `${size}: full build, wall s`,
        both(({ taken }) => taken.build.wall),
        { asked: wall, growth },
      ),
      row(
        `${size}: full build, user CPU s`,
        both(({ taken }) => taken.build.user),
        { asked: cpu, growth },
      ),
      row(`${size}: its pages alone, user CPU s`, both(userTimeOfPages), { asked: pages, growth }),
      row(
        `${size}: main process, peak MB`,
        both(({ taken }) => taken.build.peak),
        { decimals: 0 },
      ),
      row(
        `${size}: indexer, peak MB`,
        both(({ taken }) => taken.build.indexer),
        { decimals: 0 },
      ),
    )
  }
  const started = await startsInTurn(before, runs, say)
  rows.push(row('the real site, `npm start` to the address, s', started, { asked: '≤ 0.90' }))
  return [
    `| medians of ${runs} | before | now | now by before | a page, now by before | asked |`,
    '| --- | ---: | ---: | ---: | ---: | --- |',
    ...rows,
    '',
  ].join('\n')
}

/** @param options `growth` is how many times as many pages there are now */
function row(
  what: string,
  [before, now]: readonly [number, number],
  {
    asked = '',
    growth,
    decimals = 1,
  }: { readonly asked?: string; readonly growth?: number; readonly decimals?: number },
): string {
  const ratio = now / before
  const ofPage = growth === undefined ? '' : (ratio / growth).toFixed(2)
  const cells = [before.toFixed(decimals), now.toFixed(decimals), ratio.toFixed(2), ofPage, asked]
  return `| ${[what, ...cells].join(' | ')} |`
}

const pagesOf = ({ report }: Built): number => report.work.pages?.files ?? 0

/**
 * A commit in a folder of its own, with its packages; made once for each commit. It is no folder
 * below `node_modules`, from which Node runs no TypeScript.
 */
function checkout(commit: string): Version {
  const sha = git('rev-parse', '--verify', `${commit}^{commit}`).trim()
  const root = join(tmpdir(), `gongshi-before-${sha.slice(0, 12)}`)
  const installed = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(installed)) {
    rmSync(root, { recursive: true, force: true })
    git('clone', '--quiet', '--no-checkout', '--shared', '.', root)
    git('-C', root, 'checkout', '--quiet', '--detach', sha)
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: root, stdio: 'ignore' })
  }
  return { root, isIncremental: existsSync(join(root, 'src/site/kept-build.ts')) }
}

const git = (...args: string[]): string => execFileSync('git', args, { encoding: 'utf8' })

/** Full builds of a size by both versions in turn. */
function inTurn(
  size: DemoSize,
  before: Version,
  runs: number,
  say: (what: string) => void,
): [Built, Built] {
  const versions = [before, ours] as const
  const folders = versions.map((_, n) => join(tmpdir(), `gongshi-bench-before-${n}-${size}`))
  try {
    versions.forEach((version, n) => {
      writeCity(version, size, folders[n] ?? '')
    })
    const built: Built[][] = [[], []]
    for (let run = 0; run < runs; run++)
      versions.forEach((version, n) => {
        say(`${size}: build by ${n === 0 ? 'the version before' : 'this version'}`)
        built[n]?.push(build(version, size, folders[n] ?? ''))
      })
    const [old, now] = built.map((all) => ({
      ...(all[Math.floor(all.length / 2)] as Built),
      taken: { build: median(all.map(({ taken }) => taken.build)) },
    })) as [Built, Built]
    return [old, now]
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  }
}

/** Writes the fictional city as a version knows it: another version may not read it. */
function writeCity({ root }: Version, size: DemoSize, folder: string): void {
  const place = existsSync(join(root, 'src/tools/demo')) ? '#tools/demo' : '#demo'
  const script = `
    const { generateDemo } = await import('${place}/province.ts')
    const { writeDemo } = await import('${place}/write.ts')
    writeDemo(${JSON.stringify(join(folder, 'city'))}, generateDemo({ size: '${size}', seed: 1 }))`
  rmSync(folder, { recursive: true, force: true })
  execFileSync(process.execPath, ['--input-type=module', '--eval', script], { cwd: root })
}

function build({ root, isIncremental }: Version, size: DemoSize, folder: string): Built {
  const [city, site, reportFile] = ['city', 'site', 'report.json'].map((name) =>
    join(folder, name),
  ) as [string, string, string]
  rmSync(site, { recursive: true, force: true })
  const taken = usageOf(
    [
      join(root, 'src/cli/gongshi.js'),
      'build',
      '--report',
      reportFile,
      ...(isIncremental ? ['--clean'] : []),
    ],
    {
      folder: root,
      environment: {
        DATA_DIR: join(city, 'data'),
        CONTENT_DIR: join(city, 'content'),
        OUT_DIR: site,
        SITE_URL: 'https://www.example.gov.cn/jcgk/',
        AS_OF: demoAsOf,
      },
    },
  )
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as BuildReport
  return { size, taken: { build: taken }, report }
}

/** Seconds from `npm start` on the authored files of each version until it prints its address. */
async function startsInTurn(
  before: Version,
  runs: number,
  say: (what: string) => void,
): Promise<[number, number]> {
  const times: [number[], number[]] = [[], []]
  for (let run = 0; run < runs; run++)
    for (const [n, { root, isIncremental }] of [before, ours].entries()) {
      say(`start of ${n === 0 ? 'the version before' : 'this version'}`)
      const site = join(tmpdir(), `gongshi-bench-start-${n}`)
      rmSync(site, { recursive: true, force: true })
      if (isIncremental) rmSync(join(root, 'node_modules/.cache'), { recursive: true, force: true })
      const start = performance.now()
      const server = await startServing('start', { OUT_DIR: site }, root)
      times[n]?.push((performance.now() - start) / 1000)
      await server.stop()
      rmSync(site, { recursive: true, force: true })
    }
  return times.map((all) => all.sort((a, b) => a - b)[Math.floor(runs / 2)]) as [number, number]
}
