/** A name in a text that readers take for a host; `report.pdf` is none. */
const hostName =
  /(?:^|[^\w.-])((?:[\w-]+\.)+(?:cn|com|net|org|gov|edu|info|biz|top|vip|xyz|cc|io))(?![\w-])/i

/** The host that the words of a link name and the other one that it leads to; null where they agree or name none. */
export function otherHost(
  words: string,
  address: string,
): { readonly shown: string; readonly host: string } | null {
  const shown = hostName.exec(words)?.[1]?.toLowerCase()
  const host = /^https?:\/\/([^/?#:]+)/i.exec(address)?.[1]?.toLowerCase()
  return shown === undefined || host === undefined || host === shown ? null : { shown, host }
}
