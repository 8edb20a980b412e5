import type { Plugin } from 'vite'
import type { Model } from '#model/model.ts'
import { ReadingCache } from '#read/reading-cache.ts'
import { readModel } from './read-model.ts'
import type { Settings } from './settings.ts'
import { sharedFunction } from './shared-function.ts'

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

/** Provides the virtual module from which `layouts/get-model.ts` imports the model. */
export const modelModule = (source: ModelSource): Plugin =>
  sharedFunction('virtual:model', 'currentModel', () => source.get())
