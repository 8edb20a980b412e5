/** Words of a question; see `search-answers.ts` of the views. */
interface Question {
  readonly words: readonly string[]
  readonly isDone?: true
}

/**
 * Whether one of a question's words occurs in what a reader asks. Where the words say that something was
 * done, those that follow 未, 没, 没有 or 不 do not count: 没有按期公开 does not ask for 按期公开.
 */
export const asksFor = (asked: string, { words, isDone }: Question): boolean =>
  words.some((word) => {
    const before = asked.split(word).slice(0, -1)
    return before.some((text) => !isDone || !/[未没不][有能]?\s*$/.test(text))
  })
