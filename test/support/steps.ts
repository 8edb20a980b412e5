import { Session } from 'node:inspector/promises'

const session = new Session()
session.connect()
await session.post('Profiler.enable')
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })

async function stepsSinceLast(): Promise<number> {
  const { result } = await session.post('Profiler.takePreciseCoverage')
  return result
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((steps, { count }) => steps + count, 0)
}

/**
 * How many blocks of code a function runs, in all code that it calls: the same on any machine, unlike time.
 * Regular expressions and functions of the engine count as one step.
 */
export async function stepsOf(run: () => void): Promise<number> {
  await stepsSinceLast()
  run()
  return stepsSinceLast()
}
