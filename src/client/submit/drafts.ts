import type { Answers } from '#forms/answers.ts'

/** A draft lies in this browser alone; where the browser keeps nothing, there is none. */
const keyOf = (of: string, unit: string): string =>
  `gongshi-form:${location.pathname}:${of}:${unit}`

export function savedDraft(of: string, unit: string): Answers | null {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(keyOf(of, unit)) || 'null')
    return typeof saved === 'object' && saved !== null && !Array.isArray(saved)
      ? (saved as Answers)
      : null
  } catch {
    return null
  }
}

/** Whether the browser has kept it. */
export function saveDraft(of: string, unit: string, answers: Answers): boolean {
  try {
    localStorage.setItem(keyOf(of, unit), JSON.stringify(answers))
    return true
  } catch {
    return false
  }
}

export function discardDraft(of: string, unit: string): void {
  try {
    localStorage.removeItem(keyOf(of, unit))
  } catch {
    // Nothing was kept.
  }
}
