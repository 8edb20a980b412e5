/**
 * Checks every hostile or very large input at three sizes, each twice the one before, and prints
 * one line of JSON for each: the problems, and the number of steps. Run in a process of its own,
 * because V8 counts the steps of all code that runs in it.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { loadChecked } from '#build/load-checked.ts'
import { shapes } from './hostile-shapes.ts'
import { type Steps, stepCounter, stepsAt } from './v8-steps.ts'

export interface Counted extends Steps {
  readonly title: string
  /** Codes of the problems in the files of the shape, each once, in order. */
  readonly codes: readonly string[]
  /** Problems of one kind in one file. */
  readonly most: number
}

/** The largest of the three sizes is this part of the size of the shape. */
const part = 0.03

const counter = await stepCounter()

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
    rmSync(folder, { recursive: true })
  }
}

check({})
for (const { title, size, files } of shapes) {
  let problems: ReturnType<typeof check> = []
  const done = await stepsAt(counter, size * part, (n) => {
    const input = files(n)
    return () => (problems = check(input))
  })
  const counted: Counted = {
    title,
    codes: [...new Set(problems.map(({ code }) => code))].sort(),
    most: Math.max(
      0,
      ...Map.groupBy(problems, ({ file, code }) => `${file} ${code}`)
        .values()
        .map((alike) => alike.length),
    ),
    ...done,
  }
  process.stdout.write(`${JSON.stringify(counted)}\n`)
}
process.exit()
