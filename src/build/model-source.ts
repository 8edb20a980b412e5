import type { Plugin } from 'vite'
import type { Model } from '#model/model.ts'
import { ReadingCache } from '#read/reading-cache.ts'
import { readModel } from './read-model.ts'
import type { Settings } from './settings.ts'

/** Gives the model of a run: the one that a command has made, or one read when it is first asked for. */
export class ModelSource {
  readonly #settings: Settings
  #model: Model | null
  /** Only where the data is read again. */
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

  /** Remembers files that are read from now on, so that those that stay as they are are not read again. */
  rememberFiles(): void {
    this.#cache ??= new ReadingCache()
  }

  /** Reads the data anew when the model is next asked for. */
  renew(): void {
    this.#model = null
  }
}

const name = 'virtual:model'

/**
 * Provides the module through which `layouts/get-model.ts` asks for the model. Pages are bundled, or
 * run by Vite, apart from the modules of this process; what both see is the global object.
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
