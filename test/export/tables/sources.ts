import { join } from 'node:path'
import { demoAsOf, generateCity } from '#tools/demo/generate.ts'
import { writeDemo } from '#tools/demo/write.ts'
import { type Dataset, indexDataset } from '#model/dataset.ts'
import { loadChecked } from '#build/load-checked.ts'
import type { DataAsOf } from '#model/model.ts'
import { type Folders, sample } from '../../support/authored.ts'
import { assembleRealCases } from '../../support/real-cases.ts'

/** The input of the tables, from a dataset made in a test. */
export const openData = (dataset: Dataset, asOf = '2024-06-08'): DataAsOf => ({
  dataset,
  index: indexDataset(dataset),
  asOf,
})

/** The same from folders whose data has no error. */
export function openFolders(folders: Pick<Folders, 'data' | 'content'>, asOf?: string): DataAsOf {
  const { dataset } = loadChecked(folders)
  if (dataset === null) throw new Error('the data has errors')
  return openData(dataset, asOf)
}

/**
 * The sample, a year of a demo city, and all documents of the cases.
 *
 * @param root folder for the files that are written
 */
export function allSources(root: string): Record<'seed' | 'city' | 'documents', DataAsOf> {
  const city = join(root, 'city-source')
  writeDemo(city, generateCity({ size: 'city-1y', seed: 2 }))
  return {
    seed: openFolders(sample, '2024-06-07'),
    city: openFolders({ data: join(city, 'data'), content: join(city, 'content') }, demoAsOf),
    documents: openFolders(assembleRealCases(join(root, 'cases-source')), '2026-12-01'),
  }
}
