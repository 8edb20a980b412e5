import { type Document, isMap, isScalar, parseDocument, visit } from 'yaml'

/** A YAML text that can be edited: one group of fields, read without a mistake. */
export interface Editable {
  readonly text: string
  readonly document: Document
  readonly value: Readonly<Record<string, unknown>>
}

/** Thrown for a text that cannot be edited without guessing what was meant. */
export class NotEditable extends Error {}

/** Reads a text with the places of everything in it. */
export function editable(text: string): Editable {
  const document = parseDocument(text, {
    prettyErrors: false,
    schema: 'core',
    keepSourceTokens: true,
    logLevel: 'error',
  })
  const [error] = document.errors
  if (error !== undefined) throw new NotEditable(error.message)
  if (/^(?:---|\.\.\.|%)/m.test(text)) throw new NotEditable('the text is marked as documents')
  if (document.contents !== null && !isMap(document.contents))
    throw new NotEditable('the text is no group of fields')
  visit(document, {
    Alias() {
      throw new NotEditable('the text has aliases')
    },
    Pair(_key, { key }) {
      if (!isScalar(key)) throw new NotEditable('a key is more than a word')
    },
    Node(_key, node) {
      const { anchor, tag } = node as { anchor?: string; tag?: string }
      if (anchor !== undefined || tag !== undefined)
        throw new NotEditable('the text has anchors or tags')
    },
  })
  return { text, document, value: (document.toJS() ?? {}) as Editable['value'] }
}
