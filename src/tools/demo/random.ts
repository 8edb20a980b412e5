/**
 * A small seeded generator (mulberry32): the same seed gives the same numbers on every machine.
 * Streams are named, so that a new draw in one place does not move the draws of another.
 */
export class Random {
  readonly #name: string
  #state: number

  constructor(name: string) {
    this.#name = name
    this.#state = hash(name)
  }

  /** A separate stream, independent of the numbers drawn from this one. */
  stream(name: string): Random {
    return new Random(`${this.#name}/${name}`)
  }

  /** At least 0, below 1. */
  fraction(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1))
  }

  chance(probability: number): boolean {
    return this.fraction() < probability
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.whole(0, items.length - 1)]
    if (item === undefined) throw new RangeError('nothing to pick from')
    return item
  }

  /** Up to `count` different items, heavier ones more likely, in the order of the list. */
  sample<T>(items: readonly T[], count: number, weight: (item: T) => number = () => 1): T[] {
    const drawn = items
      .map((item, place) => ({ item, place, key: this.fraction() ** (1 / weight(item)) }))
      .sort((a, b) => b.key - a.key || a.place - b.place)
      .slice(0, count)
    return drawn.sort((a, b) => a.place - b.place).map(({ item }) => item)
  }

  shuffled<T>(items: readonly T[]): T[] {
    return items
      .map((item, place) => ({ item, place, key: this.fraction() }))
      .sort((a, b) => a.key - b.key || a.place - b.place)
      .map(({ item }) => item)
  }
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value | 0
}
