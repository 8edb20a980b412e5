/** A value computed once for each source object, and for each key of it; forgotten with the source. */
export class Memoized<T> {
  readonly #known = new WeakMap<object, Map<string, T>>()

  /** @param key tells several values of the same source apart */
  of(source: object, compute: () => T, key = ''): T {
    const values = this.#known.get(source) ?? new Map<string, T>()
    this.#known.set(source, values)
    if (!values.has(key)) values.set(key, compute())
    return values.get(key) as T
  }
}
