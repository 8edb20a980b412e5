import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { corporaIn } from './corpora.ts'
import { fuzz } from './fuzz.ts'

// npm run fuzz -- --seed 7 --runs 5000; --run 312 alone shows one of them again.
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '1000' },
    run: { type: 'string' },
  },
})
const [seed, first, runs] = [
  Number(values.seed),
  Number(values.run ?? 0),
  values.run === undefined ? Number(values.runs) : 1,
]
if (![seed, first, runs].every(Number.isInteger))
  throw new Error('--seed, --runs and --run are whole numbers')

const root = mkdtempSync(join(tmpdir(), 'gongshi-fuzz-'))
let found = 0
try {
  const numbers = Array.from({ length: runs }, (_run, n) => first + n)
  let done = 0
  for await (const finding of fuzz(corporaIn(root), seed, numbers)) {
    done++
    if (done % 500 === 0) process.stderr.write(`${done} of ${runs}, ${found} broke a promise\n`)
    if (finding === null) continue
    found++
    process.stdout.write(`--seed ${seed} --run ${finding.run}\n  ${finding.did}\n`)
    for (const line of finding.broken)
      process.stdout.write(`  ${line.replaceAll('\n', '\n    ')}\n`)
  }
} finally {
  rmSync(root, { recursive: true, force: true })
}
process.stdout.write(`${runs} changes with seed ${seed}: ${found} broke a promise.\n`)
process.exitCode = found === 0 ? 0 : 1
