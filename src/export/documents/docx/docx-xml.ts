import { escapedXml } from '#model/xml-text.ts'
import { printableText } from './official-document.ts'

/** A paragraph; `more` holds further properties. */
export const paragraphXml = (style: string, runs: string, more = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${runs}</w:p>`

/**
 * A run of text in one character style; line breaks in the text become line breaks in the document.
 */
export function runXml(text: string, style?: string): string {
  const properties = style === undefined ? '' : `<w:rPr><w:rStyle w:val="${style}"/></w:rPr>`
  const lines = printableText(text)
    .split('\n')
    .map((line) => `<w:t xml:space="preserve">${escapedXml(line)}</w:t>`)
  return `<w:r>${properties}${lines.join('<w:br/>')}</w:r>`
}
