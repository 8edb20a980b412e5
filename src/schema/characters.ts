import { withoutRadicals } from './radicals.ts'

/**
 * Characters that names or texts must not contain, and characters that only look like others. The
 * rules use properties that the Unicode standard keeps stable for assigned characters, so that
 * every version of Node gives the same result.
 */

/** A problem of a text: the code of its message and the arguments. */
interface CharacterProblem {
  readonly code:
    | 'invisible-character'
    | 'control-character'
    | 'private-use-character'
    | 'look-alike-character'
    | 'mixed-alphabet'
    | 'name-line-break'
  readonly args: Readonly<Record<string, string>>
}

/** Scripts whose letters change shape beside a joiner, such as Uyghur and Mongolian. */
const joined = String.raw`[\p{Script=Arabic}\p{Script=Mongolian}\p{Script=Phags_Pa}\p{Script=Tibetan}]`
const mongolian = String.raw`(?=\p{Script=Mongolian})\p{L}`
const picture = String.raw`\p{Extended_Pictographic}`

/** Contexts in which an invisible character is part of the correct spelling. */
const inPlace = [
  String.raw`(?<=${joined})[\u200c\u200d](?=${joined})`,
  String.raw`(?<=${mongolian})[\u180b-\u180d\u180f]`,
  String.raw`(?<=${mongolian}[\u180b-\u180d\u180f]?)\u180e(?=${mongolian})`,
  // Emoji: a family joined from several, a coloured heart, a digit on a key.
  String.raw`(?<=${picture}(?:\ufe0f|\p{Emoji_Modifier})?)\u200d(?=${picture})`,
  String.raw`(?<=${picture})[\ufe0e\ufe0f]`,
  String.raw`(?<=[0-9#*])\ufe0f(?=\u20e3)`,
].join('|')

/**
 * Invisible characters: soft hyphens, fillers, joiners, direction marks, variation selectors, tags,
 * byte-order marks, line and paragraph separators, and the empty Braille cell.
 */
export const invisible = new RegExp(
  String.raw`(?!${inPlace})[\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800\ufff9-\ufffb]`,
  'gu',
)

const control =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\p{Noncharacter_Code_Point}]|\r(?!\n)|\p{Surrogate}/gu

/** Private-use characters, which look different on every computer. */
const privateUse = /\p{Private_Use}/gu

/**
 * Radicals, and compatibility copies of ideographs; 12 characters of that block are ordinary
 * ideographs.
 */
const lookAlike = /\p{Radical}|(?!\p{Unified_Ideograph})[\uf900-\ufaff\u{2f800}-\u{2fa1f}]/gu

/** The code point of a character: `U+3164`. */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/** The radicals and compatibility ideographs of a text, each with the ideograph that it looks like. */
export function lookAlikesIn(text: string): (CharacterProblem & { index: number }) | null {
  const index = text.search(lookAlike)
  if (index < 0) return null
  const normal = (character: string): string | undefined => {
    const right = withoutRadicals(character).normalize('NFKC')
    return right === character ? undefined : right
  }
  return { ...lookAlikeProblem(distinct(text, lookAlike), normal), index }
}

/** The problem of characters that look like ideographs, with those ideographs if all are known. */
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
 * Kana and bopomofo letters and strokes, each above the ideograph that it resembles. の and ー are
 * left out, because many Chinese names use の, and ー as a dash.
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
/** The ideograph that a half-width or full-width letter resembles. */
const ideographFor = (letter: string): string | undefined =>
  ideographs.get(letter.normalize('NFKC'))

/** Runs of kana, bopomofo, strokes and Yi beside an ideograph. */
const besideIdeographs =
  /(?<before>\p{Script=Han})?(?<letters>[\p{Script=Katakana}\u3099\u309a\u30fc\uff70\uff9e\uff9f\p{Script=Bopomofo}\u31c0-\u31ef\p{Script=Yi}]+)(?=(?<behind>\p{Script=Han})?)/gu
const ofOneScript =
  /(?<strokes>[\u31c0-\u31ef]+)|(?<yi>\p{Script=Yi}+)|\p{Script=Bopomofo}+|[\p{Script=Katakana}\u3099\u309a\u30fc\uff70\uff9e\uff9f]+/gu

/**
 * Letters of other scripts used instead of ideographs. A real word in kana or bopomofo also
 * contains letters that resemble nothing, a real word in Yi has several letters, and strokes form
 * no words.
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

/** Characters that no text may contain, whether a name or prose. */
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

/** A quick test: only a text with one of these characters can have a problem. */
const suspicious =
  /[\p{Cc}\p{Surrogate}\p{Noncharacter_Code_Point}\p{Private_Use}\p{Default_Ignorable_Code_Point}\u2028\u2029\u2800\ufff9-\ufffb\p{Radical}\uf900-\ufaff\u{2f800}-\u{2fa1f}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}\p{Script=Katakana}\p{Script=Bopomofo}\u31c0-\u31ef\p{Script=Yi}]/u

/**
 * The problems of a name, a title or another text that is shown on one line of a list, a feed or a
 * table: line breaks, invisible characters, look-alike characters. Empty for a valid name.
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

/** Greek and Cyrillic letters, each above the Latin letter that looks the same. */
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

/** Letters that must not occur in a word with Latin ones. Distinct Greek letters may: μg, ΔT. */
const second = new RegExp(
  String.raw`[\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Cherokee}\p{Script=Coptic}\p{Script=Lisu}${drawnAlike.from}]`,
  'gu',
)
const own = /[\p{Script=Greek}\p{Script=Cyrillic}]/gu

/**
 * Words that mix Latin letters with look-alike ones, and words made only of letters that look Latin
 * (АРР), unless the name is in Russian or Greek anyway.
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
 * A key that is equal for names that look equal: width, letter case, surrounding spaces and
 * look-alike letters are ignored (https://www.unicode.org/reports/tr15/, form KC).
 */
export const nameKey = (name: string): string =>
  asIdeographs(asLatin(name.normalize('NFKC')))
    .toUpperCase()
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim()

/** Replaces look-alikes by ideographs. Keys also replace ー, which names may contain. */
const asIdeographs = (text: string): string =>
  text.replaceAll(/[\p{Script=Katakana}\u30fc\p{Script=Bopomofo}\u31c0-\u31ef]/gu, (letter) =>
    letter === 'ー' ? '一' : (ideographs.get(letter) ?? letter),
  )

const distinct = (text: string, pattern: RegExp): string[] => [...new Set(text.match(pattern))]

/** The characters with their code points: `“⼈”（U+2F08）、“⼊”（U+2F0A）`. */
const withCodes = (characters: readonly string[]): string =>
  characters.map((character) => `“${character}”（${codePoint(character)}）`).join('、')
