import { invisible } from '#schema/characters.ts'

/**
 * How names, values and texts of files are printed where a person, a terminal or a pipeline reads them.
 * The author of a proposal chooses them, names of files included: none may end its line, move the cursor,
 * turn the direction of reading or pass for a command of a pipeline.
 */

/** One line of text: line ends become a space, a tab an arrow, what cannot be seen its number. */
export const printable = (text: string): string =>
  withoutMarkers(
    text
      .replace(/\t/g, '→')
      .replace(/[\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
      .replace(unprintable, visible)
      .replace(invisible, visible),
  )

/** What a command prints: its own line ends stay, and no line begins like a command of a pipeline. */
export const printableLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => printable(line.replace(/\r$/, '')).replace(/^(\s*)::/, '$1\\::'))
    .join('\n')

/** JSON as ASCII wherever a character could not be printed; the values stay what they are. */
export const printableJson = (value: unknown, indent = 2): string =>
  JSON.stringify(value, null, indent)
    .replace(unprintableInJson, escapedUnits)
    .replace(invisible, escapedUnits)

/** Controls of both ranges, marks of direction anywhere, halves of characters. */
const unprintable = /[\p{Cc}\p{Bidi_Control}\p{Surrogate}\p{Noncharacter_Code_Point}]/gu
const unprintableInJson =
  /[\u007f-\u009f\u2028\u2029\p{Bidi_Control}\p{Surrogate}\p{Noncharacter_Code_Point}]/gu

/** `<U+202E>`. */
const visible = (character: string): string =>
  `<U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`

const escapedUnits = (characters: string): string =>
  characters
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')

/** The older form of a pipeline's command, which counts anywhere in a line: `##[error]`. */
const withoutMarkers = (text: string): string => text.replace(/##(?=\[|vso)/g, '# #')
