import { countFirst } from '../binary-search.ts'

/**
 * The start offsets of all lines of a text, so that positions can be found without scanning the
 * text again.
 */
export class Lines {
  readonly text: string
  readonly #starts: number[] = [0]

  constructor(text: string) {
    this.text = text
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
      this.#starts.push(at + 1)
  }

  /** The line number of an offset, counted from 1. */
  lineOf(offset: number): number {
    return Math.max(
      1,
      countFirst(this.#starts, (start) => start <= offset),
    )
  }

  /** Offset of the first character of a line. */
  startOf(line: number): number {
    return this.#starts[line - 1] ?? 0
  }
}
