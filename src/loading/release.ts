import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { unzipSync } from 'fflate'
import { z } from 'zod'
import { compareText } from '#domain/dataset.ts'
import type { FileFacts } from '#exports/data-package.ts'
import {
  type ArchiveFacts,
  type Difference,
  differences,
  type Release,
  releaseFile,
  releaseVersion,
  sumsFile,
  sumsText,
} from '#exports/release.ts'
import { kindOf } from './files.ts'

/** Why nothing can be compared, in Chinese, for the person who asked. */
export class ReleaseMistake extends Error {}

const file = z.object({
  path: z.string(),
  bytes: z.int(),
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
    file.extend({ inspection: z.string(), title: z.string(), files: z.array(file) }),
  ),
}) satisfies z.ZodType<Release>

/** What was compared with which release, and how it differs. */
export interface Verified {
  readonly release: Release
  readonly releasePath: string
  /** How many files were compared. */
  readonly compared: number
  readonly differences: readonly Difference[]
}

/**
 * Compares a ZIP archive, an unpacked one or a folder of archives with its `release.json`.
 *
 * @param noted `release.json`; looked for beside the archive, or in the folder, when not given
 */
export function verifyRelease(path: string, noted?: string): Verified {
  const kind = kindOf(path)
  if (kind === 'nothing') throw new ReleaseMistake(`没有找到“${path}”。`)
  if (kind === 'file') return verifyZip(path, noted ?? join(dirname(path), releaseFile))
  const inside = join(path, releaseFile)
  return noted === undefined && kindOf(inside) === 'file'
    ? verifyArchives(path, inside)
    : verifyUnpacked(path, noted ?? join(dirname(resolve(path)), releaseFile))
}

function verifyArchives(folder: string, releasePath: string): Verified {
  const known = readRelease(releasePath)
  const found = filesIn(folder)
  found.delete(releaseFile)
  // Compressed copies for servers; they are the same text.
  for (const path of [...found.keys()])
    if (/^(release\.json|SHA256SUMS)\.(gz|br)$/.test(path)) found.delete(path)
  const sums = found.get(sumsFile)
  found.delete(sumsFile)
  const expected = Buffer.from(sumsText(known.archives))
  const list: Difference[] =
    sums === undefined
      ? [{ kind: 'missing', path: sumsFile }]
      : sums.equals(expected)
        ? []
        : [{ kind: 'differs', path: sumsFile }]
  return {
    release: known,
    releasePath,
    compared: known.archives.reduce((sum, { files }) => sum + 1 + files.length, 1),
    differences: [
      ...list,
      ...differences(known.archives, mapped(found)),
      ...known.archives.flatMap((archive) => {
        const bytes = found.get(archive.path)
        return bytes === undefined ? [] : insideZip(archive, bytes)
      }),
    ],
  }
}

function verifyZip(path: string, releasePath: string): Verified {
  const known = readRelease(releasePath)
  const name = basename(path)
  const archive = archiveCalled(known, releasePath, ({ path: own }) => own === name, name)
  const bytes = readFileSync(path)
  return {
    release: known,
    releasePath,
    compared: 1 + archive.files.length,
    differences: [
      ...differences([archive], new Map([[name, facts(bytes)]])),
      ...insideZip(archive, bytes),
    ],
  }
}

function verifyUnpacked(folder: string, releasePath: string): Verified {
  const known = readRelease(releasePath)
  const name = basename(resolve(folder))
  const archive = archiveCalled(known, releasePath, ({ inspection }) => inspection === name, name)
  return {
    release: known,
    releasePath,
    compared: archive.files.length,
    differences: differences(archive.files, mapped(filesIn(folder))),
  }
}

/** The archive that is meant; where a release has only one, its name does not matter. */
function archiveCalled(
  { archives }: Release,
  releasePath: string,
  isMeant: (archive: ArchiveFacts) => boolean,
  name: string,
): ArchiveFacts {
  const [only, ...others] = archives
  const found = archives.find(isMeant) ?? (others.length === 0 ? only : undefined)
  if (found !== undefined) return found
  const known = archives.map(({ path }) => path).join('、')
  throw new ReleaseMistake(
    `“${releasePath}”里没有记“${name}”，记的是：${known}。请把文件或文件夹改回原来的名称再核对。`,
  )
}

/** How the files in an archive differ from what was noted of them. */
function insideZip({ path, files }: ArchiveFacts, bytes: Uint8Array): Difference[] {
  const noted = new Map(files.map((one) => [one.path, one]))
  const found = new Map<string, Pick<FileFacts, 'bytes' | 'sha256'>>()
  try {
    const unpacked = unzipSync(bytes, {
      // What was not noted, or not as large, is not unpacked: no archive can fill the memory.
      filter: ({ name, originalSize }) => {
        const fits = noted.get(name)?.bytes === originalSize
        if (!fits) found.set(name, { bytes: originalSize, sha256: '' })
        return fits
      },
    })
    for (const [name, content] of Object.entries(unpacked)) found.set(name, facts(content))
  } catch {
    return [{ kind: 'unreadable', path }]
  }
  return differences(files, found).map((one) => ({ ...one, path: `${path} 里的 ${one.path}` }))
}

function readRelease(path: string): Release {
  if (kindOf(path) !== 'file')
    throw new ReleaseMistake(
      `没有找到“${path}”。请把 ${releaseFile} 放在归档文件旁边，或用 --release 写明它在哪里。`,
    )
  try {
    const read = release.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    if (read.success) return read.data
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  throw new ReleaseMistake(`“${path}”不是归档时写的校验清单，或者已经损坏。`)
}

const facts = (bytes: Uint8Array) => ({
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})

const mapped = (files: ReadonlyMap<string, Uint8Array>) =>
  new Map([...files].map(([path, bytes]) => [path, facts(bytes)]))

/** The files of a folder by their paths in it, without those that systems put there by themselves. */
function filesIn(folder: string): Map<string, Buffer> {
  return new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/^(\..*|thumbs\.db|desktop\.ini)$/i.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map(
        (path) =>
          [path.slice(join(folder, sep).length).replaceAll(sep, '/'), readFileSync(path)] as const,
      )
      .sort(([a], [b]) => compareText(a, b)),
  )
}
