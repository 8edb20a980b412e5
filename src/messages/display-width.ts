/** From here on Chinese fonts set what Latin fonts set half as wide: “—…”, ①, →. */
const ambiguous = /[\u2010-\u2e7f\ue000-\uf8ff]/
/** East Asian Wide and Fullwidth. */
const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u
const combining = /\p{Mn}/u

interface Font {
  /** The width of a letter or a digit, where that of a Chinese character is 1. */
  readonly letter?: number
  /** Whether quotation marks, dashes and signs are as wide as a letter, as terminals show them. */
  readonly isTerminal?: boolean
}

/** The width of a text, in Chinese characters: a letter or a digit is half of one. */
export function displayWidth(text: string, font: Font = {}): number {
  let sum = 0
  for (const character of text) sum += widthOf(character, font)
  return sum
}

/** The columns of a terminal that a text takes: a Chinese character is two wide. */
export const terminalColumns = (text: string): number =>
  2 * displayWidth(text, { isTerminal: true })

function widthOf(character: string, { letter = 0.5, isTerminal = false }: Font): number {
  // Nearly all characters are Latin or Chinese, which a comparison tells faster than a pattern.
  if (character < '\u0300') return letter
  if (character >= '\u4e00' && character <= '\u9fff') return 1
  if (combining.test(character)) return 0
  return wide.test(character) || (!isTerminal && ambiguous.test(character)) ? 1 : letter
}
