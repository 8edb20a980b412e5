/** The authored files by their names, `data/…` and `content/…`, as texts. */
export type Texts = ReadonlyMap<string, string>

/** What a step may ask of the folders beside the texts. */
export interface MigratedFolders {
  /** Whether the folder of content holds a folder `manual`. */
  readonly hasManual: boolean
}

/** One step from a format of the data to the next. */
export interface Migration {
  /** The format that it leads to. */
  readonly to: number
  /** What it changes, in Chinese, a line for each. */
  readonly says: readonly string[]
  /** The text of one file in the next format; the same text where nothing of it changes. */
  readonly migrate: (file: string, text: string, folders: MigratedFolders) => string
}
