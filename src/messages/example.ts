import type { Example } from './explanation.ts'

/** An example as the manual prints it: text of a file, file names, or a description. */
interface ShownExample {
  readonly kind: 'text' | 'name' | 'deed'
  /** The file that contains the text; null for the other kinds. */
  readonly file: string | null
  readonly wrong: string
  readonly right: string
}

/** Both sides of an example, without the indentation that both have. */
export function shownExample(example: Example): ShownExample {
  if ('name' in example) return { kind: 'name', file: null, wrong: example.by, right: example.name }
  if ('does' in example)
    return { kind: 'deed', file: null, wrong: example.wrong, right: example.right }
  const { file, replace, by } = example
  const lines = [replace, by].flatMap((side) => side.split('\n')).filter((line) => line !== '')
  const shared = Math.min(...lines.map((line) => line.length - line.trimStart().length))
  const outdented = (side: string): string =>
    side
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(shared))
      .join('\n')
  return { kind: 'text', file, wrong: outdented(by), right: outdented(replace) }
}
