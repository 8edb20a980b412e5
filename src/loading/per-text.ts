import type { SourceText } from '#reading/source-text.ts'
import { type Keeping, keptOr } from './kept-reading.ts'

const memories = new Set<Map<string, unknown>>()

/**
 * Remembers what was made of the text of each file until the text is another: a development server
 * reads the folders again after every change, and nearly every file is as it was.
 *
 * @param keeping how the next command may have it as well
 */
export function perText<T>(
  make: (source: SourceText) => T,
  keeping: Keeping<T>,
): (source: SourceText) => T {
  const known = new Map<string, { readonly text: string; readonly made: T }>()
  memories.add(known)
  return (source) => {
    const { file, text } = source
    const before = known.get(file)
    if (before?.text === text) return before.made
    const made = keptOr(source, keeping, () => make(source))
    known.set(file, { text, made })
    return made
  }
}

/** Forgets every text and what was made of it. */
export function forgetTexts(): void {
  for (const known of memories) known.clear()
}

/** Keeps what is made of a text in which there is nothing wrong. */
export const faultless = {
  pack: (made) => (made.problems.length === 0 ? made : undefined),
  unpack: (packed) => packed as never,
} satisfies Keeping<{ readonly problems: readonly unknown[] }>
