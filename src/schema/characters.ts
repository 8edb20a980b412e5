/**
 * The characters that no name and no text may hold, and those that only look like others. All of it
 * rests on properties that the Unicode standard promises not to change for a character once it is
 * assigned, so that every version of Node says the same.
 */

/** What is wrong with a text, under the code and with the arguments of its message. */
export interface CharacterProblem {
  readonly code:
    | 'invisible-character'
    | 'control-character'
    | 'private-use-character'
    | 'look-alike-character'
    | 'mixed-alphabet'
    | 'name-line-break'
  readonly args: Readonly<Record<string, string>>
}

/** Scripts whose letters change their shape beside a joiner, as those of Uyghur and Mongolian do. */
const joined = String.raw`[\p{Script=Arabic}\p{Script=Mongolian}\p{Script=Phags_Pa}\p{Script=Tibetan}]`
const mongolian = String.raw`(?=\p{Script=Mongolian})\p{L}`
const picture = String.raw`\p{Extended_Pictographic}`

/** Where a character that is drawn as nothing is part of how its neighbours are written. */
const inPlace = [
  String.raw`(?<=${joined})[\u200c\u200d](?=${joined})`,
  String.raw`(?<=${mongolian})[\u180b-\u180d\u180f]`,
  String.raw`(?<=${mongolian}[\u180b-\u180d\u180f]?)\u180e(?=${mongolian})`,
  // Emoji: a family joined of several, the colour of a heart, the digit in a key.
  String.raw`(?<=${picture}(?:\ufe0f|\p{Emoji_Modifier})?)\u200d(?=${picture})`,
  String.raw`(?<=${picture})[\ufe0e\ufe0f]`,
  String.raw`(?<=[0-9#*])\ufe0f(?=\u20e3)`,
].join('|')

/**
 * Characters that nobody sees: soft hyphens, fillers, joiners, marks of direction, selectors of
 * variants, tags, byte-order marks, separators of lines and paragraphs, the empty Braille cell.
 */
export const invisible = new RegExp(
  String.raw`(?!${inPlace})[\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800\ufff9-\ufffb]`,
  'gu',
)

export const control =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\p{Noncharacter_Code_Point}]|\r(?!\n)|\p{Surrogate}/gu

/** Characters that every computer draws as it likes. */
export const privateUse = /\p{Private_Use}/gu

/** Radicals, and the copies of ideographs that exist for old encodings: 12 of that block are none. */
const lookAlike = /\p{Radical}|(?!\p{Unified_Ideograph})[\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu

/** `U+3164`. */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** The radicals and compatibility ideographs of a text, each with the ideograph that it looks like. */
export function lookAlikesIn(text: string): (CharacterProblem & { index: number }) | null {
  const index = text.search(lookAlike)
  if (index < 0) return null
  const found = distinct(text, lookAlike)
  const right = found.map((character) => character.normalize('NFKC'))
  const known = right.every((character, n) => character !== found[n])
  return {
    code: 'look-alike-character',
    index,
    args: {
      found: withCodes(found),
      better: known ? `请改成${withCodes(right)}` : '请用输入法重新输入这个字',
    },
  }
}

/** What no text may hold, in a name or anywhere else. */
export function unseenIn(text: string): CharacterProblem[] {
  return unseen.flatMap(([code, pattern]) => {
    const found = distinct(text, pattern)
    if (found.length === 0) return []
    return [{ code, args: { place: '这里的文字', codes: found.map(codePoint).join('、') } }]
  })
}

export const unseen = [
  ['invisible-character', invisible],
  ['control-character', control],
  ['private-use-character', privateUse],
] as const

/** Only a text that holds one of these can have a problem. */
const suspicious =
  /[\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}\p{Private_Use}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800\ufff9-\ufffb\p{Radical}\uf900-\ufaff\u{2f800}-\u{2fa1f}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}]/u

/**
 * What is wrong with a name, a title or any other text that may stand on one line of a list, a feed
 * or a table: more than one line, what nobody sees, what looks like another character. Empty for a
 * name that may be used.
 */
export function nameProblems(name: string): CharacterProblem[] {
  if (!suspicious.test(name)) return []
  const found = [...unseenIn(name.replaceAll(/\r\n?|\n/g, ''))]
  const [line = ''] = name.trim().split(/[\r\n]/)
  if (/[\r\n]/.test(name)) found.push({ code: 'name-line-break', args: { line } })
  if (name.includes('\t'))
    found.push({ code: 'control-character', args: { place: '这里的文字', codes: 'U+0009' } })
  const ideographs = lookAlikesIn(name)
  if (ideographs !== null) found.push(ideographs)
  return [...found, ...mixedAlphabets(name)]
}

/** Greek and Cyrillic letters, each above the Latin one that is drawn like it. */
const drawnAlike = {
  from: 'ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοАВЕКМНОРСТУХЅІЈԚԜаеорсухѕіјһԁԛԝ',
  to: 'ABEZHIKMNOPTYXoABEKMHOPCTYXSIJQWaeopcyxsijhdqw',
}
const latin = new Map([...drawnAlike.from].map((letter, n) => [letter, drawnAlike.to.charAt(n)]))
const asLatin = (text: string): string =>
  text.replaceAll(
    /[\p{Script=Greek}\p{Script=Cyrillic}]/gu,
    (letter) => latin.get(letter) ?? letter,
  )

const word =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}\p{M}\p{Nd}]+/gu

/** Letters that do not stand beside Latin ones. Greek that nobody takes for Latin does: μg, ΔT. */
const second = new RegExp(
  String.raw`[\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}${drawnAlike.from}]`,
  'gu',
)
const own = /[\p{Script=Greek}\p{Script=Cyrillic}]/gu

/**
 * Words in which letters of a second alphabet stand among Latin ones, and words of nothing but
 * letters that look Latin (АРР), unless the name is in Russian or Greek anyway.
 */
function mixedAlphabets(name: string): CharacterProblem[] {
  const foreign = (name.match(own) ?? []).some((letter) => !latin.has(letter))
  return (name.match(word) ?? []).flatMap((one): CharacterProblem[] => {
    const letters = distinct(one, second)
    if (letters.length === 0) return []
    const better = asLatin(one)
    const isDisguised = !/[^\p{Script=Latin}\p{M}\p{Nd}]/u.test(better)
    if (!/\p{Script=Latin}/u.test(one) && (foreign || !isDisguised)) return []
    return [
      {
        code: 'mixed-alphabet',
        args: {
          word: one,
          found: withCodes(letters),
          better: isDisguised ? `请改成英文字母“${better}”` : '请整个词只用一种字母',
        },
      },
    ]
  })
}

/**
 * Two names with one key are one name to a reader: width, letter case, spaces around and letters that
 * are drawn alike set aside (https://www.unicode.org/reports/tr15/, form KC).
 */
export const nameKey = (name: string): string =>
  asLatin(name.normalize('NFKC')).toUpperCase().toLowerCase().replaceAll(/\s+/g, ' ').trim()

const distinct = (text: string, pattern: RegExp): string[] => [...new Set(text.match(pattern))]

/** `“⼈”（U+2F08）、“⼊”（U+2F0A）`. */
const withCodes = (characters: readonly string[]): string =>
  characters.map((character) => `“${character}”（${codePoint(character)}）`).join('、')
