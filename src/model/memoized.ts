/**
 * Caches a value for each source object and key. The cache entry is collected together with the
 * source object.
 */
export class Memoized<T> {
  readonly #known = new WeakMap<object, Map<string, T>>()

  /** @param key distinguishes several values of the same source */
  of(source: object, compute: () => T, key = ''): T {
    const values = this.#known.get(source) ?? new Map<string, T>()
    this.#known.set(source, values)
    if (!values.has(key)) values.set(key, compute())
    return values.get(key) as T
  }
}
