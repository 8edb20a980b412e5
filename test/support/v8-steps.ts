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

/** The work of a task at three sizes, the last of which is `size`. */
export async function stepsAt(
  counter: () => Promise<number>,
  size: number,
  task: (n: number) => () => unknown,
): Promise<Steps> {
  const steps: number[] = []
  const cpu: number[] = []
  for (const n of [size / 4, size / 2, size]) {
    const run = task(Math.max(4, Math.round(n)))
    await counter()
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    steps.push(await counter())
    cpu.push(user + system)
  }
  return { steps, cpu }
}
