import { sectionBreak } from './normalized-text.ts'
import { runsOf } from './template.ts'

/** Symbols of the shortest run that counts as the same text. */
export const sharedLength = 13

/** A run of symbols that stands in two texts; `to` is after its last symbol. */
export interface SharedRun {
  readonly from: number
  readonly to: number
  /** Where it begins in the other text. */
  readonly other: number
}

/**
 * Places of one run of 13 in the other text that are tried. A run that occurs more often is covered
 * all the same; only its longest continuation may not be found.
 */
const maxPlaces = 16

/**
 * The longest runs of at least 13 symbols of a text that also stand in another one, in order. They
 * cover exactly the symbols that lie in such a run; each is as long as it can be, so neighbours may
 * overlap. Takes time in proportion to both texts.
 */
export function sharedRuns(text: string, other: string): SharedRun[] {
  const places = new Map<string, number[]>()
  for (const [at, run] of runsOf(other, sharedLength)) {
    const known = places.get(run)
    if (known === undefined) places.set(run, [at])
    else if (known.length < maxPlaces) known.push(at)
  }
  const found: SharedRun[] = []
  let covered = 0
  for (let at = 0; at + sharedLength <= text.length;) {
    const starts = places.get(text.slice(at, at + sharedLength))
    if (starts === undefined) {
      at++
      continue
    }
    let best: SharedRun = { from: at, to: at, other: 0 }
    for (const start of starts) {
      const to = endOfRun(text, at, other, start)
      if (to > best.to) best = { from: at, to, other: start }
    }
    if (best.to > covered) {
      found.push(best)
      covered = best.to
    }
    // The next run may begin within this one, but has to end after it.
    at = Math.max(at + 1, best.to - sharedLength + 1)
  }
  return found
}

function endOfRun(text: string, at: number, other: string, start: number): number {
  let length = 0
  while (
    at + length < text.length &&
    start + length < other.length &&
    text[at + length] === other[start + length] &&
    text[at + length] !== sectionBreak
  )
    length++
  return at + length
}

/** Own-text reuse, in whole symbols. */
export interface Reuse {
  /** Symbols that are not template. */
  readonly own: number
  /** Of these, the symbols in shared runs. */
  readonly reused: number
}

/** Counts the symbols of a text that are its own, and those of them that lie in shared runs. */
export function reuseOf(
  symbols: string,
  template: Uint8Array,
  runs: readonly Pick<SharedRun, 'from' | 'to'>[],
): Reuse {
  const isShared = new Uint8Array(symbols.length)
  for (const { from, to } of runs) isShared.fill(1, from, to)
  let own = 0
  let reused = 0
  for (let at = 0; at < symbols.length; at++) {
    if (template[at] === 1 || symbols[at] === sectionBreak) continue
    own++
    if (isShared[at] === 1) reused++
  }
  return { own, reused }
}

/**
 * The runs with text of the report's own, those with the most of it first. A run that is template
 * alone is what many reports have, and no evidence against one of them.
 */
export function runsWithOwnText(
  runs: readonly SharedRun[],
  { normalized: { symbols }, template }: OwnText,
): SharedRun[] {
  return runs
    .map((run) => ({
      run,
      own: reuseOf(symbols.slice(run.from, run.to), template.subarray(run.from, run.to), []).own,
    }))
    .filter(({ own }) => own > 0)
    .sort((a, b) => b.own - a.own)
    .map(({ run }) => run)
}

interface OwnText {
  readonly normalized: { readonly symbols: string }
  readonly template: Uint8Array
}
