import { escapedXml } from '#model/xml-text.ts'

/** The content of an element: a text, or elements by name and attributes by `@name`. */
type XmlContent = string | XmlParts

/** A list repeats its element; undefined values are skipped. */
interface XmlParts {
  readonly [name: string]: XmlContent | readonly XmlContent[] | undefined
}

/**
 * An XML 1.0 file with this element, indented by two spaces. Texts and values of attributes are
 * escaped; names are not, so they must not come from data.
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
