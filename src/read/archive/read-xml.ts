import { SaxesParser } from 'saxes'
import { utf16Mark } from '../files/decode.ts'

/** What is done with each part of an XML file; names come without their prefixes. */
export interface XmlVisitor {
  readonly open?: (name: string, attributes: Readonly<Record<string, string>>) => void
  readonly close?: (name: string) => void
  readonly text?: (text: string) => void
}

/** An XML file that is not read: not well-formed, with a DOCTYPE, or nested too deeply. */
export class XmlError extends Error {}

/** No part of an office document nests its elements as deeply. */
const deepest = 200
/** How many bytes are decoded at a time, so that the text of a large part is never whole in memory. */
const chunk = 256 * 1024

/**
 * Visits the elements and texts of an XML file in UTF-8, or in UTF-16 with its mark, in their order.
 * A DOCTYPE is refused, so that there are no entities to expand and nothing outside to load.
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
    if (++depth > deepest) throw new XmlError('depth')
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
