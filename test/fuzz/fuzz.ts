import { Random } from '#tools/demo/random.ts'
import type { Corpus } from './corpora.ts'
import { mutate, restore } from './mutate-files.ts'
import { type Before, brokenPromises, existedBefore } from './promises.ts'

export interface Finding {
  /** The values of `--seed` and `--run` that reproduce it. */
  readonly seed: number
  readonly run: number
  readonly did: string
  readonly broken: readonly string[]
}

/**
 * Changes a file of a corpus a number of times, always from the original, and yields the changes
 * that break a promise. The same seed and number give the same change.
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
    const was = before.get(corpus) ?? existedBefore(corpus)
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
