import { crc32, inflateRawSync } from 'node:zlib'
import { decodedAs } from '../files/decode.ts'

/** Limits for reading an archive, so that a small file cannot fill the memory. */
export interface ZipLimits {
  /** The most entries that an archive may list. */
  readonly entries: number
  /** The most bytes that one entry may hold when inflated. */
  readonly entryBytes: number
  /** The most bytes that all entries read from one archive may hold together when inflated. */
  readonly totalBytes: number
}

export interface ZipEntry {
  /** As in the archive; folders end in `/`. */
  readonly name: string
  /** Declared size in bytes; `read` refuses an entry with another size. */
  readonly size: number
  readonly compressedSize: number
  /** Declared CRC-32 of the content. */
  readonly crc: number
  readonly isEncrypted: boolean
  /** The file mode of a Unix system, such as 0o120777 for a symbolic link; null from other systems. */
  readonly unixMode: number | null
}

/** Why an archive or an entry is not read. */
export type ZipRefusal =
  /** Not an archive, incomplete, or one that two programs could read differently. */
  | 'broken'
  | 'encrypted'
  /** A compression other than stored and deflated, or an archive in several parts. */
  | 'unsupported'
  | 'too-many-entries'
  | 'too-many-bytes'

export class ZipError extends Error {
  readonly reason: ZipRefusal
  constructor(reason: ZipRefusal) {
    super(`ZIP archive refused: ${reason}`)
    this.reason = reason
  }
}

export interface Zip {
  /** Files and folders in the order of the archive; no two have the same name. */
  readonly entries: readonly ZipEntry[]
  /** The entry with a name; undefined when there is none. */
  readonly get: (name: string) => ZipEntry | undefined
  /** The content of an entry, checked against its declared length and checksum. */
  readonly read: (entry: ZipEntry) => Uint8Array
}

/**
 * Lists a ZIP archive from its central directory (APPNOTE.TXT 6.3.10, sections 4.3.12 to 4.3.16),
 * with ZIP64. Nothing is decompressed before `read`, and never more than the limits allow. An
 * archive whose entries overlap, as in the smallest zip bombs, or whose names differ between the
 * directory and the entry, is refused as broken.
 *
 * @throws ZipError
 */
export function openZip(bytes: Uint8Array, limits: ZipLimits): Zip {
  const directory = findDirectory(bytes)
  if (directory.count > limits.entries) throw new ZipError('too-many-entries')
  const located = entriesOf(bytes, directory)
  const byName = new Map(located.map((one) => [one.entry.name, one]))
  if (byName.size < located.length) throw new ZipError('broken')
  refuseOverlaps(located, directory.offset)
  let left = limits.totalBytes
  return {
    entries: located.map(({ entry }) => entry),
    get: (name) => byName.get(name)?.entry,
    read(entry) {
      const found = byName.get(entry.name)
      if (found === undefined) throw new ZipError('broken')
      if (entry.size > Math.min(limits.entryBytes, left)) throw new ZipError('too-many-bytes')
      left -= entry.size
      return contentOf(bytes, found)
    },
  }
}

interface Directory {
  readonly count: number
  readonly offset: number
  readonly end: number
}

interface Located {
  readonly entry: ZipEntry
  readonly method: number
  /** Offsets of the entry's local header, of its data and of its end. */
  readonly start: number
  readonly data: number
  readonly end: number
}

const signatures = {
  localHeader: 0x04034b50,
  directoryHeader: 0x02014b50,
  endOfDirectory: 0x06054b50,
  zip64End: 0x06064b50,
  zip64Locator: 0x07064b50,
} as const

/** Placeholder of a number that is stored in the ZIP64 field. */
const in64 = { short: 0xffff, long: 0xffffffff } as const

const endLength = 22
const maxCommentLength = 0xffff

function findDirectory(bytes: Uint8Array): Directory {
  const view = viewOf(bytes)
  const first = Math.max(0, bytes.length - endLength - maxCommentLength)
  let at = bytes.length - endLength
  while (at >= first && view.getUint32(at, true) !== signatures.endOfDirectory) at--
  if (at < first) throw new ZipError('broken')
  refuseSecondEnd(view, first, at)
  const [disk, startDisk, onDisk, all] = [4, 6, 8, 10].map((field) =>
    view.getUint16(at + field, true),
  )
  let count = all ?? 0
  let size = view.getUint32(at + 12, true)
  let offset = view.getUint32(at + 16, true)
  let end = at
  if (count === in64.short || size === in64.long || offset === in64.long) {
    const large = zip64Directory(view, at)
    if (large !== null) ({ count, size, offset, end } = large)
  } else if (disk !== 0 || startDisk !== 0 || onDisk !== all) throw new ZipError('unsupported')
  if (offset + size !== end) throw new ZipError('broken')
  return { count, offset, end }
}

/**
 * Refuses an end record whose comment contains another one: two programs would list different
 * entries.
 */
function refuseSecondEnd(view: DataView, first: number, end: number): void {
  for (let at = first; at < end; at++)
    if (
      view.getUint32(at, true) === signatures.endOfDirectory &&
      at + endLength + view.getUint16(at + 20, true) > end
    )
      throw new ZipError('broken')
}

const locatorLength = 20
const zip64EndLength = 56

/** The directory according to the ZIP64 record; null for an archive without one. */
function zip64Directory(
  view: DataView,
  endAt: number,
): (Directory & { readonly size: number }) | null {
  const locatorAt = endAt - locatorLength
  if (locatorAt < 0 || view.getUint32(locatorAt, true) !== signatures.zip64Locator) return null
  const at = long(view, locatorAt + 8)
  if (at + zip64EndLength > locatorAt || view.getUint32(at, true) !== signatures.zip64End)
    throw new ZipError('broken')
  if (view.getUint32(at + 16, true) !== 0 || view.getUint32(at + 20, true) !== 0)
    throw new ZipError('unsupported')
  return {
    count: long(view, at + 32),
    size: long(view, at + 40),
    offset: long(view, at + 48),
    end: at,
  }
}

const headerLength = 46
const localHeaderLength = 30

function entriesOf(bytes: Uint8Array, { count, offset, end }: Directory): Located[] {
  const view = viewOf(bytes)
  const located: Located[] = []
  let at = offset
  for (let n = 0; n < count; n++) {
    if (at + headerLength > end || view.getUint32(at, true) !== signatures.directoryHeader)
      throw new ZipError('broken')
    const [nameLength = 0, extraLength = 0, commentLength = 0] = [28, 30, 32].map((field) =>
      view.getUint16(at + field, true),
    )
    const nameAt = at + headerLength
    const next = nameAt + nameLength + extraLength + commentLength
    if (next > end) throw new ZipError('broken')
    const name = bytes.subarray(nameAt, nameAt + nameLength)
    const extra = { from: nameAt + nameLength, to: nameAt + nameLength + extraLength }
    located.push(entryAt(bytes, at, name, extra, offset))
    at = next
  }
  if (at !== end) throw new ZipError('broken')
  return located
}

/**
 * Reads an entry from its header in the directory and its local header, which must have the same
 * name.
 */
function entryAt(
  bytes: Uint8Array,
  at: number,
  name: Uint8Array,
  extra: { readonly from: number; readonly to: number },
  directoryAt: number,
): Located {
  const view = viewOf(bytes)
  const flags = view.getUint16(at + 8, true)
  const [compressedSize = 0, size = 0, start = 0] = largeNumbers(
    view,
    [
      { value: view.getUint32(at + 20, true), order: 1 },
      { value: view.getUint32(at + 24, true), order: 0 },
      { value: view.getUint32(at + 42, true), order: 2 },
    ],
    extra,
  )
  if (
    start + localHeaderLength > directoryAt ||
    view.getUint32(start, true) !== signatures.localHeader
  )
    throw new ZipError('broken')
  const ownNameAt = start + localHeaderLength
  const ownNameLength = view.getUint16(start + 26, true)
  const ownName = bytes.subarray(ownNameAt, ownNameAt + ownNameLength)
  const method = view.getUint16(at + 10, true)
  if (Buffer.compare(name, ownName) !== 0 || view.getUint16(start + 8, true) !== method)
    throw new ZipError('broken')
  const data = ownNameAt + ownNameLength + view.getUint16(start + 28, true)
  const end = data + compressedSize
  if (end > directoryAt) throw new ZipError('broken')
  const isUnix = view.getUint16(at + 4, true) >> 8 === unixSystem
  return {
    entry: {
      name: nameText(name, (flags & utf8Flag) !== 0),
      size,
      compressedSize,
      crc: view.getUint32(at + 16, true),
      isEncrypted: (flags & encryptedFlag) !== 0,
      unixMode: isUnix ? view.getUint32(at + 38, true) >>> 16 : null,
    },
    method,
    start,
    data,
    end,
  }
}

const encryptedFlag = 0x1
const utf8Flag = 0x800
const unixSystem = 3
const zip64Field = 1

/** Resolves numbers that are stored in the ZIP64 field, which holds only those that do not fit. */
function largeNumbers(
  view: DataView,
  numbers: readonly { readonly value: number; readonly order: number }[],
  { from, to }: { readonly from: number; readonly to: number },
): number[] {
  const read = numbers.map(({ value }) => value)
  if (!read.includes(in64.long)) return read
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== zip64Field) continue
    const end = Math.min(to, at + 4 + view.getUint16(at + 2, true))
    let field = at + 4
    const needed = [...numbers.entries()]
      .filter(([, { value }]) => value === in64.long)
      .sort(([, a], [, b]) => a.order - b.order)
    for (const [n] of needed) {
      if (field + 8 > end) throw new ZipError('broken')
      read[n] = long(view, field)
      field += 8
    }
  }
  return read
}

/** Refuses an archive in which two entries overlap. */
function refuseOverlaps(located: readonly Located[], directoryAt: number): void {
  const inOrder = [...located].sort((a, b) => a.start - b.start)
  for (const [n, { end }] of inOrder.entries())
    if (end > (inOrder[n + 1]?.start ?? directoryAt)) throw new ZipError('broken')
}

const stored = 0
const deflated = 8

function contentOf(bytes: Uint8Array, { entry, method, data, end }: Located): Uint8Array {
  if (entry.isEncrypted) throw new ZipError('encrypted')
  const raw = bytes.subarray(data, end)
  const content =
    method === stored ? raw : method === deflated ? inflated(raw, entry.size) : undefined
  if (content === undefined) throw new ZipError('unsupported')
  if (content.length !== entry.size || crc32(content) !== entry.crc) throw new ZipError('broken')
  return content
}

/** Decompresses data, and refuses them as soon as they exceed the declared size. */
function inflated(raw: Uint8Array, size: number): Uint8Array {
  try {
    return inflateRawSync(raw, { maxOutputLength: Math.max(1, size) })
  } catch {
    throw new ZipError('broken')
  }
}

/** Decodes a name in UTF-8, or in the encoding of Chinese Windows if it is not flagged as UTF-8. */
const nameText = (name: Uint8Array, isUtf8: boolean): string =>
  decodedAs(name, isUtf8 ? ['utf-8'] : ['utf-8', 'gb18030']) ?? Buffer.from(name).toString('latin1')

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** Reads an eight-byte number; one beyond exact JavaScript numbers is larger than any file. */
const long = (view: DataView, at: number): number => Number(view.getBigUint64(at, true))
