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
 * The number of code blocks that a function runs, including all functions that it calls: unlike
 * time, it is the same on any machine. Regular expressions and functions of the engine count as one
 * step.
 */
export async function stepsOf(run: () => void): Promise<number> {
  await stepsSinceLast()
  run()
  return stepsSinceLast()
}
