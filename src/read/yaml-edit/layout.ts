import { displayWidth } from '#messages/display-width.ts'
import { flowText, isList, isSingle, keyText, type Value } from '#model/yaml-text.ts'

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
  const name = `${' '.repeat(indent)}${keyText(key)}:`
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
