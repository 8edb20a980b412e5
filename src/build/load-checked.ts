import { authoredFile } from '#schema/authored-files.ts'
import type { CheckInput } from '#check/check.ts'
import { owedCorrections, type Version } from '#check/corrections/owed-corrections.ts'
import type { Dataset } from '#model/dataset.ts'
import { atKey, atValue, type LocatedProblem, type Problem } from '#messages/problem.ts'
import type { Loaded } from '#model/records/loaded.ts'
import { locate } from '#model/records/locate.ts'
import { isUnreadable, reportOn, pathQueries, yamlAt } from '#check/report.ts'
import { isWholeAt } from '#model/records/yaml-places.ts'
import { currentFormat, formatOf, oldestReadFormat } from '#schema/format.ts'
import type { Folders } from '#read/files/files.ts'
import { load } from '#read/load.ts'
import { ReadingCache } from '#read/reading-cache.ts'

export interface CheckedData {
  /**
   * Null when there is no folder of data. Must not be published while `problems` holds an error.
   */
  readonly dataset: Dataset | null
  /** Errors and warnings, in order of file and place. */
  readonly problems: readonly LocatedProblem[]
  /** Matters of style, shown only on request; in the same order. */
  readonly hints: readonly LocatedProblem[]
}

/** An earlier version of the same files, which has been published. */
export interface Against {
  readonly folders: Folders
  /** Its name in git, such as `main`. */
  readonly ref: string
  /** The day on which the two are compared, in the time zone of the site. */
  readonly asOf: (timeZone: string) => string
}

/**
 * Reads both folders and applies every rule, in one pass; against an earlier version, also that
 * nothing published has changed without a correction.
 *
 * @param cache what was read of these files before
 */
export function loadChecked(
  folders: Folders,
  against: Against | null = null,
  cache = new ReadingCache(),
): CheckedData {
  const loaded = load(folders, true, cache)
  const { dataset, problems, sources } = loaded
  if (dataset === null) return { dataset, problems: locate(problems, sources), hints: [] }
  const format = formatProblem(yamlAt(siteFile, loaded)?.value)
  // Any further problem would describe the data by the rules of another format.
  if (format?.level === 'error') return { dataset, problems: locate([format], sources), hints: [] }
  const asked = pathQueries(loaded)
  const owedNow = against === null ? [] : owed(loaded, asked.isUsable, against, cache)
  const more = format === null ? owedNow : [format, ...owedNow]
  return { dataset, ...reportOn({ ...loaded, dataset }, asked, more) }
}

const siteFile = authoredFile('site')

/**
 * The problem of data in another format, an error when this program cannot read it; null for the
 * current format.
 */
function formatProblem(site: unknown): Problem | null {
  // A file that is missing or broken has a message of its own.
  if (typeof site !== 'object' || site === null) return null
  const found = formatOf(site)
  if (found === currentFormat) return null
  const isFormer = found >= oldestReadFormat && found < currentFormat
  const isDeclared = 'format' in site
  return {
    code: isFormer ? 'format-former' : found < currentFormat ? 'format-older' : 'format-newer',
    level: isFormer ? 'warning' : 'error',
    file: siteFile,
    place: isDeclared ? atValue('format') : atKey('platforms'),
    args: { found, known: currentFormat },
  }
}

function owed(
  loaded: Loaded,
  isUsable: CheckInput['isUsable'],
  { folders, ref, asOf }: Against,
  cache: ReadingCache,
): Problem[] {
  // Content that is refused now has a message of its own; content that was refused then is compared
  // as typed.
  const now = { ...versionOf(loaded), isWhole: isUsable }
  const day = asOf(loaded.dataset?.site.time_zone ?? 'UTC')
  return owedCorrections({ before: readVersion(folders, cache), now, ref, asOf: day })
}

/** The authored files of one version, whether right or not, to be compared with another. */
export const readVersion = (folders: Folders, cache = new ReadingCache()): Version =>
  versionOf(load(folders, false, cache))

function versionOf(loaded: Loaded): Version {
  const values = [...loaded.sources].flatMap(([file, source]) =>
    'document' in source ? [[file, source.value] as const] : [],
  )
  return {
    dataset: loaded.dataset,
    values: new Map(values),
    isUnreadable: (file) => isUnreadable(file, loaded),
    isWhole: (file, path) => {
      const source = yamlAt(file, loaded)
      return source !== null && isWholeAt(source, path)
    },
    filesWithProblems: new Set(
      loaded.problems.filter(({ level }) => level === 'error').map(({ file }) => file),
    ),
  }
}
