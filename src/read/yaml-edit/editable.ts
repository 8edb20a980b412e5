import { type Document, isMap, isScalar, visit } from 'yaml'
import { hasTooManyTokens, tooLongLine } from '../yaml/limits.ts'
import { parse } from '../yaml/yaml-parse.ts'

/** A YAML text that can be edited: one group of fields without a mistake. */
export interface Editable {
  readonly text: string
  readonly document: Document
  readonly value: Readonly<Record<string, unknown>>
}

/** Thrown for a text that cannot be edited without guessing its meaning. */
export class NotEditable extends Error {}

/**
 * Parses a text with all positions, under the usual limits.
 *
 * @throws NotEditable
 */
export function editable(text: string): Editable {
  if (hasTooManyTokens(text) || tooLongLine(text) !== null)
    throw new NotEditable('the text is longer than any that people write')
  const document = parse(text, true)
  const [error] = document.errors
  if (error !== undefined) throw new NotEditable(error.message)
  if (/^(?:---|\.\.\.|%)/m.test(text)) throw new NotEditable('the text is marked as documents')
  if (document.contents !== null && !isMap(document.contents))
    throw new NotEditable('the text is no group of fields')
  visit(document, {
    Alias() {
      throw new NotEditable('the text has aliases')
    },
    Map(_key, { items }) {
      const keys = new Set(items.map(({ key }) => (isScalar(key) ? key.value : null)))
      if (keys.size < items.length) throw new NotEditable('a key stands twice')
    },
    Pair(_key, { key }) {
      if (!isScalar(key)) throw new NotEditable('a key is more than a word')
    },
    Node(_key, node) {
      const { anchor, tag } = node as { anchor?: string; tag?: string }
      if (anchor !== undefined || tag !== undefined)
        throw new NotEditable('the text has anchors or tags')
      if (isScalar(node) && typeof node.value === 'string' && tooLongLine(node.value) !== null)
        throw new NotEditable('a text is longer than any that people write')
    },
  })
  return { text, document, value: (document.toJS() ?? {}) as Editable['value'] }
}
