import type { Answers } from '#forms/answers.ts'

/** The key of a draft in the browser's storage. Drafts are stored nowhere else. */
const keyOf = (of: string, unit: string): string =>
  `gongshi-form:${location.pathname}:${of}:${unit}`

/** Whether a draft has answers, not only what the form stores for itself under keys such as `$used`. */
export const hasAnswers = (draft: Answers): boolean =>
  Object.keys(draft).some((key) => key[0] !== '$')

/** The drafts of this page: of which order or issue, and of which unit. Empty without storage. */
export function draftsHere(): { of: string; unit: string }[] {
  const start = `gongshi-form:${location.pathname}:`
  try {
    return Object.keys(localStorage)
      .filter((key) => key.slice(0, start.length) === start)
      .sort()
      .map((key) => {
        const [of = '', unit = ''] = key.slice(start.length).split(':')
        return { of, unit }
      })
      .filter(({ of, unit }) => hasAnswers(savedDraft(of, unit) ?? {}))
  } catch {
    return []
  }
}

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

/** Saves a draft. Returns whether the browser has stored it. */
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
    // Without storage there is no draft.
  }
}
