import type { ProblemCode } from '#messages/catalogue.ts'
import { codePoint, unseen } from '#schema/characters.ts'
import { withEdits, type Draft, type Edit } from '#model/records/draft.ts'

/** A slip of the keyboard at an offset of the text as it was typed. */
export interface Slip {
  readonly code: ProblemCode
  readonly offset: number
  readonly args: Readonly<Record<string, string>>
}

/** Spaces that look like one and are none to YAML. */
export const oddSpaces = '\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000'

const spaceNames: Readonly<Record<string, string>> = {
  '\u00a0': '不间断空格',
  '\u3000': '全角空格',
}
export const nameOfSpace = (space: string): string => spaceNames[space] ?? codePoint(space)

/** One slip for each line with characters that no text may hold, and the text without them. */
export function withoutUnseen(draft: Draft): { draft: Draft; slips: Slip[] } {
  const edits: Edit[] = []
  const slips: Slip[] = []
  for (const [code, pattern] of unseen) {
    let inLine: RegExpExecArray[] = []
    let lineEnd = -1
    for (const match of draft.text.matchAll(pattern)) {
      if (match.index > lineEnd) {
        if (inLine.length > 0) slips.push(slipOf(code, draft.text, inLine))
        inLine = []
        const next = draft.text.indexOf('\n', match.index)
        lineEnd = next === -1 ? draft.text.length : next
      }
      inLine.push(match)
      edits.push({ from: match.index, to: match.index + match[0].length, by: '' })
    }
    if (inLine.length > 0) slips.push(slipOf(code, draft.text, inLine))
  }
  edits.sort((a, b) => a.from - b.from)
  return { draft: edits.length === 0 ? draft : withEdits(draft, edits), slips }
}

function slipOf(code: ProblemCode, text: string, matches: readonly RegExpExecArray[]): Slip {
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
 * One slip for each line that is indented with tabs or odd spaces, and the text with plain ones as
 * the lines around suggest.
 */
export function withPlainIndents(draft: Draft): { draft: Draft; slips: Slip[] } {
  const edits: Edit[] = []
  const slips: Slip[] = []
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
        slips.push({
          code: odd === '' ? 'tab-indent' : 'odd-space',
          offset: draft.origin(start + spaces.search(/[^ ]/)),
          args: { space: nameOfSpace(odd), count: '', better: shortened(by + content) },
        })
        edits.push({ from: start, to: start + spaces.length, by })
      }
      open.add(indent)
      last = { indent, opens: content.endsWith(':') }
      if (/[:-] +[|>][-+\d]*$/.test(content)) block = indent
    }
    start += line.length + 1
  }
  return { draft: edits.length === 0 ? draft : withEdits(draft, edits), slips: fewer(slips) }
}

const mostAlike = 3

/** A file that is indented so throughout has one slip, not one a line. */
function fewer(slips: readonly Slip[]): Slip[] {
  const byCode = Map.groupBy(slips, ({ code }) => code)
  return slips.flatMap((slip) => {
    const alike = byCode.get(slip.code) ?? []
    if (alike.length <= mostAlike) return [slip]
    const count = `，这样的共有 ${alike.length} 行`
    return slip === alike[0] ? [{ ...slip, args: { ...slip.args, count } }] : []
  })
}

const indentation = new RegExp(`^[ \\t${oddSpaces}]*`, 'u')
const startsEntry = /^(?:- |[^\s:"'{}[\],]+:(?:\s|$))/

/** Columns on screen, a tab taken for one step of indentation. */
const width = (spaces: string): number =>
  [...spaces].reduce((sum, one) => sum + (one === '\u3000' || one === '\t' ? 2 : 1), 0)

/**
 * One slip for each number in braces whose thousands are set off by a comma, which cuts it in two
 * for the parser, and the text without the comma.
 */
export function withWholeNumbers(draft: Draft): { draft: Draft; slips: Slip[] } {
  const edits: Edit[] = []
  const slips: Slip[] = []
  let around = { line: -1, at: 0, inBraces: false, inQuotes: false, inComment: false }
  for (const match of draft.text.matchAll(cutNumber)) {
    const [, before = '', number = ''] = match
    const from = match.index + before.length
    around = lookOn(draft.text, around, match.index)
    // Behind a quote that is still open, or in a comment, it is text.
    if (!around.inBraces || around.inQuotes || around.inComment) continue
    const isPrinted = draft.text.endsWith('stated', match.index)
    const by = isPrinted ? `"${number}"` : number.replaceAll(',', '')
    edits.push({ from, to: from + number.length, by })
    const args = { found: `“${number}”`, better: by }
    slips.push({ code: 'number-with-separator', offset: draft.origin(from), args })
  }
  return { draft: edits.length === 0 ? draft : withEdits(draft, edits), slips }
}

const cutNumber = /(: *)(\d{1,3}(?:,\d{3})+)(?=\s*[,}])/g

/** What stands around a place in a line, from what stands around an earlier one of the same text. */
function lookOn(
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
    const sign = text[at]
    if (sign === '{') inBraces = true
    else if (sign === '}') inBraces = false
    else if (sign === '"') inQuotes = !inQuotes
    else if (sign === '#' && (at === line || /\s/.test(text.charAt(at - 1)))) inComment = true
  }
  return { line, at: to, inBraces, inQuotes, inComment }
}

interface Rule {
  readonly code: ProblemCode
  /** What is searched in a line whose quoted texts and comment are masked. */
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
 * What the writer of a line meant, where the line is not YAML. Each rule mends one kind of slip;
 * its match covers exactly what is replaced.
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
 * Ways to mend a line, each with the first slip that it mends: every rule alone, then all of them
 * in turn. Which of them is right shows when the text is read again.
 */
export function mendings(draft: Draft, lineStart: number): { draft: Draft; slip: Slip }[] {
  // The rules look back and forth in a line: nobody typed one as long as this by hand.
  if (endOfLine(draft.text, lineStart) - lineStart > longestLine) return []
  const alone = rules.flatMap((one) => {
    const mended = apply(draft, lineStart, one)
    return mended === null ? [] : [mended]
  })
  if (alone.length < 2) return alone
  let all = draft
  for (const one of rules) all = apply(all, lineStart, one)?.draft ?? all
  const slip = alone.map((mended) => mended.slip).sort((a, b) => a.offset - b.offset)[0]
  if (slip === undefined) return alone
  return [
    ...alone,
    { draft: all, slip: { ...slip, args: { ...slip.args, better: lineAt(all.text, lineStart) } } },
  ]
}

function apply(draft: Draft, lineStart: number, { code, find, by, raw }: Rule) {
  const line = draft.text.slice(lineStart, endOfLine(draft.text, lineStart))
  const searched = raw === true ? line : masked(line)
  const edits: Edit[] = []
  let found = ''
  for (const match of searched.matchAll(find)) {
    found ||= match[0]
    const from = lineStart + match.index
    edits.push({ from, to: from + match[0].length, by: by(match) })
  }
  const [first] = edits
  if (first === undefined) return null
  const mended = withEdits(draft, edits)
  const sign = found.trim() === '' ? found : found.trim()
  const odd = new RegExp(`[${oddSpaces}]`, 'u').exec(found)?.[0] ?? ' '
  const args = {
    found: sign,
    space: nameOfSpace(odd),
    count: '',
    better: lineAt(mended.text, lineStart),
  }
  return { draft: mended, slip: { code, offset: draft.origin(first.from), args } }
}

const endOfLine = (text: string, start: number): number => {
  const end = text.indexOf('\n', start)
  return end === -1 ? text.length : text.charAt(end - 1) === '\r' ? end - 1 : end
}

const longestLine = 1000
const longest = 60

/** A line as it may stand in a message. */
const shortened = (line: string): string =>
  line.trim().length > longest ? `${line.trim().slice(0, longest)}…` : line.trim()

const lineAt = (text: string, start: number): string =>
  shortened(text.slice(start, endOfLine(text, start)))

/** A line with its quoted texts and its comment blotted out, everything else at its place. */
const masked = (line: string): string =>
  line.replace(/(?<=[:[,{ ]|^)("(?:[^"\\]|\\.)*"|'[^']*')|(?<=^|\s)#.*$/g, (text) =>
    text.startsWith('#') ? ' '.repeat(text.length) : `"${'x'.repeat(text.length - 2)}"`,
  )
