import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import { yamlLayout } from './commented-yaml.ts'
import type { Entered } from './answers.ts'

/** Writes entered values as YAML, in the layout of files written by hand. */
export function yamlText(value: Entered): string {
  const document = new Document()
  document.contents = nodeOf(value) as typeof document.contents
  return document.toString(yamlLayout)
}

function nodeOf(value: Entered): Scalar | YAMLSeq | YAMLMap {
  if (typeof value === 'number') return new Scalar(value)
  if (typeof value === 'string') return scalarOf(value)
  if (!('pairs' in value)) {
    const list = new YAMLSeq()
    list.items = value.map(nodeOf)
    // Lists of ids go on one line; in a list of texts a Chinese comma would look like a separator.
    list.flow = value.every((item) => typeof item === 'string' && /^[a-z0-9-]+$/.test(item))
    return list
  }
  const table = new YAMLMap()
  // Not `set`, which would drop a repeated name that the check should report.
  table.items = value.pairs.map(([key, inner]) => new Pair(keyOf(key), nodeOf(inner)))
  return table
}

/** Field names are never quoted; a name chosen by the report may need quotes. */
const keyOf = (key: string): Scalar => (/^[a-z_]+$/.test(key) ? new Scalar(key) : scalarOf(key))

/** Prefers single quotes, because the check questions escapes. */
function scalarOf(text: string): Scalar {
  const scalar = new Scalar(text)
  if (needsQuotes.test(text)) scalar.type = isPrintable.test(text) ? 'QUOTE_SINGLE' : 'QUOTE_DOUBLE'
  return scalar
}

const isPrintable = /^[^\p{Cc}]*$/u
/**
 * Texts to quote beyond those that the library quotes: characters that look like YAML, and words
 * that other parsers do not read as text.
 */
const needsQuotes =
  /[&*!\\#"'`{}[\]|>@%]|: |:$|^[-?=~:,+.]|^\d[\d_.:eExob]*$|^(?:y|n|yes|no|on|off|true|false|null)$/i
