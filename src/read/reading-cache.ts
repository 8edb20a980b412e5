/**
 * What has been read from files and computed from it, by what it is for and by file, for as long as
 * the file is in the same state. A command has one of its own, which goes when it has read; a
 * development server has one from check to check, because nearly every file is as it was.
 */
export class ReadingCache {
  readonly #kinds = new Map<
    object,
    Map<string, { readonly state: string; readonly value: unknown }>
  >()

  /** The value of a file in this state; undefined where there is none. */
  get<T>(kind: object, file: string, state: string): T | undefined {
    const entry = this.#kinds.get(kind)?.get(file)
    return entry?.state === state ? (entry.value as T) : undefined
  }

  /** @param kind what the value is for: values of one kind have one type */
  set(kind: object, file: string, state: string, value: unknown): void {
    const entries = this.#kinds.get(kind) ?? new Map()
    this.#kinds.set(kind, entries.set(file, { state, value }))
  }

  /** The value of a file in this state, computed where there is none. */
  of<T>(kind: object, file: string, state: string, compute: () => T): T {
    const known = this.get<T>(kind, file, state)
    if (known !== undefined) return known
    const value = compute()
    this.set(kind, file, state, value)
    return value
  }
}
