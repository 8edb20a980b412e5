import type { Model } from '#model/model.ts'
import { currentModel } from 'virtual:model'

/**
 * The model of this run. Only pages and layouts call this; they pass the model to everything else.
 *
 * @throws DataError in a development server while the data has errors
 */
export const getModel = (): Model => currentModel()
