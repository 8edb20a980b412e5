/** Text as it may stand in XML, in an element or between double quotes. */
export function escapedXml(value: string): string {
  return (
    value
      // What XML 1.0 cannot hold at all, not even escaped.
      .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
  )
}
