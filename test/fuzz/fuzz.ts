import { Random } from '#tools/demo/random.ts'
import type { Corpus } from './corpora.ts'
import { mutate, restore } from './mutate-files.ts'
import { type Before, brokenPromises, standsBefore } from './promises.ts'

export interface Finding {
  /** `--seed` and `--run` that show it again. */
  readonly seed: number
  readonly run: number
  readonly did: string
  readonly broken: readonly string[]
}

/**
 * Changes a file of a corpus so many times, each time from how it was, and tells which changes break
 * a promise. The same seed and number change the same file in the same way.
 */
export async function* fuzz(
  corpora: readonly Corpus[],
  seed: number,
  runs: Iterable<number>,
): AsyncGenerator<Finding | null> {
  const before = new Map<Corpus, Before>()
  const often = corpora.flatMap((corpus) => Array<Corpus>(corpus.weight).fill(corpus))
  for (const run of runs) {
    const random = new Random(`fuzz ${seed}/${run}`)
    const corpus = random.pick(often)
    const was = before.get(corpus) ?? standsBefore(corpus)
    before.set(corpus, was)
    const did = `${corpus.name}: ${mutate(corpus, random)}`
    try {
      const broken = await brokenPromises(corpus, was)
      yield broken.length === 0 ? null : { seed, run, did, broken }
    } finally {
      restore(corpus)
    }
  }
}
