import { jsonText } from '#model/json-text.ts'
import { compareText } from '#model/dataset.ts'
import type { FileFacts } from './data-package.ts'

/** An archive, with every file in it. */
export interface ArchiveFacts extends FileFacts {
  /** Id of its inspection; an archive of reports alone has their `period` instead. */
  readonly inspection?: string | undefined
  readonly period?: string | undefined
  readonly title: string
  readonly files: readonly FileFacts[]
}

/** The record of a set of archives, which is published beside them. */
export interface Release {
  readonly version: typeof releaseVersion
  readonly product: { readonly name: string; readonly version: string }
  /** Major version of the Node that built it. */
  readonly node: number
  /** The commit of the authored files; null without git, or when they have uncommitted changes. */
  readonly commit: string | null
  /** The day for which every state was computed. */
  readonly as_of: string
  /** What the check found before the build: how many errors, and warnings by code. */
  readonly check: {
    readonly errors: number
    readonly warnings: Readonly<Record<string, number>>
  }
  readonly archives: readonly ArchiveFacts[]
}

/** Rises when a key of `release.json` changes its meaning or goes away. */
export const releaseVersion = 1

export const releaseFile = 'release.json'
export const sumsFile = 'SHA256SUMS'

export const releaseText = (release: Release): string => jsonText(release)

/** Hashes of the archives as `sha256sum -c` reads them. */
export const sumsText = (archives: readonly FileFacts[]): string =>
  archives.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')

/**
 * How a file differs from its record. `unreadable`: an archive that does not open, or that programs
 * could open differently; `too-big`: an archive that is not opened because of its size;
 * `unsafe-name`: a name in an archive that leads outside its folder or is ambiguous on some systems.
 */
export interface Difference {
  readonly kind: 'differs' | 'missing' | 'extra' | 'unreadable' | 'too-big' | 'unsafe-name'
  readonly path: string
}

/** The differences between recorded and existing files, in the order of their names. */
export function differences(
  noted: readonly FileFacts[],
  found: ReadonlyMap<string, Pick<FileFacts, 'bytes' | 'sha256'>>,
): Difference[] {
  const names = new Set(noted.map(({ path }) => path))
  return [
    ...noted.flatMap(({ path, bytes, sha256 }): Difference[] => {
      const file = found.get(path)
      if (file === undefined) return [{ kind: 'missing', path }]
      return file.bytes === bytes && file.sha256 === sha256 ? [] : [{ kind: 'differs', path }]
    }),
    ...[...found.keys()]
      .filter((path) => !names.has(path))
      .map((path): Difference => ({ kind: 'extra', path })),
  ].sort((a, b) => compareText(a.path, b.path))
}
