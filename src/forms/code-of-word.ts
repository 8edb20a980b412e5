import type { Choices } from './field.ts'

/** The code that a typed word stands for, or that was typed itself: 不适用; null if it is another text. */
export function codeOfWord(words: Choices, typed: string): string | null {
  const text = typed.trim()
  return Object.keys(words).find((code) => code === text || words[code] === text) ?? null
}
