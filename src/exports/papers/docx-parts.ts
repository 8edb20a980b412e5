import { escapedXml } from '../xml.ts'
import { fonts } from './measures.ts'
import { type Paper, paperText } from './paper.ts'

/** Parts of a Word document that the library would write with the day of the build, or not at all. */

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** Title, author, origin, language and the days, which are the data's. */
export function coreProperties({ title, author, description, day }: Paper): string {
  const text = (value: string) => escapedXml(paperText(value))
  const time = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${day}T00:00:00Z</dcterms:${name}>`
  return `${declaration}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${text(title)}</dc:title><dc:creator>${text(author)}</dc:creator><dc:description>${text(description)}</dc:description><dc:language>zh-CN</dc:language>${time('created')}${time('modified')}</cp:coreProperties>`
}

/** The fonts by name, each with the one that takes its place. */
export function fontTable(): string {
  const entries = Object.values(fonts).map(
    ({ name, instead }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  )
  return `${declaration}<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`
}
