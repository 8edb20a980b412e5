import type { ProblemCode } from '#messages/catalogue.ts'
import { shortened } from '#messages/shortened.ts'
import { codePoint, unseen } from '#schema/characters.ts'
import { withSplices, type Draft, type Splice } from '#model/records/draft.ts'

/** A typo at an offset of the original text. */
export interface Typo {
  readonly code: ProblemCode
  readonly offset: number
  readonly args: Readonly<Record<string, string>>
}

/** Characters that look like a space but are not one in YAML. */
export const oddSpaces = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000'

const spaceNames: Readonly<Record<string, string>> = {
  '\u00a0': '不间断空格',
  '\u3000': '全角空格',
}
export const nameOfSpace = (space: string): string => spaceNames[space] ?? codePoint(space)

/** Removes forbidden invisible characters, with one typo for each line. */
export function withoutUnseen(draft: Draft): { draft: Draft; typos: Typo[] } {
  const edits: Splice[] = []
  const typos: Typo[] = []
  for (const [code, pattern] of unseen) {
    let inLine: RegExpExecArray[] = []
    let lineEnd = -1
    for (const match of draft.text.matchAll(pattern)) {
      if (match.index > lineEnd) {
        if (inLine.length > 0) typos.push(typoOf(code, draft.text, inLine))
        inLine = []
        const next = draft.text.indexOf('\n', match.index)
        lineEnd = next === -1 ? draft.text.length : next
      }
      inLine.push(match)
      edits.push({ from: match.index, to: match.index + match[0].length, by: '' })
    }
    if (inLine.length > 0) typos.push(typoOf(code, draft.text, inLine))
  }
  edits.sort((a, b) => a.from - b.from)
  return { draft: edits.length === 0 ? draft : withSplices(draft, edits), typos }
}

function typoOf(code: ProblemCode, text: string, matches: readonly RegExpExecArray[]): Typo {
  const offset = matches[0]?.index ?? 0
  const codes = [...new Set(matches.map(([character]) => codePoint(character)))].join('、')
  const before = /[^\s\p{C}]{1,4}$/u.exec(text.slice(Math.max(0, offset - 8), offset))?.[0]
  const after = /^[^\s\p{C}]{1,4}/u.exec(text.slice(offset + 1, offset + 9))?.[0]
  const beside =
    before !== undefined ? `“${before}”后面` : after !== undefined ? `“${after}”前面` : '这里'
  const place = matches.length === 1 ? beside : `${beside}等 ${matches.length} 处`
  return { code, offset, args: { place, codes } }
}

/**
 * Replaces tabs and odd spaces in indentation with plain spaces, guided by the lines around, with
 * one typo for each line.
 */
export function withPlainIndents(draft: Draft): { draft: Draft; typos: Typo[] } {
  const edits: Splice[] = []
  const typos: Typo[] = []
  const open = new Set([0])
  let start = 0
  let last = { indent: 0, opens: false }
  let block: number | null = null
  for (const line of draft.text.split('\n')) {
    const [spaces = ''] = indentation.exec(line) ?? []
    const content = line.slice(spaces.length).trimEnd()
    let indent = /^ */.exec(spaces)?.[0].length ?? 0
    if (block !== null && content !== '' && indent <= block) block = null
    if (block === null && content !== '' && !content.startsWith('#')) {
      const starts = startsEntry.test(content) || (last.opens && /^[[{]/.test(content))
      if (indent < spaces.length && starts) {
        indent = last.opens
          ? last.indent + 2
          : open.has(width(spaces))
            ? width(spaces)
            : last.indent
        const by = ' '.repeat(indent)
        const odd = spaces.replaceAll(/[ \t]/g, '').charAt(0)
        typos.push({
          code: odd === '' ? 'tab-indent' : 'odd-space',
          offset: draft.origin(start + spaces.search(/[^ ]/)),
          args: { space: nameOfSpace(odd), count: '', better: shortened((by + content).trim()) },
        })
        edits.push({ from: start, to: start + spaces.length, by })
      }
      open.add(indent)
      last = { indent, opens: content.endsWith(':') }
      if (/[:-] +[|>][-+\d]*$/.test(content)) block = indent
    }
    start += line.length + 1
  }
  return { draft: edits.length === 0 ? draft : withSplices(draft, edits), typos: fewer(typos) }
}

const maxAlike = 3

/** Merges many typos of one kind into one that names their number. */
function fewer(typos: readonly Typo[]): Typo[] {
  const byCode = Map.groupBy(typos, ({ code }) => code)
  return typos.flatMap((typo) => {
    const alike = byCode.get(typo.code) ?? []
    if (alike.length <= maxAlike) return [typo]
    const count = `，这样的共有 ${alike.length} 行`
    return typo === alike[0] ? [{ ...typo, args: { ...typo.args, count } }] : []
  })
}

const indentation = new RegExp(`^[ \\t${oddSpaces}]*`, 'u')
const startsEntry = /^(?:- |[^\s:"'{}[\],]+:(?:\s|$))/

/** Width in columns; a tab counts as one step of indentation. */
const width = (spaces: string): number =>
  [...spaces].reduce((sum, one) => sum + (one === '\u3000' || one === '\t' ? 2 : 1), 0)

/**
 * Removes thousands separators from numbers in braces, where the comma would end the entry, with
 * one typo for each.
 */
export function withWholeNumbers(draft: Draft): { draft: Draft; typos: Typo[] } {
  const edits: Splice[] = []
  const typos: Typo[] = []
  let around = { line: -1, at: 0, inBraces: false, inQuotes: false, inComment: false }
  for (const match of draft.text.matchAll(cutNumber)) {
    const [, before = '', number = ''] = match
    const from = match.index + before.length
    around = scanTo(draft.text, around, match.index)
    // Inside a quote or a comment it is text.
    if (!around.inBraces || around.inQuotes || around.inComment) continue
    const isPrinted = draft.text.endsWith('stated', match.index)
    const by = isPrinted ? `"${number}"` : number.replaceAll(',', '')
    edits.push({ from, to: from + number.length, by })
    const args = { found: `“${number}”`, better: by }
    typos.push({ code: 'number-with-separator', offset: draft.origin(from), args })
  }
  return { draft: edits.length === 0 ? draft : withSplices(draft, edits), typos }
}

const cutNumber = /(: *)(\d{1,3}(?:,\d{3})+)(?=\s*[,}])/g

/**
 * The state (braces, quotes, comment) at a place in a line, continued from an earlier place of the
 * same text.
 */
function scanTo(
  text: string,
  before: {
    readonly line: number
    readonly at: number
    readonly inBraces: boolean
    readonly inQuotes: boolean
    readonly inComment: boolean
  },
  to: number,
): typeof before {
  const line = text.lastIndexOf('\n', to) + 1
  const isSameLine = line === before.line
  let { inBraces, inQuotes, inComment } = isSameLine
    ? before
    : { inBraces: false, inQuotes: false, inComment: false }
  for (let at = isSameLine ? before.at : line; at < to; at++) {
    const character = text[at]
    if (character === '{') inBraces = true
    else if (character === '}') inBraces = false
    else if (character === '"') inQuotes = !inQuotes
    else if (character === '#' && (at === line || /\s/.test(text.charAt(at - 1)))) inComment = true
  }
  return { line, at: to, inBraces, inQuotes, inComment }
}

interface Rule {
  readonly code: ProblemCode
  /** Pattern to search for in a line whose quoted texts and comment are masked. */
  readonly find: RegExp
  readonly by: (match: RegExpExecArray) => string
  readonly raw?: boolean
}

const space = `[ \\t${oddSpaces}]`
const word = '[^\\s:：,，、;；{}\\[\\]｛｝［］"\'“”‘’#]+'
const rule = (code: ProblemCode, find: RegExp, by: Rule['by'] | string, raw = false): Rule => ({
  code,
  find,
  by: typeof by === 'string' ? () => by : by,
  raw,
})
const pattern = (source: string): RegExp => new RegExp(source, 'gu')
/**
 * Rules that repair a line that is not valid YAML. Each rule repairs one kind of typo; its match
 * covers exactly the text to replace.
 */
const rules: readonly Rule[] = [
  rule('full-width-sign', pattern(`(?<=^ *)＃`), '#'),
  rule('comment-sign', pattern(`(?<=["'\\]}\\d\\w])${space}*＃${space}*`), ' # '),
  rule('tab-for-colon', pattern(`(?<=^ *(?:- )*${word})\\t+(?=\\S)`), ': '),
  rule('full-width-sign', pattern(`(?<=^ *)[－—–]${space}*`), '- '),
  rule('full-width-colon', pattern(`(?<=^${space}*(?:- )*${word})${space}*：${space}*`), ': '),
  rule('full-width-colon', pattern(`(?<=[{,，、｛]${space}*${word})${space}*：${space}*`), ': '),
  rule('odd-space', pattern(`(?<=:)[${oddSpaces}]${space}*`), ' '),
  rule('full-width-bracket', pattern('(?<=[:：] *|^ *(?:- )*|[\\[［,，] *)[［【]'), '['),
  rule('full-width-bracket', pattern('(?<=[\\[［【][^\\]］】]*)[］】]'), ']'),
  rule('full-width-bracket', pattern('(?<=[:：] *|- *|^ *(?:- )*)[｛]'), '{'),
  rule('full-width-bracket', pattern('(?<=[{｛][^}｝]*)[｝]'), '}'),
  rule('full-width-comma', pattern(`(?<=[\\[［【][^\\]］】]*)[，、]${space}*`), ', '),
  rule(
    'full-width-comma',
    pattern(`(?<=[{｛][^}｝]*)[，、；;]${space}*(?=${word}${space}*[:：])`),
    ', ',
  ),
  rule('stray-comma', pattern(`(?<=["'\\]}\\d])${space}*[，；;]${space}*$`), ''),
  rule('stray-comma', pattern(`(?<=["'\\]}])${space}*,${space}*$`), ''),
  rule(
    'full-width-quote',
    /(?<=[:[,{] *|^ *- *)(?:[“”‘’][^"“”‘’]*["“”‘’]|"[^"“”]*[“”]|'[^'‘’]*[‘’])/gu,
    ([quoted]) => `"${quoted.slice(1, -1)}"`,
    true,
  ),
  rule(
    'colon-without-space',
    pattern(`(?<=^${space}*(?:- )*[\\w一-鿿（）()-]+):(?=[^\\s:/])`),
    ': ',
  ),
  rule('colon-without-space', pattern(`(?<=[{,] *[\\w一-鿿（）()-]+):(?=[^\\s:/])`), ': '),
]

/**
 * Possible repairs of a line, each with the first typo that it repairs: every rule alone, then all
 * of them together. The caller parses the results to find out which one helps.
 */
export function repairs(draft: Draft, lineStart: number): { draft: Draft; typo: Typo }[] {
  // The patterns look behind and ahead, so very long lines, which nobody types by hand, are
  // skipped.
  if (endOfLine(draft.text, lineStart) - lineStart > maxSearchedLine) return []
  const alone = rules.flatMap((one) => {
    const repaired = apply(draft, lineStart, one)
    return repaired === null ? [] : [repaired]
  })
  if (alone.length < 2) return alone
  let all = draft
  for (const one of rules) all = apply(all, lineStart, one)?.draft ?? all
  const typo = alone.map((repaired) => repaired.typo).sort((a, b) => a.offset - b.offset)[0]
  if (typo === undefined) return alone
  return [
    ...alone,
    { draft: all, typo: { ...typo, args: { ...typo.args, better: lineAt(all.text, lineStart) } } },
  ]
}

function apply(draft: Draft, lineStart: number, { code, find, by, raw }: Rule) {
  const line = draft.text.slice(lineStart, endOfLine(draft.text, lineStart))
  const searched = raw === true ? line : masked(line)
  const edits: Splice[] = []
  let found = ''
  for (const match of searched.matchAll(find)) {
    found ||= match[0]
    const from = lineStart + match.index
    edits.push({ from, to: from + match[0].length, by: by(match) })
  }
  const [first] = edits
  if (first === undefined) return null
  const repaired = withSplices(draft, edits)
  const character = found.trim() === '' ? found : found.trim()
  const odd = new RegExp(`[${oddSpaces}]`, 'u').exec(found)?.[0] ?? ' '
  const args = {
    found: character,
    space: nameOfSpace(odd),
    count: '',
    better: lineAt(repaired.text, lineStart),
  }
  return { draft: repaired, typo: { code, offset: draft.origin(first.from), args } }
}

const endOfLine = (text: string, start: number): number => {
  const end = text.indexOf('\n', start)
  return end === -1 ? text.length : text.charAt(end - 1) === '\r' ? end - 1 : end
}

const maxSearchedLine = 1000
const lineAt = (text: string, start: number): string =>
  shortened(text.slice(start, endOfLine(text, start)).trim())

/** Masks the quoted texts and the comment of a line; all other characters keep their place. */
const masked = (line: string): string =>
  line.replace(/(?<=[:[,{ ]|^)("(?:[^"\\]|\\.)*"|'[^']*')|(?<=^|\s)#.*$/g, (text) =>
    text.startsWith('#') ? ' '.repeat(text.length) : `"${'x'.repeat(text.length - 2)}"`,
  )
