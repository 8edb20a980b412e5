/**
 * Checks every hostile or very large input at three sizes, each twice the one before, and prints one
 * line of JSON for each: what is reported, and how much was done. Run in a process of its own, since
 * the steps are those that V8 counts in all code that runs in it.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { Session } from 'node:inspector/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { clearReadingCaches, loadChecked } from '#loading/load-checked.ts'
import { shapes } from './hostile-shapes.ts'

export interface Counted {
  readonly title: string
  /** Codes of the problems in the files of the shape, each once, in order. */
  readonly codes: readonly string[]
  /** Of one kind in one file. */
  readonly most: number
  /** Blocks of code run at each size. */
  readonly steps: readonly number[]
  /** Microseconds of the processor at each size: regular expressions count no steps. */
  readonly cpu: readonly number[]
}

/** The largest of the three sizes is this part of the shape's. */
const part = 0.03

const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

async function countedSteps(): Promise<number> {
  const { result } = await session.post('Profiler.takePreciseCoverage')
  let steps = 0
  for (const { functions } of result)
    for (const { ranges } of functions) for (const { count } of ranges) steps += count
  return steps
}

const base = join(import.meta.dirname, '../cases/base')

function check(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-shape-'))
  try {
    cpSync(base, folder, { recursive: true })
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const { problems } = loadChecked({
      data: join(folder, 'data'),
      content: join(folder, 'content'),
    })
    return problems.filter(({ file, level }) => level !== 'hint' && Object.hasOwn(files, file))
  } finally {
    clearReadingCaches()
    rmSync(folder, { recursive: true })
  }
}

check({})
for (const { title, size, files } of shapes) {
  const steps: number[] = []
  const cpu: number[] = []
  let problems: ReturnType<typeof check> = []
  for (const share of [part / 4, part / 2, part]) {
    const made = files(Math.max(4, Math.round(size * share)))
    await countedSteps()
    const before = process.cpuUsage()
    problems = check(made)
    const { user, system } = process.cpuUsage(before)
    steps.push(await countedSteps())
    cpu.push(user + system)
  }
  const counted: Counted = {
    title,
    codes: [...new Set(problems.map(({ code }) => code))].sort(),
    most: Math.max(
      0,
      ...Map.groupBy(problems, ({ file, code }) => `${file} ${code}`)
        .values()
        .map((alike) => alike.length),
    ),
    steps,
    cpu,
  }
  process.stdout.write(`${JSON.stringify(counted)}\n`)
}
session.disconnect()
