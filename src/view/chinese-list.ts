/** A list of words as Chinese prose joins them. */
export const listed = (words: readonly string[]): string => words.join('、')
