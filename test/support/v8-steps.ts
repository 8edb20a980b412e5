import { Session } from 'node:inspector/promises'

/**
 * Counts the blocks of code that V8 runs, in a process of its own, because all code that runs in it
 * is counted.
 *
 * @returns the number of blocks run since the function was last called
 */
export async function stepCounter(): Promise<() => Promise<number>> {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  return async () => {
    const { result } = await session.post('Profiler.takePreciseCoverage')
    let steps = 0
    for (const { functions } of result)
      for (const { ranges } of functions) for (const { count } of ranges) steps += count
    return steps
  }
}

/** The work at each of several sizes, each twice the one before. */
export interface Steps {
  /** Blocks of code run. */
  readonly steps: readonly number[]
  /** Microseconds of processor time, because regular expressions count no steps. */
  readonly cpu: readonly number[]
}

/** Shorter processor times say nothing, in microseconds. */
export const minProcessorTime = 1_000_000

/** How often a processor time is measured that seems to grow too fast. */
const maxMeasured = 4

/** The work of a task at three sizes, the last of which is `size`. */
export async function stepsAt(
  counter: () => Promise<number>,
  size: number,
  task: (n: number) => () => unknown,
): Promise<Steps> {
  const sizes = [size / 4, size / 2, size].map((n) => Math.max(4, Math.round(n)))
  const timeOf = (run: () => unknown): number => {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  const steps: number[] = []
  const cpu: number[] = []
  for (const n of sizes) {
    const run = task(n)
    await counter()
    cpu.push(timeOf(run))
    steps.push(await counter())
  }
  // On a busy machine the time of the same work varies, but the shortest of several hardly does.
  for (let measured = 1; measured < maxMeasured && seemsTooLong(cpu); measured++)
    for (const [at, n] of sizes.entries())
      if (at > 0) cpu[at] = Math.min(cpu[at] ?? Infinity, timeOf(task(n)))
  return { steps, cpu }
}

/** Whether the time of the largest size is close to four times that of half of it. */
const seemsTooLong = ([, half = 0, whole = 0]: readonly number[]): boolean =>
  whole > minProcessorTime && whole > 2.5 * half
