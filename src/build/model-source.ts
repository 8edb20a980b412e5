import type { Plugin } from 'vite'
import type { Model } from '#model/model.ts'
import { ReadingCache } from '#read/reading-cache.ts'
import { readModel } from './read-model.ts'
import type { Settings } from './settings.ts'

/** Holds the model of a run: one that a command has prepared, or one that is read on first use. */
export class ModelSource {
  readonly #settings: Settings
  #model: Model | null
  /** Set only in a development server, which reads the data more than once. */
  #cache: ReadingCache | undefined

  constructor(settings: Settings, model: Model | null = null) {
    this.#settings = settings
    this.#model = model
  }

  /** @throws DataError when the data has errors */
  get(): Model {
    this.#model ??= readModel(this.#settings, this.#cache)
    return this.#model
  }

  /** Caches the files that are read from now on, so that unchanged files are not read again. */
  rememberFiles(): void {
    this.#cache ??= new ReadingCache()
  }

  /** Discards the model, so that the next `get` reads the data again. */
  renew(): void {
    this.#model = null
  }
}

const name = 'virtual:model'

/**
 * Provides the virtual module from which `layouts/get-model.ts` imports the model. Pages are bundled,
 * or run by Vite, separately from the modules of this process, so the two share the global object.
 */
export const modelModule = (source: ModelSource): Plugin => ({
  name: 'model-module',
  buildStart() {
    Object.assign(globalThis, { [Symbol.for(name)]: () => source.get() })
  },
  resolveId: (id) => (id === name ? `\0${name}` : null),
  load: (id) =>
    id === `\0${name}`
      ? `export const currentModel = globalThis[Symbol.for(${JSON.stringify(name)})]`
      : null,
})
