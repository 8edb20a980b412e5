import { halfWidth } from '#model/plain-text.ts'

/** What a formula does beyond computing: its kind in Chinese, and the function. */
interface FormulaAction {
  readonly what: string
  readonly of: string
}

export const command = '会启动其他程序的公式（DDE）'
const program = '会启动其他程序的公式'
const network = '会连到别处的公式'

/** Functions of Excel, WPS, LibreOffice and web spreadsheets that start or load something. */
const functions: Readonly<Record<string, string>> = {
  DDE: command,
  CALL: program,
  EXEC: program,
  REGISTER: program,
  'REGISTER.ID': program,
  RTD: program,
  'SQL.REQUEST': network,
  WEBSERVICE: network,
  HYPERLINK: network,
  IMAGE: network,
  STOCKHISTORY: network,
  IMPORTXML: network,
  IMPORTDATA: network,
  IMPORTHTML: network,
  IMPORTFEED: network,
  IMPORTRANGE: network,
  GOOGLEFINANCE: network,
}
const names = Object.keys(functions)
  .toSorted((a, b) => b.length - a.length)
  .map((name) => name.replace('.', '\\.'))
  .join('|')
/** A call of such a function; a link to a place in the same workbook (`"#目录!A1"`) loads nothing. */
const call = new RegExp(
  `(?<![\\w.])(?:_xl\\w{2,3}\\.){0,2}(${names})\\s{0,20}\\((?!\\s{0,20}"{1,2}#)`,
  'i',
)
/**
 * The name of a program, with or without quotation marks, before the `|` that separates it from the
 * topic.
 */
const conversation = /(?:'|(?<![\p{L}\p{N}_.'])[\w.']{1,255})[ \t]{0,20}\|/giu
/**
 * The item of a DDE conversation (ECMA-376, 18.17.2.3) behind the `!`, with or without quotation
 * marks.
 */
const item = /![\p{L}\p{N}_$'{]/u

const elsewhere = String.raw`(?:\\\\|[a-z][a-z\d+.-]{1,20}:\/\/)`
/**
 * A cell of a workbook on another machine: `'\\host\share\[a.xlsx]S'!A1`, or a text that a formula
 * assembles.
 */
const reference = new RegExp(
  String.raw`'${elsewhere}[^'"]{1,2000}'\s{0,9}[!#]|\[${elsewhere}[^\][]{1,2000}\]|[=(,+*]\s{0,9}\\\\[^\s"'!]{1,2000}!|\bINDIRECT\s{0,20}\(\s{0,20}"{1,2}'?\[?${elsewhere}`,
  'i',
)

/** In characters; no program reads a longer formula. */
const maxFormulaLength = 8_192

/** What a formula starts or loads; null for one that only computes. */
export function formulaAction(formula: string): FormulaAction | null {
  const code = halfWidth(formula.slice(0, maxFormulaLength))
  const outside = code.replace(/"[^"]*"/g, '""')
  if (isConversation(outside)) return { what: command, of: '' }
  const [, name] = call.exec(code) ?? []
  if (name === undefined) return reference.test(code) ? { what: network, of: '' } : null
  const known = name.toUpperCase()
  const what = functions[known] ?? network
  return { what, of: what === command ? '' : known }
}

function isConversation(formula: string): boolean {
  for (const { 0: found, index } of formula.matchAll(conversation))
    // A number before the sign is no program.
    if (/[a-z_']/i.test(found)) return item.test(formula.slice(index + found.length))
  return false
}

/**
 * A quick test, because most tables have no such formula and splitting them into cells is slower.
 */
const suspicious = new RegExp(
  String.raw`[|｜]|(?:${names}|INDIRECT)\s{0,20}[(（]|['\[]${elsewhere}|[\\＼]{2}`,
  'i',
)

/**
 * Finds the formulas of a text that start or load something when a spreadsheet program opens it as
 * a table: a cell is a formula if its first non-blank character is `=`, `+`, `-` or `@`. The
 * delimiter is unknown, so each is tried; a cell found twice is returned once.
 */
export function activeCells(written: string): FormulaAction[] {
  if (!suspicious.test(written)) return []
  const text = written.replace(/\r\n?/g, '\n')
  const found = new Map<number, FormulaAction>()
  // Excel takes the delimiter from a first line such as `sep=|`.
  const [, declared] = /^sep=(.)/i.exec(text) ?? []
  const delimiters = new Set([',', '\t', ';', ...(declared === undefined ? [] : [declared])])
  for (const delimiter of delimiters)
    for (const { cell, at } of cellsOf(text, delimiter)) {
      const [blanks] =
        /^[\s\p{Default_Ignorable_Code_Point}]{0,40}(?=[=+@\-＝＋＠－])/u.exec(cell) ?? []
      if (blanks === undefined || found.has(at + blanks.length)) continue
      const action = formulaAction(cell)
      if (action !== null) found.set(at + blanks.length, action)
    }
  return [...found.values()]
}

/** The cells of a table with a delimiter, each with its offset. */
function* cellsOf(text: string, delimiter: string): Generator<{ cell: string; at: number }> {
  let lineEnd = -1
  let next = -1
  for (let at = 0; at < text.length;) {
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1)
      if (end !== null) {
        yield {
          cell: text.slice(at + 1, Math.min(end, at + maxFormulaLength)).replaceAll('""', '"'),
          at: at + 1,
        }
        at = end + 1
        if (text[at] === delimiter || text[at] === '\n') at++
        continue
      }
    }
    // Search each delimiter and line end only once.
    if (lineEnd < at) lineEnd = endOr(text.indexOf('\n', at), text)
    if (next < at) next = endOr(text.indexOf(delimiter, at), text)
    const end = Math.min(lineEnd, next)
    yield { cell: text.slice(at, Math.min(end, at + maxFormulaLength)), at }
    at = end + 1
  }
}

const endOr = (found: number, text: string): number => (found < 0 ? text.length : found)

/**
 * Offset of the closing quote of a quoted text, in which quotes are doubled; null if there is none.
 */
function closingQuote(text: string, from: number): number | null {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at
  return null
}
