/**
 * A value to write as YAML. The layout is the one a careful person would use: short lists and
 * groups on one line, longer ones indented, quotes only where they are needed.
 */
export type YamlValue = Single | readonly YamlValue[] | { readonly [key: string]: YamlValue }

/** A value that is neither a list nor a group; null is written as nothing after the colon. */
export type Single = string | number | boolean | null

/** A group whose keys may repeat, as somebody typed them, so that the check can report it. */
export class Pairs {
  readonly entries: readonly (readonly [key: string, value: Printable])[]
  constructor(entries: Pairs['entries']) {
    this.entries = entries
  }
}

/** What can be written as YAML. */
export type Printable = Single | PrintableList | PrintableGroup
type PrintableList = readonly Printable[]
type PrintableGroup = Pairs | { readonly [key: string]: Printable }

export const isSingle = (value: Printable): value is Single =>
  typeof value !== 'object' || value === null

/** The keys and values of a group, in their order; none of a single value. */
export function entriesOf(group: Single | PrintableGroup): Pairs['entries'] {
  if (group instanceof Pairs) return group.entries
  return isSingle(group) ? [] : Object.entries(group)
}

/** A value between brackets, on one line however long. */
export function flowText(value: Printable): string {
  if (isSingle(value)) return scalarText(value)
  if (isList(value)) return `[${value.map(listItemText).join(', ')}]`
  const fields = entriesOf(value).map(([key, inner]) => `${keyText(key)}: ${flowText(inner)}`)
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`
}

/**
 * Quotes a list item with a Chinese comma, which would otherwise look like a typo of a separator.
 */
export const listItemText = (item: Printable): string =>
  typeof item === 'string' && /[，、；]/.test(item) ? quotedText(item) : flowText(item)

export const isList = (value: Printable): value is PrintableList => Array.isArray(value)

const plain =
  /^[\p{L}\d×“《（〔](?:[\p{L}\d（）“”《》〔〕、，；：。·/._ -]*[\p{L}\d（）“”《》〔〕。])?$/u
const address = /^https:\/\/[\w./?&=%-]+$/
const reserved = /^(?:true|false|null|[-+]?[\d._]+(?:e[-+]?\d+)?|0[xob].*)$/i
/** Booleans of YAML 1.1, which some parsers still read. */
const formerBoolean = /^(?:y|n|yes|no|on|off)$/i
const year = /^[12]\d{3}$/

/**
 * A single value as YAML: without quotes where every parser reads it as the same text, else in double
 * quotes; in single quotes where double ones would need an escape, which the check questions.
 */
export function scalarText(value: Single): string {
  if (typeof value !== 'string') return String(value)
  if (formerBoolean.test(value)) return quotedText(value)
  return address.test(value) || (plain.test(value) && !reserved.test(value))
    ? value
    : quotedText(value)
}

/** The name of a field or an id as a key: every key is read as text, `on` and a year too. */
export const keyText = (key: string): string =>
  formerBoolean.test(key) || year.test(key) ? key : scalarText(key)

function quotedText(text: string): string {
  const double = JSON.stringify(text)
  return double === `"${text}"` || !isPrintable.test(text)
    ? double
    : `'${text.replaceAll("'", "''")}'`
}
const isPrintable = /^[^\p{Cc}\u2028\u2029]*$/u
