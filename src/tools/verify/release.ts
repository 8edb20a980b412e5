import { createHash } from 'node:crypto'
import { closeSync, openSync, readSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { sha256 } from '#model/sha256.ts'
import { openZip, type Zip, type ZipEntry, ZipError } from '#read/archive/read-zip.ts'
import { compareText } from '#model/dataset.ts'
import { type FileFacts, fileFacts } from '#export/packages/data-package.ts'
import {
  type ArchiveFacts,
  type Difference,
  differences,
  type Release,
  releaseFile,
  releaseVersion,
  sumsFile,
  sumsText,
} from '#export/packages/release.ts'
import { shortList, shortName } from '#messages/nearest.ts'
import { entriesBelow } from '#build/output/closed-list.ts'
import { kindOf } from '#read/files/files.ts'
import { readBytes } from '#read/files/regular-files.ts'

/** Thrown when nothing can be compared, with the reason in Chinese. */
export class ReleaseMistake extends Error {}

/** Whether a name stays in its folder on every system. */
const isSafeName = (name: string): boolean =>
  !/[\\\p{Cc}]|^[a-z]:/iu.test(name) &&
  name.split('/').every((part) => part !== '' && part !== '.' && part !== '..')

const file = z.object({
  path: z.string().refine(isSafeName),
  bytes: z.int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
})
const release = z.object({
  version: z.literal(releaseVersion),
  product: z.object({ name: z.string(), version: z.string() }),
  node: z.int(),
  commit: z.string().nullable(),
  as_of: z.string(),
  check: z.object({ errors: z.int(), warnings: z.record(z.string(), z.int()) }),
  archives: z.array(
    file.extend({
      inspection: z.string().optional(),
      period: z.string().optional(),
      title: z.string(),
      files: z.array(file),
    }),
  ),
}) satisfies z.ZodType<Release>

/** The result of comparing an archive with a release. */
export interface Verified {
  readonly release: Release
  readonly releasePath: string
  /** How many files were compared. */
  readonly compared: number
  readonly differences: readonly Difference[]
}

/**
 * Compares a ZIP archive, an unpacked archive or a folder of archives with its `release.json`.
 *
 * @param listed path of `release.json`; by default beside the archive, or in the folder
 */
export function verifyRelease(path: string, listed?: string): Verified {
  const kind = kindOf(path)
  if (kind === 'nothing') throw new ReleaseMistake(`没有找到“${path}”。`)
  if (kind === 'file') return verifyZip(path, listed ?? join(dirname(path), releaseFile))
  const inside = join(path, releaseFile)
  return listed === undefined && kindOf(inside) === 'file'
    ? verifyArchives(path, inside)
    : verifyUnpacked(path, listed ?? join(dirname(resolve(path)), releaseFile))
}

function verifyArchives(folder: string, releasePath: string): Verified {
  const known = readRelease(releasePath)
  const found = filesIn(folder, known.archives)
  const list = sumsText(known.archives)
  const own = { [sumsFile]: Buffer.from(list), [releaseFile]: bytesOfRelease(releasePath) }
  const lists = Object.entries(own).flatMap(([name, expected]): Difference[] => {
    const one = found.get(name)
    found.delete(name)
    if (one === undefined) return [{ kind: 'missing', path: name }]
    if (name === releaseFile) return []
    const read = readBytes(folder, name, expected.length)
    const same = 'bytes' in read && read.bytes.equals(expected)
    return same ? [] : [{ kind: 'differs', path: name }]
  })
  return {
    release: known,
    releasePath,
    compared: known.archives.reduce((sum, { files }) => sum + 1 + files.length, 1),
    differences: [
      ...lists,
      ...compressedLists(folder, found, own[releaseFile]),
      ...differences(known.archives, found),
      ...known.archives.flatMap((archive) =>
        found.has(archive.path) ? insideZip(archive, folder) : [],
      ),
    ],
  }
}

/**
 * Compares compressed copies of the list, which must have the same content. Their decompressed size
 * is not trusted.
 */
function compressedLists(
  folder: string,
  found: Map<string, unknown>,
  expected: Buffer,
): Difference[] {
  const unpackers = { '.gz': gunzipSync, '.br': brotliDecompressSync } as const
  return Object.entries(unpackers).flatMap(([ending, unpack]): Difference[] => {
    const path = `${releaseFile}${ending}`
    if (!found.delete(path)) return []
    const read = readBytes(folder, path, expected.length)
    try {
      const options = { maxOutputLength: expected.length + 1 }
      if ('bytes' in read && unpack(read.bytes, options).equals(expected)) return []
    } catch {
      // Broken, or larger than the list.
    }
    return [{ kind: 'differs', path }]
  })
}

function verifyZip(path: string, releasePath: string): Verified {
  const known = readRelease(releasePath)
  const name = basename(path)
  const archive = archiveCalled(known, releasePath, ({ path: own }) => own === name, name)
  const own = { ...archive, path: name }
  return {
    release: known,
    releasePath,
    compared: 1 + archive.files.length,
    differences: [
      ...differences([own], new Map([[name, factsOf(path, archive.bytes)]])),
      ...insideZip(own, dirname(path)),
    ],
  }
}

function verifyUnpacked(folder: string, releasePath: string): Verified {
  const known = readRelease(releasePath)
  const name = basename(resolve(folder))
  const archive = archiveCalled(known, releasePath, ({ path }) => path === `${name}.zip`, name)
  return {
    release: known,
    releasePath,
    compared: archive.files.length,
    differences: differences(archive.files, filesIn(folder, archive.files)),
  }
}

/** The archive to compare with; if a release has only one, its name does not matter. */
function archiveCalled(
  { archives }: Release,
  releasePath: string,
  matches: (archive: ArchiveFacts) => boolean,
  name: string,
): ArchiveFacts {
  const [only, ...others] = archives
  const found = archives.find(matches) ?? (others.length === 0 ? only : undefined)
  if (found !== undefined) return found
  const known = shortList(archives.map(({ path }) => shortName(path)))
  throw new ReleaseMistake(
    `“${releasePath}”里没有记“${shortName(name)}”，记的是：${known}。请把文件或文件夹改回原来的名称再核对。`,
  )
}

/** In bytes; an archive of a city has a few megabytes. */
const maxZipBytes = 1024 ** 3
/** Limits of decompressed files in an archive. */
const zipLimits = { entries: 200_000, entryBytes: 256 * 1024 ** 2, totalBytes: 8 * 1024 ** 3 }

/**
 * How the files in an archive differ from the release. An entry is decompressed only if it declares
 * the listed length, one after the other, and never beyond that length.
 */
function insideZip({ path, files }: ArchiveFacts, folder: string): Difference[] {
  const read = readBytes(folder, path, maxZipBytes)
  if (!('bytes' in read))
    return [{ kind: read.refused === 'too-big' ? 'too-big' : 'unreadable', path }]
  const listed = new Map(files.map((one) => [one.path, one.bytes]))
  let zip: Zip
  try {
    zip = openZip(read.bytes, zipLimits)
  } catch (error) {
    return [{ kind: kindOfRefusal(error), path }]
  }
  const unsafe = unsafeEntries(zip.entries)
  const found = new Map<string, Pick<FileFacts, 'bytes' | 'sha256'>>()
  const refused: Difference[] = []
  for (const entry of zip.entries) {
    const { name, size } = entry
    if (unsafe.has(name)) refused.push({ kind: 'unsafe-name', path: name })
    else if (isLink(entry)) refused.push({ kind: 'extra', path: name })
    else if (listed.get(name) !== size) found.set(name, { bytes: size, sha256: '' })
    else
      try {
        found.set(name, fileFacts(name, zip.read(entry)))
      } catch (error) {
        if (kindOfRefusal(error) === 'too-big') refused.push({ kind: 'too-big', path: name })
        found.set(name, { bytes: size, sha256: '' })
      }
  }
  return [...refused, ...differences(files, found)].map((one) => ({
    ...one,
    path: `${path} 里的 ${one.path}`,
  }))
}

function kindOfRefusal(error: unknown): 'unreadable' | 'too-big' {
  if (!(error instanceof ZipError)) throw error
  const { reason } = error
  return reason === 'too-many-bytes' || reason === 'too-many-entries' ? 'too-big' : 'unreadable'
}

/** Names that leave the folder, and names that some systems cannot distinguish. */
function unsafeEntries(entries: readonly ZipEntry[]): Set<string> {
  const byKey = Map.groupBy(entries, ({ name }) => name.normalize('NFC').toLowerCase())
  return new Set(
    entries
      .map(({ name }) => name)
      .filter(
        (name) =>
          !isSafeName(name.replace(/\/$/, '')) ||
          (byKey.get(name.normalize('NFC').toLowerCase())?.length ?? 0) > 1,
      ),
  )
}

/** Whether an entry is a symbolic link, by its Unix mode. */
const isLink = ({ unixMode }: ZipEntry): boolean =>
  unixMode !== null && (unixMode & 0o170000) === 0o120000

function readRelease(path: string): Release {
  if (kindOf(path) !== 'file')
    throw new ReleaseMistake(
      `没有找到“${path}”。请把 ${releaseFile} 放在归档文件旁边，或用 --release 写明它在哪里。`,
    )
  try {
    const read = release.safeParse(JSON.parse(bytesOfRelease(path).toString('utf8')))
    if (read.success) return read.data
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new ReleaseMistake(`“${path}”不是归档时写的校验清单，或者已经损坏。`)
}

/** In bytes; the list of a city after ten years has a few megabytes. */
const maxListBytes = 64 * 1024 ** 2

function bytesOfRelease(path: string): Buffer {
  const read = readBytes(dirname(path), basename(path), maxListBytes)
  if ('bytes' in read) return read.bytes
  throw new ReleaseMistake(`“${path}”读不了，或者比任何校验清单都大。`)
}

/** The checksum of the list itself, for comparison with a copy stored elsewhere. */
export const sumOfRelease = (path: string): string => sha256(bytesOfRelease(path))

/**
 * All entries of a folder except folders, by path, with the checksum of files that have their
 * listed length. Nothing is ignored, not even files of systems, and no link is followed.
 */
function filesIn(
  folder: string,
  listed: readonly FileFacts[],
): Map<string, Pick<FileFacts, 'bytes' | 'sha256'>> {
  const lengths = new Map(listed.map(({ path, bytes }) => [path, bytes]))
  return new Map(
    entriesBelow(folder)
      .map(({ path, isFile }) => {
        const length = isFile ? lengths.get(path) : undefined
        const known = length === undefined ? unknownFacts : factsOf(join(folder, path), length)
        // Under its own name a link would be compared with the listed file.
        return [isFile ? path : `${path}（链接或特殊文件）`, known] as const
      })
      .sort(([a], [b]) => compareText(a, b)),
  )
}

const unknownFacts = { bytes: -1, sha256: '' }

/** Length and checksum of a file, read in pieces and at most one byte beyond its listed length. */
function factsOf(path: string, length: number): Pick<FileFacts, 'bytes' | 'sha256'> {
  const sum = createHash('sha256')
  const piece = Buffer.allocUnsafe(pieceLength)
  let bytes = 0
  const file = openSync(path, 'r')
  try {
    while (bytes <= length) {
      const count = readSync(file, piece, 0, Math.min(piece.length, length + 1 - bytes), null)
      if (count === 0) break
      sum.update(piece.subarray(0, count))
      bytes += count
    }
  } finally {
    closeSync(file)
  }
  return { bytes, sha256: sum.digest('hex') }
}

const pieceLength = 64 * 1024
