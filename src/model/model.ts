import { type Dataset, type Index, indexDataset } from './dataset.ts'
import type { ManualTexts } from './manual-texts.ts'
import { publicDataset } from './publication.ts'

/**
 * What the views, the pages and the files of a site are made from: the public records with their
 * index, the day of every state, and the settings that show on the site. It is made once by
 * `modelOf` and handed on as the first argument; the same model gives the same bytes.
 */
export interface Model {
  /** What is public on that day; nothing else reaches a page or a file. */
  readonly dataset: Dataset
  readonly index: Index
  /** The day for which every state on the pages is computed. */
  readonly asOf: string
  /** Whether that day was set, so that the pages stay at it; otherwise they follow the calendar. */
  readonly pinned: boolean
  /** Whether something in it is still to be filled in, so that this is no release. */
  readonly isDraft: boolean
  /** The day on which a file was first committed, as its committer says; null when that is not asked or not known. */
  readonly committed: (file: string) => string | null
  /** Public address of the site; undefined where it is not known. */
  readonly siteUrl: string | undefined
  /** Folder of the bulletins and attachments, to read the files that the records name. */
  readonly contentDir: string
  /** Whether the site holds an archive of each inspection. */
  readonly isArchived: boolean
  /** Reads the manual of the program, which few runs show. */
  readonly manual: () => ManualTexts
}

/** What the model says beside the records. */
export type ModelSettings = Omit<Model, 'dataset' | 'index'>

/** The model of a checked dataset: what of it is public on the day, and its index. */
export function modelOf(dataset: Dataset, settings: ModelSettings): Model {
  const published = publicDataset(dataset, settings.asOf)
  return { ...settings, dataset: published, index: indexDataset(published) }
}
