/**
 * Authored files as a careful person lays them out: short lists and groups on one line, longer ones
 * indented, quotes only where they are needed.
 */
type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value }

const widest = 100

/** A YAML file: a heading comment, then the fields that are not undefined, with final newline. */
export function yamlFile(comment: string, fields: object): string {
  const lines = blockMap(withoutUndefined(fields) as Record<string, Value>, 0, true)
  return `# ${comment}\n${lines.join('\n')}\n`
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

function blockMap(map: Record<string, Value>, indent: number, top = false): string[] {
  const pad = ' '.repeat(indent)
  return Object.entries(map).flatMap(([key, value]) => {
    const name = scalar(key)
    const inline = onOneLine(value, indent + name.length + 2, top)
    if (inline !== null) return [`${pad}${name}: ${inline}`]
    const inner = blockOf(value, indent + 2)
    // Empty lines stand between the main parts of a file.
    return top && inner.length > 3 ? ['', `${pad}${name}:`, ...inner] : [`${pad}${name}:`, ...inner]
  })
}

function blockOf(value: Value, indent: number): string[] {
  if (isList(value))
    return value.flatMap((item) => {
      const pad = ' '.repeat(indent)
      const inline = onOneLine(item, indent + 2, false)
      if (inline !== null) return [`${pad}- ${inline}`]
      const [first = '', ...rest] = blockOf(item, indent + 2)
      return [`${pad}- ${first.trimStart()}`, ...rest]
    })
  return blockMap(value as Record<string, Value>, indent)
}

/** The value in flow style; null when it is better spread over lines. */
function onOneLine(value: Value, before: number, spread: boolean): string | null {
  if (typeof value !== 'object') return scalar(value)
  if (isList(value)) {
    if (value.some((item) => typeof item === 'object')) return null
    return fitting(`[${value.map((item) => scalar(item as string)).join(', ')}]`, before)
  }
  const entries = Object.entries(value)
  if (entries.length === 0) return '{}'
  if (entries.length > 6 || entries.some(([, inner]) => typeof inner === 'object')) return null
  if (spread && entries.length > 3) return null
  const fields = entries.map(([key, inner]) => `${scalar(key)}: ${scalar(inner as string)}`)
  return fitting(`{ ${fields.join(', ')} }`, before)
}

/** Chinese characters take two columns. */
const fitting = (text: string, before: number): string | null =>
  before + text.length + (text.match(/[^\x00-\x7f]/g)?.length ?? 0) <= widest ? text : null

const isList = (value: Value): value is readonly Value[] => Array.isArray(value)

const plain = /^[\p{L}\d“《（〔](?:[\p{L}\d（）“”《》〔〕、，；：。·/._ -]*[\p{L}\d（）“”《》〔〕。])?$/u
const reserved = /^(?:true|false|null|yes|no|on|off|y|n|[-+]?[\d.]+(?:e[-+]?\d+)?|0[xo].*)$/i

function scalar(value: string | number | boolean): string {
  if (typeof value !== 'string') return String(value)
  return plain.test(value) && !reserved.test(value) ? value : JSON.stringify(value)
}
