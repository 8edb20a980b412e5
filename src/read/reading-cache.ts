/**
 * Caches values computed from files, by kind of value and by file, for as long as the file is in
 * the same state. A command creates one for each run; the development server keeps one between
 * checks, because few files change.
 */
export class ReadingCache {
  readonly #kinds = new Map<
    object,
    Map<string, { readonly state: string; readonly value: unknown }>
  >()

  /** The cached value of a file in this state; undefined where there is none. */
  get<T>(kind: object, file: string, state: string): T | undefined {
    const entry = this.#kinds.get(kind)?.get(file)
    return entry?.state === state ? (entry.value as T) : undefined
  }

  /** @param kind what the value is for: values of one kind have one type */
  set(kind: object, file: string, state: string, value: unknown): void {
    const entries = this.#kinds.get(kind) ?? new Map()
    this.#kinds.set(kind, entries.set(file, { state, value }))
  }

  /** The cached value of a file in this state, computed if missing. */
  of<T>(kind: object, file: string, state: string, compute: () => T): T {
    const known = this.get<T>(kind, file, state)
    if (known !== undefined) return known
    const value = compute()
    this.set(kind, file, state, value)
    return value
  }
}
