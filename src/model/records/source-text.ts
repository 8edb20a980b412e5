/** A text file with the name under which problems speak of it: `data/units.yaml`. */
export interface SourceText {
  readonly file: string
  readonly text: string
}
