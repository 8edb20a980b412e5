import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openZip, ZipError, type ZipLimits, type ZipRefusal } from '#read/archive/read-zip.ts'
import { fixedZip } from '#export/zip.ts'

const limits: ZipLimits = { entries: 100, entryBytes: 10_000, totalBytes: 20_000 }
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

/** Everything in an archive, by name; or why it is refused. */
function contents(bytes: Uint8Array, within = limits): Record<string, string> | ZipRefusal {
  try {
    const zip = openZip(bytes, within)
    return Object.fromEntries(zip.entries.map((entry) => [entry.name, text(zip.read(entry))]))
  } catch (error) {
    if (error instanceof ZipError) return error.reason
    throw error
  }
}

const files = {
  'a.txt': strToU8('甲'.repeat(1000)),
  '附件/乙.txt': strToU8('乙'),
  'empty.txt': strToU8(''),
}
const archive = zipSync(files)
const directoryAt = Buffer.from(archive).indexOf('PK\u0001\u0002')

/** The archive with a number of two or four bytes overwritten. */
function withNumber(at: number, value: number, length: 2 | 4, of = archive): Uint8Array {
  const changed = Buffer.from(of)
  if (length === 2) changed.writeUInt16LE(value, at)
  else changed.writeUInt32LE(value, at)
  return changed
}

describe('all entries of an archive are read', () => {
  const expected = { 'a.txt': '甲'.repeat(1000), '附件/乙.txt': '乙', 'empty.txt': '' }

  test('when its entries are compressed or only stored', () => {
    expect(contents(archive)).toEqual(expected)
    expect(contents(zipSync(files, { level: 0 }))).toEqual(expected)
  })

  test('when this program wrote it with the sizes behind the data', async () => {
    expect(contents(await fixedZip(files))).toEqual(expected)
  })

  test('when its names are in the encoding of Chinese Windows', () => {
    // 附件.txt instead of a name of the same length, in the entry and in the directory.
    const gbk = Buffer.from('b8bdbcfe2e747874', 'hex').toString('latin1')
    const bytes = Buffer.from(zipSync({ '1234.txt': strToU8('甲') }))
    const renamed = Buffer.from(bytes.toString('latin1').replaceAll('1234.txt', gbk), 'latin1')
    expect(contents(renamed)).toEqual({ '附件.txt': '甲' })
  })

  test('when bytes follow its end, as some office systems add', () => {
    expect(contents(Buffer.concat([archive, Buffer.alloc(10)]))).toEqual(expected)
  })

  test('when its numbers are in the ZIP64 fields', () => {
    expect(contents(zip64Of('a.txt', '甲'))).toEqual({ 'a.txt': '甲' })
  })
})

describe('content that could fill the memory is refused before it is decompressed', () => {
  const bomb = zipSync({ 'a.xml': new Uint8Array(5_000_000) })

  test('an entry that declares more than the limit', () => {
    expect(bomb.length).toBeLessThan(10_000)
    expect(contents(bomb)).toBe('too-many-bytes')
  })

  test('an entry that holds more than it declares', () => {
    const at = Buffer.from(bomb).indexOf('PK\u0001\u0002')
    expect(contents(withNumber(at + 24, 10, 4, bomb))).toBe('broken')
  })

  test('entries that are too large only together', () => {
    const three = zipSync(
      Object.fromEntries(['1', '2', '3'].map((name) => [name, new Uint8Array(9_000)])),
    )
    expect(contents(three)).toBe('too-many-bytes')
  })

  test('more entries than the limit', () => {
    const many = zipSync(
      Object.fromEntries(Array.from({ length: 101 }, (_, n) => [String(n), new Uint8Array()])),
    )
    expect(contents(many)).toBe('too-many-entries')
  })

  test('overlapping entries', () => {
    const two = Buffer.from(zipSync({ a: strToU8('甲'), b: strToU8('乙') }, { level: 0 }))
    const second = two.indexOf('PK\u0001\u0002', two.indexOf('PK\u0001\u0002') + 1)
    // Both entries of the directory point at the first entry of the archive, which has their name
    // and data.
    two.writeUInt32LE(0, second + 42)
    expect(contents(two)).toBe('broken')
  })
})

test.each<[string, Uint8Array, ZipRefusal]>([
  ['is empty', new Uint8Array(), 'broken'],
  ['is no archive', strToU8('自查整改报告\n'.repeat(20)), 'broken'],
  ['is cut off', archive.subarray(0, -30), 'broken'],
  ['misses its beginning', archive.subarray(10), 'broken'],
  ['has another name in the directory', withNumber(directoryAt + 46, 0x6262, 2), 'broken'],
  ['has a wrong checksum', withNumber(directoryAt + 16, 1, 4), 'broken'],
  ['has a password', withNumber(directoryAt + 8, 1, 2), 'encrypted'],
  [
    'is compressed in another way',
    withNumber(8, 9, 2, withNumber(directoryAt + 10, 9, 2) as Uint8Array<ArrayBuffer>),
    'unsupported',
  ],
  ['is one part of several', withNumber(archive.length - 18, 1, 2), 'unsupported'],
])('an archive that %s is refused', (_what, bytes, reason) => {
  expect(contents(bytes)).toBe(reason)
})

test('an archive with two entries of one name is refused', () => {
  const two = Buffer.from(zipSync({ a: strToU8('甲'), b: strToU8('乙') }))
  for (const at of [two.lastIndexOf('b'), two.indexOf('b', 30)]) two.write('a', at)
  expect(contents(two)).toBe('broken')
})

test('an archive that hides another directory in its comment is refused', () => {
  const end = archive.length - 22
  const hidden = withNumber(end + 20, 22, 2)
  expect(contents(Buffer.concat([hidden, archive.subarray(end)]))).toBe('broken')
})

test('a symbolic link is recognised by the mode of its entry', () => {
  const zip = zipSync({ link: [strToU8('/etc/passwd'), { os: 3, attrs: 0o120777 << 16 }] })
  expect(openZip(zip, limits).get('link')?.unixMode).toBe(0o120777)
})

/** A stored entry whose sizes and position are in ZIP64 fields only. */
function zip64Of(name: string, content: string): Uint8Array {
  const data = Buffer.from(content)
  const plain = Buffer.from(zipSync({ [name]: data }, { level: 0 }))
  const at = plain.indexOf('PK\u0001\u0002')
  const header = plain.subarray(at, at + 46)
  for (const field of [20, 24, 42]) header.writeUInt32LE(0xffffffff, field)
  header.writeUInt16LE(28, 30)
  const extra = Buffer.alloc(28)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(24, 2)
  extra.writeBigUInt64LE(BigInt(data.length), 4)
  extra.writeBigUInt64LE(BigInt(data.length), 12)
  const directory = Buffer.concat([header, Buffer.from(name), extra])
  const end64 = Buffer.alloc(56)
  end64.writeUInt32LE(0x06064b50, 0)
  end64.writeBigUInt64LE(44n, 4)
  end64.writeBigUInt64LE(1n, 24)
  end64.writeBigUInt64LE(1n, 32)
  end64.writeBigUInt64LE(BigInt(directory.length), 40)
  end64.writeBigUInt64LE(BigInt(at), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(at + directory.length), 8)
  locator.writeUInt32LE(1, 16)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  for (const field of [8, 10]) end.writeUInt16LE(0xffff, field)
  for (const field of [12, 16]) end.writeUInt32LE(0xffffffff, field)
  return Buffer.concat([plain.subarray(0, at), directory, end64, locator, end])
}
