import { SaxesParser } from 'saxes'
import { utf16Mark } from '../files/decode.ts'

/** Callbacks for the parts of an XML file; names are passed without prefixes. */
export interface XmlVisitor {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** Thrown for an XML file that is not well-formed, has a DOCTYPE, or is nested too deeply. */
export class XmlError extends Error {}

/** More levels than any Office document has. */
const maxDepth = 200
/** Bytes decoded at a time, so that the text of a large part is never whole in memory. */
const chunk = 256 * 1024

/**
 * Visits the elements and texts of an XML file in UTF-8, or in UTF-16 with a byte-order mark, in
 * order. A DOCTYPE is refused, so there are no entities to expand and nothing external to load.
 *
 * @throws XmlError
 */
export function readXml(bytes: Uint8Array, { open, close, text }: XmlVisitor): void {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({
    position: false,
    xmlns: false,
  })
  let depth = 0
  parser.on('error', (error) => {
    throw new XmlError(error.message)
  })
  parser.on('doctype', () => {
    throw new XmlError('doctype')
  })
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > maxDepth) throw new XmlError('depth')
    open?.(localName(name), attributes)
  })
  parser.on('closetag', ({ name }) => {
    depth--
    close?.(localName(name))
  })
  if (text !== undefined) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  const decoder = new TextDecoder(utf16Mark(bytes) ?? 'utf-8', { fatal: true })
  for (let at = 0; at < bytes.length; at += chunk)
    parser.write(decodedPart(decoder, bytes.subarray(at, at + chunk)))
  parser.close()
}

function decodedPart(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes, { stream: true })
  } catch {
    throw new XmlError('encoding')
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1)
