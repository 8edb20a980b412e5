import { shortName } from '#messages/nearest.ts'

/** Active content of one kind in an attachment, or one reason why something is unread. */
export interface Observation {
  /** Name in Chinese: 宏（VBA）, 压缩包设了密码. */
  readonly what: string
  /** The archives around the first one, each in “”; empty for the attachment itself. */
  readonly at: string
  /** A detail of the first one: a file name, an address; may be empty. */
  readonly of: string
  readonly count: number
}

/** Records an observation; for each kind, the first one and their number. */
export function addObservation(
  observations: Map<string, Observation>,
  at: string,
  what: string,
  of = '',
): void {
  const before = observations.get(what)
  observations.set(what, {
    ...(before ?? { what, at, of: shortName(of) }),
    count: (before?.count ?? 0) + 1,
  })
}

/** Active content in words: “a.docx”里的宏（VBA）, or 3个宏（VBA），例如“a.docx”. */
export function activeWords({ what, at, of, count }: Observation): string {
  const inFile = at === '' ? '' : `${at}里的`
  const own = of === '' ? '' : `“${of}”`
  if (count === 1) return `${inFile}${what}${own}`
  const example = own === '' ? at : `${inFile}${own}`
  return `${count}个${what}${example === '' ? '' : `，例如${example}`}`
}

/** Unread content in words: “a.zip”：压缩包设了密码, or “a.zip”等3处：压缩包设了密码. */
export function unreadWords({ what, at, of, count }: Observation): string {
  const place = count === 1 ? at : `${at === '' ? '里面' : `${at}等`}${count}处`
  return `${place === '' ? '' : `${place}：`}${what}${of === '' ? '' : `（${of}）`}`
}
