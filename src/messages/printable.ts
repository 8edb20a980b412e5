import { codePoint, invisible } from '#schema/characters.ts'

/**
 * Escapes names, values and texts of files for printing to a person, a terminal or a pipeline. The
 * author of a proposal chooses them, file names included, so they must not end a line, move the
 * cursor, change the direction of text or act as a command of a pipeline.
 */

/**
 * Text on one line: line ends become a space, a tab becomes an arrow, and an invisible character
 * becomes its code point.
 */
export const printable = (text: string): string =>
  withoutMarkers(
    text
      .replace(/\t/g, '→')
      .replace(/[\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
      .replace(unprintable, visible)
      .replace(invisible, visible),
  )

/**
 * The output of a command: line ends are kept, and no line can start like a command of a pipeline.
 */
export const printableLines = (text: string): string =>
  text
    .split('\n')
    .map((line) => printable(line.replace(/\r$/, '')).replace(/^(\s*)::/, '$1\\::'))
    .join('\n')

/** JSON in which characters that cannot be printed are escaped. The values do not change. */
export const printableJson = (value: unknown, indent = 2): string =>
  JSON.stringify(value, null, indent)
    .replace(unprintableInJson, escapedUnits)
    .replace(invisible, escapedUnits)

/** Control characters, direction marks, lone surrogates and noncharacters. */
const unprintable = /[\p{Cc}\p{Bidi_Control}\p{Surrogate}\p{Noncharacter_Code_Point}]/gu
const unprintableInJson =
  /[\u007f-\u009f\u2028\u2029\p{Bidi_Control}\p{Surrogate}\p{Noncharacter_Code_Point}]/gu

/** A character as its code point: `<U+202E>`. */
export const visible = (character: string): string => `<${codePoint(character)}>`

const escapedUnits = (characters: string): string =>
  characters
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')

/** Breaks the older form of pipeline commands, which works anywhere in a line: `##[error]`. */
const withoutMarkers = (text: string): string => text.replace(/##(?=\[|vso)/g, '# #')
