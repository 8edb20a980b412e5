import { AsyncLocalStorage } from 'node:async_hooks'

/**
 * What of the records that change most was read by whom, so that a later build makes only the files
 * that read something that has changed since. A read is named by record and field,
 * `data/self-inspections/2024-q3/caizheng#outlook`; what several files share is named with an @.
 */
export class Reads {
  /** Of a file that is being made, or of something shared; else of what comes before all files. */
  readonly #readers = new AsyncLocalStorage<Set<string>>()
  /** Read outside any file: if that changes, no file is certain to stay. */
  readonly outside = new Set<string>()
  /** What the things that files share have read. */
  readonly shared = new Map<string, Set<string>>()
  #isNoting = true

  /** From here on nothing is noted, and what was is forgotten: no later build will ask. */
  stop(): void {
    this.#isNoting = false
    this.outside.clear()
    this.shared.clear()
  }

  /** Runs something and gives what it read, also after it has waited. */
  async by<T>(make: () => Promise<T>): Promise<{ made: T; reads: ReadonlySet<string> }> {
    const reads = new Set<string>()
    return { made: await this.#readers.run(reads, make), reads }
  }

  /** Makes something that several files use, each of which then depends on all that it reads. */
  share<T>(name: string, make: () => T): T {
    if (!this.#isNoting) return make()
    const own = this.shared.get(name) ?? new Set<string>()
    this.shared.set(name, own)
    return this.#readers.run(own, make)
  }

  note(name: string): void {
    if (this.#isNoting) (this.#readers.getStore() ?? this.outside).add(name)
  }

  /** A record whose fields are noted as they are read. */
  watched<T extends object>(name: string, record: T): T {
    const note = (key: string | symbol, of = (field: string) => field): void => {
      if (typeof key === 'string') this.note(`${name}#${of(key)}`)
    }
    return new Proxy(record, {
      get(target, key) {
        note(key)
        return Reflect.get(target, key) as unknown
      },
      has(target, key) {
        note(key, presenceOf)
        return Reflect.has(target, key)
      },
      getOwnPropertyDescriptor(target, key) {
        note(key)
        return Reflect.getOwnPropertyDescriptor(target, key)
      },
      ownKeys(target) {
        note(everyField)
        return Reflect.ownKeys(target)
      },
    })
  }
}

/** Stands for which fields a record has, in which order. */
export const everyField = '*'

/** Stands for whether a record has a field, whatever it says. */
export const presenceOf = (field: string): string => `${field}?`

/**
 * Something that is made once of a dataset, or of a part of it, and used by several files. Whatever
 * the site keeps between files is kept here: a build could not know otherwise what they depend on.
 */
export class Shared<T> {
  readonly #reads: Reads
  readonly #name: string
  readonly #known = new WeakMap<object, Map<string, T>>()

  constructor(reads: Reads, name: string) {
    this.#reads = reads
    this.#name = name
  }

  /** @param key tells several things made of the same apart */
  of(source: object, make: () => T, key = ''): T {
    const name = `@${this.#name} ${key}`
    this.#reads.note(name)
    const made = this.#known.get(source) ?? new Map<string, T>()
    this.#known.set(source, made)
    if (!made.has(key)) made.set(key, this.#reads.share(name, make))
    return made.get(key) as T
  }
}
