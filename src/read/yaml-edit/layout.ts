import { displayWidth } from '#messages/display-width.ts'
import {
  entriesOf,
  flowText,
  isList,
  isSingle,
  keyText,
  type Printable,
  type YamlValue,
} from '#model/yaml-text.ts'
import type { Path } from '#schema/path.ts'

/** The indentation of a file, in spaces. */
export interface Indents {
  /** A group below its name. */
  readonly group: number
  /** The dash of a list below the name of the list. */
  readonly list: number
}
export const usualIndents: Indents = { group: 2, list: 2 }

/** What differs between the files that are written: edited ones, drafts, what a form returns. */
export interface Layout {
  readonly indents: Indents
  /** Whether a list or group goes on one line, whose text would begin at a column. */
  readonly isOnOneLine: (value: Printable, column: number) => boolean
  /** The comment on a field: behind a value on its line, above one of several lines; '' for none. */
  readonly commentOn?: (path: Path) => string
}

const widest = 100

/** The layout of a careful person: short lists and groups on one line. */
export const compactLayout: Layout = {
  indents: usualIndents,
  isOnOneLine: (value, column) =>
    isShort(value, isList(value) ? 2 : 1) && column + 2 * displayWidth(flowText(value)) <= widest,
}

/** A YAML file: a heading comment, then the fields that are not undefined, with final newline. */
export function yamlFile(comment: string, fields: object): string {
  const lines = [`# ${comment}`]
  let apart = false
  for (const [key, value] of Object.entries(
    withoutUndefined(fields) as Record<string, YamlValue>,
  )) {
    const part = fieldLines(key, value, 0)
    // Empty lines set off the longer parts of a file.
    const long = part.length > 4
    if (long || apart) lines.push('')
    lines.push(...part)
    apart = long
  }
  return `${lines.join('\n')}\n`
}

/** A copy without the fields that are undefined, at any depth. */
export function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, withoutUndefined(inner)]),
  )
}

/**
 * The lines of a field that begins at a column, without line ends.
 *
 * @param above path to what the field is in, for its comment
 */
export function fieldLines(
  key: string,
  value: Printable,
  indent: number,
  layout = compactLayout,
  above: Path = [],
): string[] {
  const pad = ' '.repeat(indent)
  const name = `${pad}${keyText(key)}:`
  const path = [...above, key]
  const comment = layout.commentOn?.(path) ?? ''
  const inline = onOneLine(value, name.length + 1, layout)
  if (inline !== null) return [`${name} ${inline}${comment && ` # ${comment}`}`]
  const deeper = indent + (isList(value) ? layout.indents.list : layout.indents.group)
  return [
    ...(comment === '' ? [] : [`${pad}# ${comment}`]),
    name,
    ...blockLines(value, deeper, layout, path),
  ]
}

/** The lines of a block list or group, each indented to a column. */
function blockLines(value: Printable, indent: number, layout: Layout, path: Path): string[] {
  if (isList(value))
    return value.flatMap((item, n) => itemLines(item, indent, layout, [...path, n]))
  return entriesOf(value).flatMap(([key, inner]) => fieldLines(key, inner, indent, layout, path))
}

/** The lines of an entry of a list whose dash stands at a column. */
export function itemLines(
  item: Printable,
  indent: number,
  layout = compactLayout,
  path: Path = [],
): string[] {
  const pad = ' '.repeat(indent)
  const inline = onOneLine(item, indent + 2, layout)
  if (inline !== null) return [`${pad}- ${inline}`]
  const [first = '', ...rest] = blockLines(item, indent + 2, layout, path)
  return [`${pad}- ${first.trimStart()}`, ...rest]
}

/** The value in flow style; null when it should go on several lines. */
const onOneLine = (value: Printable, column: number, { isOnOneLine }: Layout): string | null =>
  isSingle(value) || isEmpty(value) || isOnOneLine(value, column) ? flowText(value) : null

const isEmpty = (value: Printable): boolean =>
  (isList(value) ? value : entriesOf(value)).length === 0

/**
 * Groups within groups go on several lines; a list may hold pointers such as `{ of: units.caizheng
 * }`.
 */
function isShort(value: Printable, depth: number): boolean {
  if (isSingle(value)) return true
  if (depth === 0) return false
  if (isList(value)) return value.every((item) => isShort(item, isList(item) ? 0 : depth - 1))
  const inner = entriesOf(value)
  return inner.length <= (depth === 1 ? 6 : 1) && inner.every(([, one]) => isShort(one, 0))
}
