import { officePart } from '../../office-properties.ts'
import { fonts } from './measures.ts'

/** The font table: each font with its substitute. */
export function fontTable(): Uint8Array {
  const entries = Object.values(fonts).map(
    ({ name, instead }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="auto"/><w:pitch w:val="variable"/></w:font>`,
  )
  return officePart(
    `<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`,
  )
}
