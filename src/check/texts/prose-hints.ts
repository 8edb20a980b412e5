import { withoutAddresses } from '#model/plain-text.ts'
import type { ProblemCode } from '#messages/catalogue.ts'
import { problem, type Check } from '../check.ts'
import { inEveryText } from './texts.ts'

/**
 * Punctuation and numerals of official prose (GB/T 15834, GB/T 15835). Only hints, since an issued
 * document is published as printed.
 */
export const proseHints: Check = {
  name: 'prose-hints',
  description:
    'Full-width punctuation, no spaces, no thousands separators and full ranges in Chinese text.',
  check: (input) => hints(input),
}

const hints = inEveryText(({ file, text, placeAt, path }) => {
  if (!/[ ,;:?!()~\d]/.test(text) || !/\p{Script=Han}/u.test(text)) return []
  if (path?.[0] === 'acknowledged') return []
  const prose = withoutAddresses(text)
  return habits.flatMap(({ code, pattern, better }) =>
    [...prose.matchAll(pattern)].map((match) => {
      const args = { text: match[0], better: better(match[0]) }
      return problem(code, file, placeAt(match.index), args, 'hint')
    }),
  )
})

const fullWidth = (character: string): string =>
  String.fromCharCode(character.charCodeAt(0) + 0xfee0)

interface Habit {
  readonly code: ProblemCode
  readonly pattern: RegExp
  readonly better: (found: string) => string
}

const chinese = String.raw`[\p{Script=Han}，。；：？！、（）“”‘’《》〔〕…]`

const habits: readonly Habit[] = [
  {
    code: 'prose-half-width',
    pattern: new RegExp(
      `(?<=${chinese})[,;:?!](?=${chinese}|\\d|$)|\\((?=${chinese})|(?<=${chinese})[()]`,
      'gu',
    ),
    better: fullWidth,
  },
  {
    code: 'prose-space',
    pattern:
      /(?<=\p{Script=Han}) +(?=[\p{Script=Han}\d])|(?= )(?<=(?:^|[\p{Script=Han}，。；：、（“]) ?\d[\d.]*%?) +(?=\p{Script=Han})/gu,
    better: () => '',
  },
  {
    code: 'prose-thousands',
    pattern: /(?<![\d,.])\d{1,3}(?:[,，]\d{3})+(?![\d,])/g,
    better: (found) => found.replace(/[,，]/g, ''),
  },
  {
    code: 'prose-range',
    // A half-width tilde, or a percent sign only after the second number.
    pattern: /(?<!\d)\d+(?:\.\d+)?%?~\d+(?:\.\d+)?%?|(?<![\d.])\d+(?:\.\d+)?[～—]\d+(?:\.\d+)?%/g,
    better(found) {
      const range = found.replace('~', '～')
      return range.endsWith('%') ? range.replace(/(?<=\d)(?=[～—])/, '%') : range
    },
  },
]
