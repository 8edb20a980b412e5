/**
 * How long the check takes at the size of a city after ten years, beyond Node's own start:
 * `npm run bench`. Medians of several runs; a ratio of one run is worth more than any of them.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { generateCity } from '#demo/generate.ts'
import { writeDemo } from '#demo/write.ts'

const runs = 5
const folder = mkdtempSync(join(tmpdir(), 'gongshi-bench-'))
const city = join(folder, 'city')
const program = 'src/cli/gongshi.js'

function seconds(args: string[], environment: Record<string, string> = {}): number {
  const times = Array.from({ length: runs }, () => {
    const start = process.hrtime.bigint()
    const { status, stderr } = spawnSync(process.execPath, args, {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    if (status === null || stderr.length > 0) throw new Error(String(stderr))
    return Number(process.hrtime.bigint() - start) / 1e9
  })
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN
}

try {
  writeDemo(city, generateCity({ size: 'city-10y', seed: 1 }))
  const data = { DATA_DIR: join(city, 'data'), CONTENT_DIR: join(city, 'content') }
  const start = seconds(['-e', '0'])
  const whole = seconds([program, 'check'], data)
  rmSync(join(city, 'data/self-inspections'), { recursive: true })
  rmSync(join(city, 'data/registers'), { recursive: true })
  const inspections = seconds([program, 'check'], data)
  const rows = [
    ['Node start', start],
    ['check, 40 inspections, 60 units, 420 channels', inspections],
    ['the same with 2,400 self-inspections', whole],
  ] as const
  process.stdout.write(`${cpus()[0]?.model ?? 'processor unknown'}, Node ${process.version}\n`)
  for (const [name, time] of rows)
    process.stdout.write(
      `${time.toFixed(2)} s  ${(time - start).toFixed(2)} s beyond the start  ${name}\n`,
    )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
