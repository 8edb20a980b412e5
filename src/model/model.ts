/**
 * The room `model/` computes facts from the records: indexes, rates, the ledger, registers, deadlines,
 * numbers and dates. It consists of plain values and pure functions without words for the screen.
 * Start here: a `Model` is what every view, page and file of a site is made from.
 */

import { type Dataset, type Index, indexDataset } from './dataset.ts'
import type { ManualTexts } from './manual-texts.ts'
import { publicDataset } from './publication.ts'

/**
 * The facts of a site: the public records with their indexes, the day for which states are
 * computed, and the settings that show on the site. `modelOf` creates it once per build; views,
 * pages and files get it as their first argument. The same model gives the same bytes.
 */
export interface Model {
  /** The records that are public on `asOf`. Nothing else reaches a page or a file. */
  readonly dataset: Dataset
  readonly index: Index
  /** The day for which every state on the pages is computed. */
  readonly asOf: string
  /**
   * Whether `asOf` was set explicitly. If not, states on the pages follow the calendar in the
   * browser.
   */
  readonly pinned: boolean
  /** Whether some value still has to be filled in, so that this is a preview and not a release. */
  readonly isDraft: boolean
  /**
   * The day on which a file was first committed, by committer date; null if unknown or not
   * requested.
   */
  readonly committed: (file: string) => string | null
  /** The commit of the authored files; null if unknown, not requested, or with other changes. */
  readonly commit: string | null
  /** Public address of the site; undefined if unknown. */
  readonly siteUrl: string | undefined
  /**
   * The content folder with bulletins and attachments, from which files named by records are read.
   */
  readonly contentDir: string
  /** Whether the site holds an archive of each inspection. */
  readonly isArchived: boolean
  /** Whether the site holds a PDF beside each Word document. */
  readonly hasPdfs: boolean
  /** The version of the program. */
  readonly version: string
  /** How many warnings the check of the data gave; a build with errors is refused. */
  readonly warnings: number
  /** Reads the texts of the manual, which only some commands need. */
  readonly manual: () => ManualTexts
}

/** The part of the model from which facts and tables are computed: public records on a day. */
export type DataAsOf = Pick<Model, 'dataset' | 'index' | 'asOf'>

/** The part of the model that does not come from the records. */
export type ModelSettings = Omit<Model, 'dataset' | 'index'>

/** The settings of a model that no site is made from: without address, history and manual. */
export const withoutSite = (asOf: string): ModelSettings => ({
  asOf,
  pinned: true,
  isDraft: false,
  committed: () => null,
  commit: null,
  siteUrl: undefined,
  contentDir: '',
  isArchived: false,
  hasPdfs: false,
  version: '',
  warnings: 0,
  manual: () => ({ chapters: [], messages: [] }),
})

/** Creates the model of a checked dataset, limited to what is public on `asOf`. */
export function modelOf(dataset: Dataset, settings: ModelSettings): Model {
  const published = publicDataset(dataset, settings.asOf)
  return { ...settings, dataset: published, index: indexDataset(published) }
}
