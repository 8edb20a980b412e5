import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser, type SaxesTagNS } from 'saxes'

/** An XML file, or a part of a document or a workbook, that a strict parser has read. */
export interface XmlPart {
  readonly name: string
  /** Every element, in the order of their start tags. */
  readonly elements: readonly SaxesTagNS[]
}

/** @throws when a strict parser finds that it is not well-formed: the place and the mistake */
export function readXml(name: string, xml: string): XmlPart {
  const elements: SaxesTagNS[] = []
  const parser = new SaxesParser({ xmlns: true, position: true })
  parser.on('error', (error) => {
    throw new Error(`${name}:${error.message}`)
  })
  parser.on('opentag', (tag) => elements.push(tag))
  parser.write(xml).close()
  return { name, elements }
}

/** Whether a file is XML, or a package of XML parts. */
export const holdsXml = (path: string): boolean => /\.(xml|svg|xlsx|docx)$/.test(path)

/**
 * The faults that a strict parser, and a strict reader of Office packages (ECMA-376, part 2), find
 * in an XML file, a document or a workbook.
 */
export function xmlFaults(path: string, bytes: Uint8Array): string[] {
  const faults: string[] = []
  const read = (name: string, content: Uint8Array): XmlPart[] => {
    try {
      return [readXml(name, strFromU8(content))]
    } catch (error) {
      faults.push(String(error))
      return []
    }
  }
  if (!/\.(xlsx|docx)$/.test(path)) read(path, bytes)
  else {
    const files = unzipSync(bytes)
    const parts = Object.entries(files)
      .filter(([name]) => /\.(xml|rels)$/.test(name))
      .flatMap(([name, content]) => read(name, content))
    faults.push(...packageFaults(Object.keys(files), parts))
  }
  return faults.map((fault) => `${path}: ${fault}`)
}

/** Parts without a type, and relationships without a target. */
function packageFaults(files: readonly string[], parts: readonly XmlPart[]): string[] {
  const values = (part: XmlPart, element: string, attribute: string): string[] =>
    part.elements
      .filter(({ name }) => name === element)
      .map(({ attributes }) => attributes[attribute]?.value ?? '')
  const types = parts.filter(({ name }) => name === '[Content_Types].xml')
  const extensions = types.flatMap((part) => values(part, 'Default', 'Extension'))
  const named = types.flatMap((part) => values(part, 'Override', 'PartName'))
  const untyped = files.filter(
    (file) =>
      file !== '[Content_Types].xml' &&
      !named.includes(`/${file}`) &&
      !extensions.includes(file.replace(/^.*\./, '')),
  )
  const relations = parts
    .filter(({ name }) => name.endsWith('.rels'))
    .flatMap((part) =>
      values(part, 'Relationship', 'Target').map(
        (target) => new URL(target, `file:///${part.name.replace('_rels/', '')}`).pathname,
      ),
    )
  return [
    ...untyped.map((file) => `${file} has no content type`),
    ...named.filter((name) => !files.includes(name.slice(1))).map((name) => `no part ${name}`),
    ...relations
      .filter((target) => !files.includes(target.slice(1)))
      .map((target) => `a relation leads to ${target}, which is not there`),
  ]
}
