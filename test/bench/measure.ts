import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

/** Time and memory of a run of a program, with all processes that it started. */
export interface Usage {
  /** Seconds of wall time. */
  readonly wall: number
  /** Seconds of user time. */
  readonly user: number
  /** The part of it that programs other than Node used, such as the indexer of the search. */
  readonly native: number
  /** The largest memory of one of its Node processes with its threads, in megabytes. */
  readonly peak: number
  /**
   * The largest memory of one of the other programs, such as the indexer of the search, in megabytes;
   * 0 where the system does not tell it.
   */
  readonly indexer: number
}

const hook = pathToFileURL(resolve('test/bench/usage-hook.js')).href

/** Runs a Node program once. Throws its output when it fails. */
export function usageOf(
  args: readonly string[],
  { environment = {}, folder = '.' }: { environment?: NodeJS.ProcessEnv; folder?: string } = {},
): Usage {
  const scratch = mkdtempSync(join(tmpdir(), 'gongshi-bench-'))
  const [times, usage] = [join(scratch, 'times'), join(scratch, 'usage')]
  try {
    const start = performance.now()
    // The count of the shell includes every descendant process that was waited for.
    const script = '"$@"; code=$?; times > "$BENCH_TIMES"; exit $code'
    const run = spawnSync('sh', ['-c', script, 'sh', process.execPath, ...args], {
      cwd: folder,
      env: {
        ...process.env,
        ...environment,
        BENCH_TIMES: times,
        BENCH_USAGE: usage,
        NODE_OPTIONS: `--import ${hook}`,
      },
      encoding: 'utf8',
      maxBuffer: 1e9,
    })
    const wall = (performance.now() - start) / 1000
    if (run.status !== 0) throw new Error(`${args.join(' ')}\n${run.stdout}${run.stderr}`)
    const seen = userSeconds(readFileSync(times, 'utf8'))
    const own = readFileSync(usage, 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' ').map(Number))
    const peak = Math.max(...own.map(([kilobytes = 0]) => kilobytes)) / 1024
    const indexer = Math.max(...own.map(([, , , kilobytes = 0]) => kilobytes)) / 1024
    const node = own.reduce((sum, [, microseconds = 0]) => sum + microseconds, 0) / 1e6
    const unseen = own.reduce((sum, [, , microseconds = 0]) => sum + microseconds, 0) / 1e6
    const user = seen + unseen
    return { wall, user, native: Math.max(0, user - node), peak, indexer }
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** From the second line of the shell's `times`: `0m12.34s 0m1.20s`. */
function userSeconds(times: string): number {
  const [, minutes, seconds] = /^(\d+)m([\d.]+)s/.exec(times.split('\n')[1] ?? '') ?? []
  return Number(minutes) * 60 + Number(seconds)
}

/** The median of several runs, for each number by itself. */
export function median(runs: readonly Usage[]): Usage {
  const middle = (figures: readonly number[]): number =>
    [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? Number.NaN
  return {
    wall: middle(runs.map(({ wall }) => wall)),
    user: middle(runs.map(({ user }) => user)),
    native: middle(runs.map(({ native }) => native)),
    peak: middle(runs.map(({ peak }) => peak)),
    indexer: middle(runs.map(({ indexer }) => indexer)),
  }
}
