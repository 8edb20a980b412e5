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
  const normal = (character: string): string | undefined => {
    const right = character.normalize('NFKC')
    return right === character ? undefined : right
  }
  return { ...lookAlikeProblem(distinct(text, lookAlike), normal), index }
}

/** Characters that look like ideographs, and the ideographs where all of them are known. */
function lookAlikeProblem(
  found: readonly string[],
  ideographOf: (character: string) => string | undefined,
): CharacterProblem {
  const right = found.map(ideographOf).filter((character) => character !== undefined)
  const better =
    right.length === found.length ? `请改成${withCodes(right)}` : '请用输入法重新输入这个字'
  return { code: 'look-alike-character', args: { found: withCodes(found), better } }
}

/**
 * Kana and bopomofo letters and strokes, each above the ideograph that it is drawn like. の and ー are
 * not among them: many names in Chinese are written with の, and with ー as a dash.
 */
const drawnLikeIdeographs = {
  katakana: {
    from: 'エェニロカヵタトㇳハㇵヌㇴチオヒルムㇺメ',
    to: '工工二口力力夕卜卜八八又又千才匕儿厶厶乂',
  },
  bopomofo: {
    from: 'ㄆㄇㄈㄋㄌㄍㄎㄏㄐㄔㄕㄖㄗㄘㄙㄚㄝㄟㄠㄡㄤㄦㄧㄨㄩㄪㄫㄬ',
    to: '攵冂匚乃力巜丂厂丩彳尸日卩七厶丫也乁幺又尢儿一乂凵万兀广',
  },
  strokes: { from: '㇐㇑㇒㇓㇔㇏㇚㇟㇠', to: '一丨丿丿丶乀亅乚乙' },
} as const
const ideographs = new Map(
  Object.values(drawnLikeIdeographs).flatMap(({ from, to }) =>
    [...from].map((letter, n) => [letter, to.charAt(n)] as const),
  ),
)
/** The ideograph that a letter of any width is drawn like. */
const ideographFor = (letter: string): string | undefined =>
  ideographs.get(letter.normalize('NFKC'))

/** Everything in kana, bopomofo, strokes and Yi, with an ideograph before or behind it. */
const besideIdeographs =
  /(?<before>\p{Script=Han})?(?<letters>[\p{Script=Katakana}\u3099\u309a\u30fc\uff70\uff9e\uff9f\p{Script=Bopomofo}\u31c0-\u31ef\p{Script=Yi}]+)(?=(?<behind>\p{Script=Han})?)/gu
const ofOneScript =
  /(?<strokes>[\u31c0-\u31ef]+)|(?<yi>\p{Script=Yi}+)|\p{Script=Bopomofo}+|[\p{Script=Katakana}\u3099\u309a\u30fc\uff70\uff9e\uff9f]+/gu

/**
 * Letters of other scripts in place of ideographs. A word in kana or bopomofo also has letters that look
 * like nothing else, and one in Yi has more than one letter; strokes are in no word.
 */
function disguisedIdeographs(name: string): CharacterProblem[] {
  const found = [...name.matchAll(besideIdeographs)].flatMap(({ groups }) => {
    if (groups?.['before'] === undefined && groups?.['behind'] === undefined) return []
    return [...(groups['letters'] ?? '').matchAll(ofOneScript)].flatMap(([word, ...kinds]) => {
      const letters = [...word]
      const [strokes, yi] = kinds
      const isWord =
        yi === undefined
          ? strokes === undefined && letters.some((letter) => ideographFor(letter) === undefined)
          : letters.length > 1
      return isWord ? [] : letters
    })
  })
  return found.length === 0 ? [] : [lookAlikeProblem([...new Set(found)], ideographFor)]
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
  /[\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}\p{Private_Use}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800\ufff9-\ufffb\p{Radical}\uf900-\ufaff\u{2f800}-\u{2fa1f}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}\p{Script=Katakana}\p{Script=Bopomofo}\u31c0-\u31ef\p{Script=Yi}]/u

/**
 * What is wrong with a name, a title or any other text that is printed on one line of a list, a feed
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
  const radicals = lookAlikesIn(name)
  if (radicals !== null) found.push(radicals)
  return [...found, ...disguisedIdeographs(name), ...mixedAlphabets(name)]
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

/** Letters that may not be in a word with Latin ones. Greek that nobody takes for Latin may: μg, ΔT. */
const second = new RegExp(
  String.raw`[\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}${drawnAlike.from}]`,
  'gu',
)
const own = /[\p{Script=Greek}\p{Script=Cyrillic}]/gu

/**
 * Words in which letters of a second alphabet are among Latin ones, and words of nothing but
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
  asIdeographs(asLatin(name.normalize('NFKC')))
    .toUpperCase()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()

/** In a key also ー, which is refused in no name. */
const asIdeographs = (text: string): string =>
  text.replaceAll(/[\p{Script=Katakana}\u30fc\p{Script=Bopomofo}\u31c0-\u31ef]/gu, (letter) =>
    letter === 'ー' ? '一' : (ideographs.get(letter) ?? letter),
  )

const distinct = (text: string, pattern: RegExp): string[] => [...new Set(text.match(pattern))]

/** `“⼈”（U+2F08）、“⼊”（U+2F0A）`. */
const withCodes = (characters: readonly string[]): string =>
  characters.map((character) => `“${character}”（${codePoint(character)}）`).join('、')
