/** The authored files by their names, `data/…` and `content/…`, as texts. */
export type Texts = ReadonlyMap<string, string>

/** Facts about the folders that a migration needs beside the texts. */
export interface MigratedFolders {
  /** Whether the content folder has a folder `manual`. */
  readonly hasManual: boolean
}

/** One step from a format of the data to the next. */
export interface Migration {
  /** The format after this step. */
  readonly to: number
  /** What the step changes, in Chinese, one line each. */
  readonly changes: readonly string[]
  /**
   * Converts the text of one file to the next format; returns the same text where nothing changes.
   */
  readonly migrate: (file: string, text: string, folders: MigratedFolders) => string
}
