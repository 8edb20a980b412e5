import type { Model } from '#model/model.ts'
import { readModel } from '#build/read-model.ts'
import { settingsFrom } from '#build/settings.ts'

/** The model of a folder with `data` and `content`, on a day or today. */
export const modelOfFolder = (folder: string, asOf?: string): Model =>
  readModel(
    settingsFrom({ DATA_DIR: `${folder}/data`, CONTENT_DIR: `${folder}/content`, AS_OF: asOf }),
  )
