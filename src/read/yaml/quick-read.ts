import { CORE_SCHEMA, load } from 'js-yaml'
import { draftOf } from '#model/records/draft.ts'
import { signs } from './special-characters.ts'
import { withoutUnseen, withPlainIndents, withWholeNumbers } from './typos.ts'

/** In quotes without a backslash, and in a hash that is no number, no sign means anything. */
const settled =
  /(?<=^|[[{]|[:,-] )"[^"\\\n]*"(?=[\]},:]| *$| [\]}])|\b(?=[0-9e]*[a-df])[0-9a-f]{64}\b/gm

/** Writing in which the two parsers need not agree: it is left to the careful one. */
const unusual =
  /\t|\d_\d|0[xob][\da-f]|\.(?:inf|nan)|^[^\S\r\n\u2028\u2029]*\?(?:\s|$)|[|>][-+\d]*[ \r]*$|^(?:---|\.\.\.|%)|<<\s*:|(?:^|[{,[])[ -]*:|[{[,]\s*,|~\s*:|(?<![\w-])-0|(?:^[^\S\r\n\u2028\u2029]*|[{,]\s*)(?:- +)*["']?\d+["']? *:(?=\s|$)|[\]}]\s*:|\{(?:[^{}[\]\n]*,)?\s*[{[]/im

/**
 * The value of a text in which nothing calls for a second look, read with the faster of two
 * parsers: it keeps no places, so a city of ten years is checked in a third of the time. Undefined
 * when the careful one has to read it.
 */
export function quickValue(text: string): object | undefined {
  if (signs.test(text.replace(settled, '""')) || unusual.test(text) || !isLineByLine(text))
    return undefined
  const draft = draftOf(text)
  const slipped = [withoutUnseen, withPlainIndents, withWholeNumbers].some(
    (look) => look(draft).slips.length > 0,
  )
  if (slipped) return undefined
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
    const count = (sign: string): number => line.split(sign).length - 1
    return (
      count('"') % 2 === 0 &&
      count("'") % 2 === 0 &&
      count('[') === count(']') &&
      count('{') === count('}')
    )
  })
}
