import XMLBuilder from 'fast-xml-builder'
import { xmlCharacters } from '#domain/xml-text.ts'

/** What stands in an element: a text, further elements by their names, and attributes as `@name`. */
export type XmlContent =
  string | readonly XmlContent[] | { readonly [name: string]: XmlContent | undefined }

const plain = (_name: string, value: unknown): unknown =>
  typeof value === 'string' ? xmlCharacters(value) : value

const builder = new XMLBuilder({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  format: true,
  suppressEmptyNode: true,
  tagValueProcessor: plain,
  attributeValueProcessor: plain,
})

/** An XML file with this element, whatever its texts hold; what is undefined is left out. */
export const xmlFile = (content: Readonly<Record<string, XmlContent>>): string =>
  builder.build({ '?xml': { '@version': '1.0', '@encoding': 'UTF-8' }, ...content })
