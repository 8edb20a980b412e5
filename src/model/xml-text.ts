const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}

/**
 * Removes characters that XML 1.0 cannot contain even when escaped: control characters except tab
 * and line breaks, and lone surrogates.
 */
const xmlCharacters = (text: string): string =>
  text.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]|\p{Cs}/gu, '')

/** Escapes text for XML 1.0, for use in an element or between double quotes. */
export const escapedXml = (text: string): string =>
  // A quick test first, because most texts need no escaping and workbooks contain very many of
  // them.
  /[&<>"\p{Cc}\ufffe\uffff\p{Cs}]/u.test(text)
    ? xmlCharacters(text).replace(/[&<>"]/g, (character) => entities[character] ?? '')
    : text

/** Reverses `escapedXml`, and escapes by number such as `&#39;`, which pages have. */
export const unescapedXml = (xml: string): string =>
  xml.replace(/&(?:#(\d{1,6})|amp|lt|gt|quot);/g, (written, code: string | undefined) =>
    code === undefined
      ? (Object.keys(entities).find((character) => entities[character] === written) ?? written)
      : String.fromCodePoint(Number(code)),
  )
