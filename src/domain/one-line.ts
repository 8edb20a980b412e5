/** Whatever ends a line for some reader, and what moves a terminal or turns its direction. */
const breaks = /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\p{Bidi_Control}]+/gu

/**
 * A text as it may stand on a line of a file that is read line by line: a comment, a rule, an entry.
 * A space stands for every run of line ends and control characters.
 */
export const oneLine = (text: string): string => text.replaceAll(breaks, ' ').trim()
