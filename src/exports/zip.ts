import { crc32 } from 'node:zlib'
import { deflateSync, strToU8 } from 'fflate'

/**
 * Files as an archive that is the same on every day and in every order: by name, and dated with the
 * first day that an archive knows. The library that compresses them would compress a part that a
 * thousand documents share a thousand times, so that the archive around it is written here (APPNOTE
 * 6.3.3, without ZIP64: below 4 GB).
 */
export function fixedZip(files: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, content]) => ({ name: strToU8(name), content, ...packed(content) }))
  const local = entries.reduce((sum, { name, data }) => sum + 30 + name.length + data.length, 0)
  const central = entries.reduce((sum, { name }) => sum + 46 + name.length, 0)
  const archive = new Uint8Array(local + central + 22)
  const view = new DataView(archive.buffer)
  let at = 0
  let listed = local
  for (const { name, content, data, crc } of entries) {
    const facts = (from: number): void => {
      view.setUint16(from, 20, true) // version 2.0 unpacks it
      view.setUint16(from + 2, name.some((byte) => byte > 127) ? 0x0800 : 0, true) // UTF-8
      view.setUint16(from + 4, 8, true) // deflated
      view.setUint16(from + 8, firstDay, true)
      view.setUint32(from + 10, crc, true)
      view.setUint32(from + 14, data.length, true)
      view.setUint32(from + 18, content.length, true)
      view.setUint16(from + 22, name.length, true)
    }
    view.setUint32(listed, 0x02014b50, true)
    view.setUint16(listed + 4, 20, true)
    facts(listed + 6)
    view.setUint32(listed + 42, at, true)
    archive.set(name, listed + 46)
    listed += 46 + name.length
    view.setUint32(at, 0x04034b50, true)
    facts(at + 4)
    archive.set(name, at + 30)
    archive.set(data, at + 30 + name.length)
    at += 30 + name.length + data.length
  }
  view.setUint32(listed, 0x06054b50, true)
  view.setUint16(listed + 8, entries.length, true)
  view.setUint16(listed + 10, entries.length, true)
  view.setUint32(listed + 12, central, true)
  view.setUint32(listed + 16, local, true)
  return archive
}

/** 1 January 1980: the years since 1980, the month and the day in one number. */
const firstDay = (1 << 5) | 1

interface Packed {
  readonly data: Uint8Array
  readonly crc: number
}
const memo = new WeakMap<Uint8Array, Packed>()

/** A part that several archives share is compressed once. */
function packed(content: Uint8Array): Packed {
  const known = memo.get(content)
  if (known !== undefined) return known
  const made = { data: deflateSync(content, { level: 6 }), crc: crc32(content) }
  memo.set(content, made)
  return made
}
