import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type FileCoverage, linesOfStatements, linesRun, type ScriptCoverage } from './lines.ts'

// npm run coverage: what of each file the unit tests run, commands that they start included.
const least = 80
const results = resolve('node_modules/.cache/coverage')
const ofCommands = resolve('node_modules/.cache/coverage-commands')

/** Run where these tests cannot look, and why that is enough. */
const elsewhere: readonly (readonly [RegExp, string])[] = [
  [/^src\/(site|charts)\/browser\/|^src\/forms\/start\.ts$/, 'runs in a browser: test/browser'],
  [/^src\/site\/(scripts|one-dataset|authored-data|built-pages)\.ts$/, 'runs inside the bundler'],
]

if (!process.argv.includes('--no-run')) {
  for (const folder of [results, ofCommands]) rmSync(folder, { recursive: true, force: true })
  spawnSync('vitest', ['run', '--project', 'unit', '--coverage'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, COMMAND_COVERAGE: ofCommands },
  })
}

const own = (path: string): string => relative(resolve('.'), path).split(sep).join('/')

const files = new Map<string, { known: Set<number>; ran: Set<number> }>()
const summary = JSON.parse(readFileSync(join(results, 'coverage-final.json'), 'utf8')) as Record<
  string,
  FileCoverage
>
for (const [path, coverage] of Object.entries(summary))
  files.set(own(path), linesOfStatements(coverage))

const source = resolve('src') + sep
for (const name of existsSync(ofCommands) ? readdirSync(ofCommands) : []) {
  let scripts: ScriptCoverage[]
  try {
    const read = JSON.parse(readFileSync(join(ofCommands, name), 'utf8')) as {
      result: ScriptCoverage[]
    }
    scripts = read.result
  } catch {
    // It was killed while it wrote.
    continue
  }
  for (const script of scripts) {
    if (!script.url.startsWith('file:')) continue
    const path = fileURLToPath(script.url)
    const file = files.get(own(path))
    if (!path.startsWith(source) || file === undefined) continue
    for (const line of linesRun(readFileSync(path, 'utf8'), script))
      if (file.known.has(line)) file.ran.add(line)
  }
}

const rows = [...files].map(([file, { known, ran }]) => ({
  file,
  percent: known.size === 0 ? 100 : Math.floor((1000 * ran.size) / known.size) / 10,
  missing: [...known].filter((line) => !ran.has(line)),
  reason: elsewhere.find(([pattern]) => pattern.test(file))?.[1],
}))
const low = rows.filter(({ percent }) => percent < least).sort((a, b) => a.percent - b.percent)
for (const { file, percent, missing, reason } of low)
  process.stdout.write(
    `${percent.toFixed(1).padStart(5)} %  ${file}${reason === undefined ? `  lines ${missing.slice(0, 30).join(' ')}` : `  (${reason})`}\n`,
  )
const failing = low.filter(({ reason }) => reason === undefined)
process.stdout.write(
  `${rows.length} files, ${low.length} below ${least} %, ${failing.length} of them without a reason.\n`,
)
process.exitCode = failing.length === 0 ? 0 : 1
