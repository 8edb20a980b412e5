import type { Dataset } from '#model/dataset.ts'
import { type Model, modelOf, withoutSite } from '#model/model.ts'
import { readModel } from '#build/read-model.ts'
import { settingsFrom } from '#build/settings.ts'

/** The model of a folder with `data` and `content`, on a day or today. */
export const modelOfFolder = (folder: string, asOf?: string): Model =>
  readModel(
    settingsFrom({ DATA_DIR: `${folder}/data`, CONTENT_DIR: `${folder}/content`, AS_OF: asOf }),
  )

/** The model of a dataset on a day, without a manual. */
export const modelWith = (dataset: Dataset, asOf = '2024-06-07'): Model =>
  modelOf(dataset, withoutSite(asOf))
