import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  type BundleMap,
  type FileCoverage,
  linesOfStatements,
  linesRun,
  linesRunInBundle,
  rangesOf,
  type ScriptCoverage,
} from './lines.ts'

// npm run coverage: the lines of each file that the tests run, including the commands that they
// start and the sites that those build.
const least = 80
const results = resolve('node_modules/.cache/coverage')
const ofCommands = resolve('node_modules/.cache/coverage-commands')

/** Code that runs where these tests cannot measure it, and why that is acceptable. */
const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/^src\/client\/|^src\/forms\/start\.ts$/, 'runs in a browser: test/browser'],
]

const args = process.argv.slice(2)

if (!args.includes('--no-run')) {
  for (const folder of [results, ofCommands]) rmSync(folder, { recursive: true, force: true })
  // Code in a browser is not measured here, so its tests are left out, except the one whose command
  // starts a browser itself.
  const projects = args.includes('--unit')
    ? ['--project', 'unit']
    : ['--exclude', 'test/browser/!(pdf).test.ts']
  const { status } = spawnSync('vitest', ['run', ...projects, '--coverage'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, COMMAND_COVERAGE: ofCommands },
  })
  if (status !== 0) {
    process.stdout.write('A test failed: what follows is what ran all the same.\n')
    process.exitCode = 1
  }
}

const own = (path: string): string => relative(resolve('.'), path).split(sep).join('/')

const files = new Map<string, { known: Set<number>; ran: Set<number> }>()
const summary = JSON.parse(readFileSync(join(results, 'coverage-final.json'), 'utf8')) as Record<
  string,
  FileCoverage
>
for (const [path, coverage] of Object.entries(summary))
  files.set(own(path), linesOfStatements(coverage))

/** The coverage that a process wrote when it ended; null when it was killed while writing. */
function leftBy(name: string): {
  result: ScriptCoverage[]
  'source-map-cache'?: Record<string, BundleMap>
} | null {
  try {
    return JSON.parse(readFileSync(join(ofCommands, name), 'utf8')) as {
      result: ScriptCoverage[]
    }
  } catch {
    return null
  }
}

function add(path: string, lines: ReadonlySet<number>): void {
  const file = files.get(path)
  for (const line of lines) if (file?.known.has(line)) file.ran.add(line)
}

/**
 * Some tests run a changed copy of the program; a file counts as long as it has the length of ours.
 */
function addFile(script: ScriptCoverage): void {
  const [, path = ''] = /\/(src\/[^?]+\.ts)$/.exec(decodeURI(script.url)) ?? []
  if (!files.has(path) || script.url.includes('/node_modules/')) return
  const source = readFileSync(path, 'utf8')
  const end = Math.max(...script.functions.flatMap(({ ranges }) => ranges.map((r) => r.endOffset)))
  // Node appends the origin of a file to the source whose types it strips.
  if (end === source.length + `\n\n//# sourceURL=${script.url}`.length)
    add(path, linesRun(source, script))
}

const processes = existsSync(ofCommands) ? readdirSync(ofCommands) : []
process.stdout.write(`Reading what ${processes.length} processes left.\n`)
for (const name of processes) {
  const left = leftBy(name)
  for (const script of left?.result ?? []) {
    const map = left?.['source-map-cache']?.[script.url]
    if (/\/(\.prerender|program)\//.test(script.url) && map !== undefined)
      for (const [url, lines] of linesRunInBundle(script, map)) add(own(fileURLToPath(url)), lines)
    else addFile(script)
  }
}

const percentOf = (ran: number, known: number): number =>
  known === 0 ? 100 : Math.floor((1000 * ran) / known) / 10

const rows = [...files].map(([file, { known, ran }]) => ({
  file,
  folder: file.split('/').slice(0, 2).join('/'),
  known: known.size,
  ran: ran.size,
  percent: percentOf(ran.size, known.size),
  missing: rangesOf(
    [...known].filter((line) => !ran.has(line)),
    [...known],
  ),
  reason: elsewhere.find(([pattern]) => pattern.test(file))?.[1],
}))

const shown = (percent: number): string => `${percent.toFixed(1).padStart(5)} %`

for (const [folder, own] of Map.groupBy(rows, (row) => row.folder)) {
  const sum = (key: 'known' | 'ran'): number => own.reduce((all, row) => all + row[key], 0)
  process.stdout.write(
    `${shown(percentOf(sum('ran'), sum('known')))}  ${folder}: ${own.length} files, ${sum('known')} lines\n`,
  )
}
const low = rows.filter(({ percent }) => percent < least).sort((a, b) => a.percent - b.percent)
process.stdout.write(`Lines of statements that ran, files below ${least} %:\n`)
for (const { file, percent, missing, reason } of low)
  process.stdout.write(
    `${shown(percent)}  ${file}  ${reason === undefined ? `not run: ${missing}` : `(${reason})`}\n`,
  )
const failing = low.filter(({ reason }) => reason === undefined)
process.stdout.write(
  `${rows.length} files, ${low.length} below ${least} %, ${failing.length} of them without a reason.\n`,
)
if (failing.length > 0) process.exitCode = 1
