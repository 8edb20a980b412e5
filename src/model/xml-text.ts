const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/**
 * Text without what XML 1.0 cannot hold at all, not even escaped: control characters but tab and line
 * breaks, and halves of characters.
 */
export const xmlCharacters = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu, '')

/** Text as it may stand in XML 1.0, in an element or between double quotes. */
export const escapedXml = (text: string): string =>
  // Most texts hold nothing of the kind, and workbooks have very many of them.
  /[&<>"\p{Cc}\ufffe\uffff\p{Cs}]/u.test(text)
    ? xmlCharacters(text).replace(/[&<>"]/g, (character) => entities[character] ?? '')
    : text

/** The text that `escapedXml` has written. */
export const unescapedXml = (xml: string): string =>
  xml.replace(
    /&(?:amp|lt|gt|quot);/g,
    (written) => Object.keys(entities).find((sign) => entities[sign] === written) ?? written,
  )
