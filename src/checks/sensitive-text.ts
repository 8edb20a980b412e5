import { halfWidth } from '#domain/plain-text.ts'

/** Something in a text that is not for the public, and where it stands. */
export interface SensitiveText {
  readonly text: string
  readonly index: number
}

/** How far down a document a marking stands: the head of an official document (GB/T 9704) is above it. */
const headLines = 12

/**
 * The markings at the head of a document that keep it from the public: a degree of secrecy
 * (密级：机密★10年) and the word for a draft (征求意见稿), alone on a line or at the end of the title. A
 * title that is quoted in 《》 and what is said of drafts in a sentence are none.
 */
export function* markings(text: string): Generator<SensitiveText> {
  // Most texts hold neither sign.
  if (!/密|稿/.test(text)) return
  let index = 0
  let seen = 0
  for (const line of text.split('\n')) {
    const words = line.trim()
    if (words !== '') {
      if (++seen > headLines) return
      if (isMarking(words)) yield { text: words, index: index + line.indexOf(words) }
    }
    index += line.length + 1
  }
}

const brackets = String.raw`[\s（(【〔\[]*`
const closing = String.raw`[\s）)】〕\]]*`
const secrecy = new RegExp(
  `^${brackets}(?:(?:密\\s*级|保密等级)\\s*[:：]?\\s*)?(?:绝\\s*密|机\\s*密|秘\\s*密)(?:级)?${closing}(?:[★☆*][^，。；！？]{0,12})?${closing}$`,
)
const draftWords = '(?:公开)?征求意见稿|征求意见第?[一二三四五\\d]+稿|送审稿|讨论稿|内部稿|草稿'
const draftAlone = new RegExp(`^${brackets}(?:${draftWords})${closing}$`)
/** Of a title of its own; a quoted one ends in 》. */
const draftTitle = new RegExp(`^[^《》，。；！？：:]{4,60}[（(](?:${draftWords})[）)]$`)

function isMarking(line: string): boolean {
  // Most lines are longer than any marking.
  return line.length <= 70 && (secrecy.test(line) || draftAlone.test(line) || draftTitle.test(line))
}

const part = String.raw`(?:25[0-5]|2[0-4]\d|1?\d?\d)`
/** RFC 1918, the machine itself (RFC 1122) and link-local addresses (RFC 3927). */
const privateAddress = new RegExp(
  String.raw`(?<![\d.])(?:10\.${part}|127\.${part}|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.${part}\.${part}(?![\d]|\.\d)`,
  'g',
)
/** Hosts that only a network of one's own knows: without a dot in an address, or of a reserved end. */
const internalHost =
  /(?:https?|ftp):\/\/(?:[a-z][a-z0-9-]*(?=[:/]|$)|localhost\b)|(?<![\w.@-])(?:[a-z0-9-]{1,63}\.){1,5}(?:local|lan|intranet|internal|localdomain|corp|home\.arpa)(?![\w-]|\.\w)/gi

/** Numbers that look like an address but count versions, chapters or clauses. */
const notAnAddress = /(?:版本?|[vV]|第|条|章|节|version)\s*$/

/** Addresses of machines in a network of one's own, which say to strangers how it is built. */
export function* internalAddresses(text: string): Generator<SensitiveText> {
  if (!/\d\.\d+\.\d|:\/\/|[．：]|\.(?:local|lan|int|corp|home)/i.test(text)) return
  const ascii = halfWidth(text)
  for (const pattern of [privateAddress, internalHost])
    for (const { 0: found, index } of ascii.matchAll(pattern))
      if (!notAnAddress.test(ascii.slice(Math.max(0, index - 8), index)))
        yield { text: found, index }
}
