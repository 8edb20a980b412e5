import { displayWidth } from '#messages/display-width.ts'

/**
 * A value to write as YAML. The layout is the one a careful person would use: short lists and
 * groups on one line, longer ones indented, quotes only where they are needed.
 */
export type Value = Single | readonly Value[] | { readonly [key: string]: Value }

/** A value that is neither a list nor a group; null is written as nothing after the colon. */
export type Single = string | number | boolean | null

export const isSingle = (value: Value): value is Single =>
  typeof value !== 'object' || value === null

/** The indentation of a file, in spaces. */
export interface Indents {
  /** A group below its name. */
  readonly group: number
  /** The dash of a list below the name of the list. */
  readonly list: number
}
export const usualIndents: Indents = { group: 2, list: 2 }

const widest = 100

/** A YAML file: a heading comment, then the fields that are not undefined, with final newline. */
export function yamlFile(comment: string, fields: object): string {
  const lines = [`# ${comment}`]
  let apart = false
  for (const [key, value] of Object.entries(withoutUndefined(fields) as Record<string, Value>)) {
    const part = fieldLines(key, value, 0)
    // Empty lines set off the longer parts of a file.
    const long = part.length > 4
    if (long || apart) lines.push('')
    lines.push(...part)
    apart = long
  }
  return `${lines.join('\n')}\n`
}

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, withoutUndefined(inner)]),
  )
}

const blockMap = (map: Record<string, Value>, indent: number, indents: Indents): string[] =>
  Object.entries(map).flatMap(([key, value]) => fieldLines(key, value, indent, indents))

/** The lines of a field that begins at a column, without line ends. */
export function fieldLines(
  key: string,
  value: Value,
  indent: number,
  indents = usualIndents,
): string[] {
  const name = `${' '.repeat(indent)}${scalarText(key)}:`
  const inline = onOneLine(value, name.length + 1)
  if (inline !== null) return [`${name} ${inline}`]
  const deeper = indent + (isList(value) ? indents.list : indents.group)
  return [name, ...blockLines(value, deeper, indents)]
}

/** The lines of a block list or group, each indented to a column. */
function blockLines(value: Value, indent: number, indents = usualIndents): string[] {
  if (isList(value)) return value.flatMap((item) => itemLines(item, indent, indents))
  return blockMap(value as Record<string, Value>, indent, indents)
}

/** The lines of an entry of a list whose dash stands at a column. */
export function itemLines(item: Value, indent: number, indents = usualIndents): string[] {
  const pad = ' '.repeat(indent)
  const inline = onOneLine(item, indent + 2)
  if (inline !== null) return [`${pad}- ${inline}`]
  const [first = '', ...rest] = blockLines(item, indent + 2, indents)
  return [`${pad}- ${first.trimStart()}`, ...rest]
}

/** The value in flow style; null when it should go on several lines. */
function onOneLine(value: Value, before: number): string | null {
  if (!isShort(value, isList(value) ? 2 : 1)) return null
  const text = flowText(value)
  return isSingle(value) || before + 2 * displayWidth(text) <= widest ? text : null
}

/**
 * Groups within groups go on several lines; a list may hold pointers such as `{ of: units.caizheng
 * }`.
 */
function isShort(value: Value, depth: number): boolean {
  if (isSingle(value)) return true
  if (depth === 0) return false
  if (isList(value)) return value.every((item) => isShort(item, isList(item) ? 0 : depth - 1))
  const inner = Object.values(value)
  return inner.length <= (depth === 1 ? 6 : 1) && inner.every((item) => isShort(item, 0))
}

/** A value between brackets, on one line however long. */
export function flowText(value: Value): string {
  if (isSingle(value)) return scalarText(value)
  if (isList(value)) return `[${value.map(listItemText).join(', ')}]`
  const fields = Object.entries(value).map(
    ([key, inner]) => `${scalarText(key)}: ${flowText(inner)}`,
  )
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}

/**
 * Quotes a list item with a Chinese comma, which would otherwise look like a typo of a separator.
 */
export const listItemText = (item: Value): string =>
  typeof item === 'string' && /[，、；]/.test(item) ? JSON.stringify(item) : flowText(item)

export const isList = (value: unknown): value is readonly Value[] => Array.isArray(value)

const plain =
  /^[\p{L}\d“《（〔](?:[\p{L}\d（）“”《》〔〕、，；：。·/._ -]*[\p{L}\d（）“”《》〔〕。])?$/u
const address = /^https:\/\/[a-z0-9./-]+$/
const reserved = /^(?:true|false|null|[-+]?[\d.]+(?:e[-+]?\d+)?|0[xo].*)$/i

/** A single value, in double quotes where it would be read as something else without them. */
export function scalarText(value: Single): string {
  if (typeof value !== 'string') return String(value)
  return address.test(value) || (plain.test(value) && !reserved.test(value))
    ? value
    : JSON.stringify(value)
}
