import { setTimeout } from 'node:timers/promises'
import { startDev } from '../support/command-server.ts'

/** A change to a file: the page that shows it, and the words that are new there. */
export interface Change {
  readonly page: string
  readonly sentence: string
}

/**
 * Seconds from saving a change until a page of the development server shows it, as the median of
 * several.
 */
export async function seenAfter(
  change: () => Change,
  environment: NodeJS.ProcessEnv,
  runs: number,
): Promise<number> {
  const server = await startDev(environment)
  const text = async (page: string): Promise<string> =>
    (await fetch(`${server.origin}/${page}`)).text()
  try {
    // The first request of a page compiles its program, which is not measured here.
    await text(change().page)
    const times: number[] = []
    for (let run = 0; run < runs; run++) {
      await setTimeout(2_000)
      const start = performance.now()
      const { page, sentence } = change()
      while (!(await text(page)).includes(sentence)) await setTimeout(20)
      times.push((performance.now() - start) / 1000)
    }
    return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN
  } finally {
    await server.stop()
  }
}
