/**
 * Caches a value for each source object and key: the only cache of what data gives. The cache entry
 * is collected together with the source object.
 */
export class Memoized<T> {
  readonly #values = new WeakMap<object, T>()
  readonly #byKey = new WeakMap<object, Map<string, T>>()

  /** @param key distinguishes several values of the same source */
  of(source: object, compute: () => T, key?: string): T {
    if (key === undefined) return cached(this.#values, source, compute)
    return cached(
      cached(this.#byKey, source, () => new Map<string, T>()),
      key,
      compute,
    )
  }
}

/**
 * A function that computes one value for each argument and caches it for the life of the process: for
 * values that depend on nothing else, such as a bundled script.
 */
export function computedOnce<T, Of = void>(
  compute: (of: Of) => T,
  keyOf: (of: Of) => string = String,
): (of: Of) => T {
  const values = new Map<string, T>()
  return (of) => cached(values, keyOf(of), () => compute(of))
}

interface Values<K, T> {
  get(key: K): T | undefined
  has(key: K): boolean
  set(key: K, value: T): unknown
}

function cached<K, T>(values: Values<K, T>, key: K, compute: () => T): T {
  const known = values.get(key)
  if (known !== undefined || values.has(key)) return known as T
  const value = compute()
  values.set(key, value)
  return value
}
