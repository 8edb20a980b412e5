import type { SourceText } from '#reading/source-text.ts'

const caches = new Set<Map<string, unknown>>()

/**
 * Caches what is computed from the text of each file until the file has another text: a development
 * server reads the folders again after every change, and nearly every file is as it was.
 */
export function cachedByText<T>(compute: (source: SourceText) => T): (source: SourceText) => T {
  const cache = new Map<string, { readonly text: string; readonly value: T }>()
  caches.add(cache)
  return (source) => {
    const { file, text } = source
    const before = cache.get(file)
    if (before?.text === text) return before.value
    const value = compute(source)
    cache.set(file, { text, value })
    return value
  }
}

/** Forgets every text and what was computed from it. */
export function clearTextCaches(): void {
  for (const cache of caches) cache.clear()
}
