import { CORE_SCHEMA, load } from 'js-yaml'
import { draftOf } from '#model/records/draft.ts'
import { specialCharacters } from './special-characters.ts'
import { withoutUnseen, withPlainIndents, withWholeNumbers } from './typos.ts'

/**
 * Quoted texts without a backslash, and SHA-256 hashes: special characters in them have no effect.
 */
const harmless =
  /(?<=^|[[{]|[:,-] )"[^"\\\n]*"(?=[\]},:]| *$| [\]}])|\b(?=[0-9e]*[a-df])[0-9a-f]{64}\b/gm

/** Syntax that the two parsers may read differently; the full parser reads it. */
const unusual =
  /\t|\d_\d|0[xob][\da-f]|\.(?:inf|nan)|^[^\S\r\n\u2028\u2029]*\?(?:\s|$)|[|>][-+\d]*[ \r]*$|^(?:---|\.\.\.|%)|<<\s*:|(?:^|[{,[])[ -]*:|[{[,]\s*,|~\s*:|(?<![\w-])-0|(?:^[^\S\r\n\u2028\u2029]*|[{,]\s*)(?:- +)*["']?\d+["']? *:(?=\s|$)|[\]}]\s*:|\{(?:[^{}[\]\n]*,)?\s*[{[]/im

/**
 * Reads a simple text with js-yaml, which keeps no positions: a check of a city with ten years of
 * data then takes a third of the time. Undefined when the full parser has to read the text.
 */
export function quickValue(text: string): object | undefined {
  if (
    specialCharacters.test(text.replace(harmless, '""')) ||
    unusual.test(text) ||
    !isLineByLine(text)
  )
    return undefined
  const draft = draftOf(text)
  const hasTypos = [withoutUnseen, withPlainIndents, withWholeNumbers].some(
    (find) => find(draft).typos.length > 0,
  )
  if (hasTypos) return undefined
  try {
    const value: unknown = load(text, { schema: CORE_SCHEMA })
    return typeof value === 'object' && value !== null ? value : undefined
  } catch {
    return undefined
  }
}

/** Whether every line closes the quotes and brackets that it opens. */
function isLineByLine(text: string): boolean {
  return text.split('\n').every((line) => {
    const count = (character: string): number => line.split(character).length - 1
    return (
      count('"') % 2 === 0 &&
      count("'") % 2 === 0 &&
      count('[') === count(']') &&
      count('{') === count('}')
    )
  })
}
