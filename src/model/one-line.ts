/**
 * Characters that some program treats as a line end, and those that move the cursor or change the
 * text direction.
 */
const breaks = /[\p{Cc}\p{Zl}\p{Zp}\p{Surrogate}\p{Bidi_Control}]+/gu

/**
 * A text for one line of a file that is read line by line: a comment, a rule, an entry. Every run of
 * line ends and control characters becomes a space.
 */
export const oneLine = (text: string): string => text.replaceAll(breaks, ' ').trim()
