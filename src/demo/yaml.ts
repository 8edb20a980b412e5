/**
 * Authored files as a careful person lays them out: short lists and groups on one line, longer ones
 * indented, quotes only where they are needed.
 */
type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value }

const widest = 100

/** A YAML file: a heading comment, then the fields that are not undefined, with final newline. */
export function yamlFile(comment: string, fields: object): string {
  const lines = [`# ${comment}`]
  let apart = false
  for (const [key, value] of Object.entries(withoutUndefined(fields) as Record<string, Value>)) {
    const part = field(key, value, 0)
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

function blockMap(map: Record<string, Value>, indent: number): string[] {
  return Object.entries(map).flatMap(([key, value]) => field(key, value, indent))
}

function field(key: string, value: Value, indent: number): string[] {
  const name = `${' '.repeat(indent)}${scalar(key)}:`
  const inline = onOneLine(value, name.length + 1)
  return inline === null ? [name, ...blockOf(value, indent + 2)] : [`${name} ${inline}`]
}

function blockOf(value: Value, indent: number): string[] {
  if (isList(value))
    return value.flatMap((item) => {
      const pad = ' '.repeat(indent)
      const inline = onOneLine(item, indent + 2)
      if (inline !== null) return [`${pad}- ${inline}`]
      const [first = '', ...rest] = blockOf(item, indent + 2)
      return [`${pad}- ${first.trimStart()}`, ...rest]
    })
  return blockMap(value as Record<string, Value>, indent)
}

/** The value in flow style; null when it is better spread over lines. */
function onOneLine(value: Value, before: number): string | null {
  if (!isShort(value, isList(value) ? 2 : 1)) return null
  const text = flow(value)
  return typeof value !== 'object' || before + widthOf(text) <= widest ? text : null
}

/** Groups within groups are spread; a list may hold pointers such as `{ of: units.caizheng }`. */
function isShort(value: Value, depth: number): boolean {
  if (typeof value !== 'object') return true
  if (depth === 0) return false
  if (isList(value)) return value.every((item) => isShort(item, isList(item) ? 0 : depth - 1))
  const inner = Object.values(value)
  return inner.length <= (depth === 1 ? 6 : 1) && inner.every((item) => isShort(item, 0))
}

function flow(value: Value): string {
  if (typeof value !== 'object') return scalar(value)
  if (isList(value)) return `[${value.map(listItem).join(', ')}]`
  const fields = Object.entries(value).map(([key, inner]) => `${scalar(key)}: ${flow(inner)}`)
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}

/** Between brackets a Chinese comma looks like a slip of the pen, unless it is quoted. */
const listItem = (item: Value): string =>
  typeof item === 'string' && /[，、]/.test(item) ? JSON.stringify(item) : flow(item)

/** Columns on screen: Chinese characters take two. */
const widthOf = (text: string): number =>
  [...text].reduce((width, character) => width + (character > '\u00ff' ? 2 : 1), 0)

const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

const plain =
  /^[\p{L}\d“《（〔](?:[\p{L}\d（）“”《》〔〕、，；：。·/._ -]*[\p{L}\d（）“”《》〔〕。])?$/u
const address = /^https:\/\/[a-z0-9./-]+$/
const reserved = /^(?:true|false|null|[-+]?[\d.]+(?:e[-+]?\d+)?|0[xo].*)$/i

function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value)
  return address.test(value) || (plain.test(value) && !reserved.test(value))
    ? value
    : JSON.stringify(value)
}
