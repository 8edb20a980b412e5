/**
 * `npm run bench`: compares our build and check with a bare Astro project of as many pages of the
 * same weight, and with Eleventy on the same YAML. All are measured in one run on one machine, as
 * medians of several. The ratios say more than the seconds.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join, relative, resolve, sep } from 'node:path'
import { parseArgs } from 'node:util'
import type { BuildReport } from '#cli/build-monitor.ts'
import { demoAsOf } from '#tools/demo/generate.ts'
import { type DemoSize, demoSizes, generateDemo } from '#tools/demo/province.ts'
import { writeDemo } from '#tools/demo/write.ts'
import { eleventyBuild, installEleventy, writeEleventy } from './eleventy.ts'
import { beforeTable } from './before.ts'
import { comparisonTable } from './compare-reports.ts'
import { type Change, seenAfter } from './dev.ts'
import { floorBuild, writeFloor } from './floor.ts'
import { median, type Usage, usageOf } from './measure.ts'
import {
  buildsOf,
  type Built,
  type Edited,
  editingOf,
  type FinishedBuild,
  ledgerRows,
  type Measured,
  measuredRows,
  slopesOf,
  tableOf,
} from './table.ts'

/** The number of changes made to a file so far: each change writes another sentence. */
let changed = 0
const program = resolve('src/cli/gongshi.js')
const cache = resolve('node_modules/.cache/bench')
const history = 'test/bench/history.md'

const { values: options } = parseArgs({
  options: {
    size: { type: 'string', default: 'city-10y' },
    runs: { type: 'string', default: '3' },
    json: { type: 'string', default: join(cache, 'bench.json') },
    /** Why this run was made, for the history. */
    record: { type: 'string' },
    'no-eleventy': { type: 'boolean', default: false },
    /**
     * A single full build of each size, for the cost of one more page and for memory, up to a
     * province.
     */
    builds: { type: 'boolean', default: false },
    /** A commit: this version beside that one instead, built in turn. */
    before: { type: 'string' },
    /** The checks and a save in the development server alone, without a build. */
    editing: { type: 'boolean', default: false },
    /** The comparison of the annual reports of 300 units instead. */
    reports: { type: 'boolean', default: false },
    /** The build of each size with and without the ledger of policies instead, in turn. */
    ledger: { type: 'boolean', default: false },
  },
})
const sizes = options.size.split(',') as DemoSize[]
const unknown = sizes.filter((size) => !demoSizes.includes(size))
if (unknown.length > 0)
  throw new Error(`no size ${unknown.join(', ')}; there are ${demoSizes.join(', ')}`)

const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform}, Node ${process.version}`
process.stdout.write(`${machine}\n`)
if (options.reports) {
  process.stdout.write(`${comparisonTable()}\n`)
  process.exit()
}
if (options.ledger) {
  for (const size of sizes) process.stdout.write(`${ledgerTable(size, Number(options.runs))}\n`)
  process.exit()
}
const { tables, sizes: found } =
  options.before !== undefined
    ? { tables: await beforeTable(options.before, sizes, Number(options.runs), say), sizes: [] }
    : options.editing
      ? await editingAlone(Number(options.runs))
      : options.builds
        ? buildsAlone()
        : await sideBySide()
process.stdout.write(`${tables}\n`)
mkdirSync(cache, { recursive: true })
writeFileSync(options.json, `${JSON.stringify({ machine, sizes: found }, null, 2)}\n`)
process.stdout.write(`${options.json}\n`)
if (options.record !== undefined) {
  const day = new Date().toISOString().slice(0, 10)
  const before = existsSync(history) ? readFileSync(history, 'utf8') : '# Runs that matter\n'
  writeFileSync(history, `${before}\n## ${day}: ${options.record}\n\n${machine}\n\n${tables}`)
}

async function sideBySide(): Promise<{ tables: string; sizes: object[] }> {
  const all: Measured[] = []
  for (const size of sizes) all.push(await measured(size, Number(options.runs)))
  const tables = [...all.map((one) => tableOf(one)), slopesOf(all)].join('\n').trimEnd() + '\n'
  return { tables, sizes: all.map((one) => ({ ...one, rows: measuredRows(one) })) }
}

function buildsAlone(): { tables: string; sizes: object[] } {
  const all: Built[] = []
  for (const size of sizes)
    inFolder(size, (folder) => {
      const { build } = cityIn(folder, size)
      const { took, report } = build()
      all.push({ size, taken: { build: took }, report })
    })
  return { tables: `${buildsOf(all)}\n${slopesOf(all)}`, sizes: all }
}

/** What an editor waits for: a check that remembers nothing, and a save until a page shows it. */
async function editingAlone(runs: number): Promise<{ tables: string; sizes: object[] }> {
  const all: Edited[] = []
  for (const size of sizes)
    await inFolder(size, async (folder) => {
      const { city, environment } = cityIn(folder, size)
      say(`${size}: check`)
      const checks = Array.from({ length: runs }, () =>
        usageOf([program, 'check'], { environment }),
      )
      say(`${size}: dev`)
      const seen = await seenAfter(() => changeOneFile(city), environment, runs)
      all.push({ size, check: median(checks), seen })
    })
  return { tables: editingOf(all), sizes: all }
}

/**
 * Runs a function in a folder that is not below node_modules, where the development server watches
 * no file.
 */
function inFolder<T>(size: DemoSize, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), `gongshi-bench-${size}-`))
  process.once('exit', () => {
    rmSync(folder, { recursive: true, force: true })
  })
  return use(folder)
}

/** A city in a folder, and the command that builds its site. */
interface City {
  readonly city: string
  readonly site: string
  readonly environment: Readonly<Record<string, string>>
  readonly build: () => FinishedBuild
}

/** The data of a size in a folder, and the command that builds its site. */
function cityIn(folder: string, size: DemoSize): City {
  mkdirSync(folder, { recursive: true })
  const [city, site, reportFile] = ['city', 'site', 'report.json'].map((name) =>
    join(folder, name),
  ) as [string, string, string]
  writeDemo(city, generateDemo({ size, seed: 1 }))
  const environment = {
    DATA_DIR: join(city, 'data'),
    CONTENT_DIR: join(city, 'content'),
    OUT_DIR: site,
    SITE_URL: 'https://www.example.gov.cn/jcgk/',
    AS_OF: demoAsOf,
  }
  const build = (): FinishedBuild => {
    say(`${size}: build`)
    const took = usageOf([program, 'build', '--report', reportFile], { environment })
    return { took, report: JSON.parse(readFileSync(reportFile, 'utf8')) as BuildReport }
  }
  return { city, site, environment, build }
}

/** What the ledger adds to the build of a size: the same city with and without its files, in turn. */
function ledgerTable(size: DemoSize, runs: number): string {
  return inFolder(size, (folder) => {
    const cities = ['with', 'without'].map((name) => cityIn(join(folder, name), size))
    const [withLedger, without] = cities as [City, City]
    rmSync(join(without.city, 'data/openness'), { recursive: true })
    const pairs = Array.from({ length: runs }, () =>
      [without, withLedger].map(({ build }) => build()),
    )
    return ledgerRows(size, pairs as [FinishedBuild, FinishedBuild][])
  })
}

function measured(size: DemoSize, runs: number): Promise<Measured> {
  return inFolder(size, (folder) => measuredIn(folder, size, runs))
}

async function measuredIn(folder: string, size: DemoSize, runs: number): Promise<Measured> {
  const { city, site, environment, build } = cityIn(folder, size)
  const found: Record<keyof Measured['taken'], Usage[]> = {
    start: [],
    check: [],
    build: [],
    floor: [],
    eleventy: [],
  }
  const reports: BuildReport[] = []
  for (let run = 0; run < runs; run++) {
    const { took, report } = build()
    found.build.push(took)
    reports.push(report)
    say(`${size}: start and check`)
    found.start.push(usageOf(['-e', '0']))
    found.check.push(usageOf([program, 'check'], { environment }))
    if (run === 0) prepareOthers(size, city, site)
    say(`${size}: floor`)
    found.floor.push(
      usageOf(floorBuild(), {
        folder: floorOf(size),
        environment: { ASTRO_TELEMETRY_DISABLED: '1' },
      }),
    )
    if (options['no-eleventy']) continue
    say(`${size}: Eleventy`)
    found.eleventy.push(usageOf(eleventyBuild, { folder: join(cache, 'eleventy') }))
  }
  say(`${size}: dev`)
  const seen = await seenAfter(() => changeOneFile(city), environment, runs)
  return {
    size,
    runs,
    seen,
    taken: {
      start: median(found.start),
      check: median(found.check),
      build: median(found.build),
      floor: median(found.floor),
      eleventy: found.eleventy.length === 0 ? null : median(found.eleventy),
    },
    report: reports[Math.floor(reports.length / 2)] as BuildReport,
  }
}

/** Below node_modules, so that it finds Astro. */
function floorOf(size: DemoSize): string {
  return join(cache, size, 'floor')
}

function prepareOthers(size: DemoSize, city: string, site: string): void {
  writeFloor(floorOf(size), site)
  if (options['no-eleventy']) return
  say(`${size}: installing Eleventy`)
  installEleventy(join(cache, 'eleventy'))
  writeEleventy(join(cache, 'eleventy'), city, site)
}

/**
 * The daily change of an officer: another sentence in one unit's report. Returns its page and the
 * sentence.
 */
function changeOneFile(city: string): Change {
  const reports = join(city, 'data/self-inspections')
  const [file] = readdirSync(reports, { recursive: true, encoding: 'utf8' })
    .filter((path) => /2024-q3[\\/].*\.yaml$/.test(path))
    .sort()
    .map((path) => join(reports, path))
  if (file === undefined) throw new Error('the city has no report to change')
  const text = readFileSync(file, 'utf8')
  const outlook = /^outlook: .*$/m
  const sentence = `第${++changed}次补充：加强日常巡查。`
  const line = `outlook: ${sentence}`
  writeFileSync(file, outlook.test(text) ? text.replace(outlook, line) : `${text}${line}\n`)
  const page = relative(join(city, 'data'), file).replaceAll(sep, '/').replace(/yaml$/, 'html')
  return { page, sentence }
}

function say(what: string): void {
  process.stderr.write(`${what}…\n`)
}
