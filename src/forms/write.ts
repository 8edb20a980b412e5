import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import { yamlLayout } from './commented-yaml.ts'
import type { Entered } from './answers.ts'

/** The YAML text of what was entered, in the layout in which people write these files by hand. */
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
    // Ids stand on one line; in a list of texts a Chinese comma would look like one of the list.
    list.flow = value.every((item) => typeof item === 'string' && /^[a-z0-9-]+$/.test(item))
    return list
  }
  const table = new YAMLMap()
  // Not `set`: a name that was entered twice is for the check to find.
  table.items = value.pairs.map(([key, inner]) => new Pair(keyOf(key), nodeOf(inner)))
  return table
}

/** The fields of a file are never quoted; a name of the report's own may have to be. */
const keyOf = (key: string): Scalar => (/^[a-z_]+$/.test(key) ? new Scalar(key) : scalarOf(key))

/** Escapes are what the check asks about, so a text that needs quotes gets single ones where that can be. */
function scalarOf(text: string): Scalar {
  const scalar = new Scalar(text)
  if (needsQuotes.test(text)) scalar.type = isPrintable.test(text) ? 'QUOTE_SINGLE' : 'QUOTE_DOUBLE'
  return scalar
}

const isPrintable = /^[^\p{Cc}]*$/u
/** Beyond what the library quotes by itself: signs that look like YAML, and what other parsers take for more than text. */
const needsQuotes =
  /[&*!\\#"'`{}[\]|>@%]|: |:$|^[-?=~:,+.]|^\d[\d_.:eExob]*$|^(?:y|n|yes|no|on|off|true|false|null)$/i
