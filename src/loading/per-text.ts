import type { SourceText } from '#reading/source-text.ts'

/**
 * Remembers what was made of the text of each file until the text is another: a development server
 * reads the folders again after every change, and nearly every file is as it was.
 */
export function perText<T>(make: (source: SourceText) => T): (source: SourceText) => T {
  const known = new Map<string, { readonly text: string; readonly made: T }>()
  return (source) => {
    const { file, text } = source
    const before = known.get(file)
    if (before?.text === text) return before.made
    const made = make(source)
    known.set(file, { text, made })
    return made
  }
}
