import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml'
import { keyText } from '#model/yaml-text.ts'
import { quotedAsWritten, yamlLayout } from './commented-yaml.ts'
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

const keyOf = (key: string): Scalar => quotedAsWritten(new Scalar(key), keyText)

const scalarOf = (text: string): Scalar => quotedAsWritten(new Scalar(text))
