/** A name that readers take for a host; a file name such as `report.pdf` does not match. */
const hostName =
  /(?:^|[^\w.-])((?:[\w-]+\.)+(?:cn|com|net|org|gov|edu|info|biz|top|vip|xyz|cc|io))(?![\w-])/i

/**
 * The host that the text of a link names and the different host that it leads to; null if they
 * agree or the text names none.
 */
export function otherHost(
  words: string,
  address: string,
): { readonly shown: string; readonly host: string } | null {
  const shown = hostName.exec(words)?.[1]?.toLowerCase()
  const host = /^https?:\/\/([^/?#:]+)/i.exec(address)?.[1]?.toLowerCase()
  return shown === undefined || host === undefined || host === shown ? null : { shown, host }
}
