import { shortName } from '#messages/nearest.ts'

/** Things of one kind in an attachment: something active, or a reason why something is unread. */
export interface Sign {
  /** What they are called, in Chinese: 宏（VBA）, 压缩包设了密码. */
  readonly what: string
  /** The files of archives in which the first one is, each in “”; empty for the attachment itself. */
  readonly at: string
  /** What tells the first one from others: the name of a file, an address; may be empty. */
  readonly of: string
  readonly count: number
}

/** Adds a sign to those found; of one kind the first is told, and how many there are. */
export function addSign(signs: Map<string, Sign>, at: string, what: string, of = ''): void {
  const before = signs.get(what)
  signs.set(what, {
    ...(before ?? { what, at, of: shortName(of) }),
    count: (before?.count ?? 0) + 1,
  })
}

/** What is active, in words: “a.docx”里的宏（VBA）, or 3个宏（VBA），例如“a.docx”. */
export function activeWords({ what, at, of, count }: Sign): string {
  const inFile = at === '' ? '' : `${at}里的`
  const own = of === '' ? '' : `“${of}”`
  if (count === 1) return `${inFile}${what}${own}`
  const example = own === '' ? at : `${inFile}${own}`
  return `${count}个${what}${example === '' ? '' : `，例如${example}`}`
}

/** What is unread and why, in words: “a.zip”：压缩包设了密码, or “a.zip”等3处：压缩包设了密码. */
export function unreadWords({ what, at, of, count }: Sign): string {
  const place = count === 1 ? at : `${at === '' ? '里面' : `${at}等`}${count}处`
  return `${place === '' ? '' : `${place}：`}${what}${of === '' ? '' : `（${of}）`}`
}
