/** The authored files by their names, `data/…` and `content/…`, as texts. */
export type Texts = ReadonlyMap<string, string>

/** One step from a format of the data to the next. */
export interface Migration {
  /** The format that it leads to. */
  readonly to: number
  /** What it changes, in Chinese, a line for each. */
  readonly says: readonly string[]
  /** The text of one file in the next format; the same text where nothing of it changes. */
  readonly migrate: (file: string, text: string) => string
}
