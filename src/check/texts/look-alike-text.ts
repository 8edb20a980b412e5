import { lookAlikesIn } from '#schema/characters.ts'
import { problem, type Check } from '../check.ts'
import { inEveryText } from './texts.ts'

/**
 * Radicals and compatibility ideographs in running text. They only warn here, because a document is
 * published as printed; in names the schema refuses them.
 */
export const lookAlikeText: Check = {
  name: 'look-alike-text',
  description: 'No text holds a radical or a compatibility ideograph in place of an ideograph.',
  check: (input) => lookAlikes(input),
}

const lookAlikes = inEveryText(({ file, text, placeAt, path }) => {
  // An acknowledgement quotes the text that it accepts, a correction the earlier text.
  if (path?.[0] === 'acknowledged') return []
  if (path?.[0] === 'corrections' && path.at(-1) === 'from') return []
  const found = lookAlikesIn(text)
  return found === null
    ? []
    : [problem(found.code, file, placeAt(found.index), found.args, 'warning')]
})
