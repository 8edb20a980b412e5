import { escapedXml } from '#model/xml-text.ts'

/** What an element holds: a text, or further elements by their names and attributes as `@name`. */
export type XmlContent = string | XmlParts

/** A list repeats its element; what is undefined is left out. */
export interface XmlParts {
  readonly [name: string]: XmlContent | readonly XmlContent[] | undefined
}

/**
 * An XML 1.0 file with this element, indented by two spaces. Texts and values of attributes are
 * escaped; names are written as they are, so they are the program's own.
 */
export const xmlFile = (content: XmlParts): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${elements(content, '')}`

const elements = (parts: XmlParts, indent: string): string =>
  Object.entries(parts)
    .filter(([name]) => !name.startsWith('@'))
    .flatMap(([name, value = []]) =>
      [value].flat().map((content: XmlContent) => element(name, content, indent)),
    )
    .join('')

function element(name: string, content: XmlContent, indent: string): string {
  if (typeof content === 'string')
    return content === ''
      ? `${indent}<${name}/>\n`
      : `${indent}<${name}>${escapedXml(content)}</${name}>\n`
  const start = `${indent}<${name}${attributes(content)}`
  const inside = elements(content, `${indent}  `)
  return inside === '' ? `${start}/>\n` : `${start}>\n${inside}${indent}</${name}>\n`
}

const attributes = (parts: XmlParts): string =>
  Object.entries(parts)
    .map(([name, value]) =>
      name.startsWith('@') && typeof value === 'string'
        ? ` ${name.slice(1)}="${escapedXml(value)}"`
        : '',
    )
    .join('')
