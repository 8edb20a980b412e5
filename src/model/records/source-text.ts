/** A text file with the path that problems use for it: `data/units.yaml`. */
export interface SourceText {
  readonly file: string
  readonly text: string
}
