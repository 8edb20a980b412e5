import type { CheckInput } from '#checks/check.ts'
import { acknowledge } from '#checks/acknowledge.ts'
import { withIdsByName } from '#checks/id-by-name.ts'
import { owedCorrections, type Version } from '#checks/owed-corrections.ts'
import { withoutPersonalNumbers } from '#checks/personal-numbers.ts'
import { runChecks } from '#checks/run.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { LocatedProblem, Path, Problem } from '#problems/problem.ts'
import type { Folders } from './files.ts'
import { load, type Loaded } from './load.ts'
import { locate } from './locate.ts'
import { isWholeAt, type YamlSource } from './yaml-places.ts'

export interface CheckedData {
  /** Null when there is no folder of data. With an error among the problems, not fit to publish. */
  readonly dataset: Dataset | null
  /** Errors and warnings, in order of file and place. */
  readonly problems: readonly LocatedProblem[]
  /** Matters of style, for those who ask, in the same order. */
  readonly hints: readonly LocatedProblem[]
}

/** An earlier version of the same files, which has been published. */
export interface Against {
  readonly folders: Folders
  /** What it is called: `main`. */
  readonly ref: string
  /** The day on which the two are compared, in the time zone of the site. */
  readonly asOf: (timeZone: string) => string
}

/**
 * Reads both folders and applies every rule, in one pass; against an earlier version, also that
 * nothing published has changed without a correction.
 */
export function loadChecked(folders: Folders, against: Against | null = null): CheckedData {
  const loaded = load(folders)
  const { dataset, problems, sources } = loaded
  if (dataset === null) return { dataset, problems: locate(problems, sources), hints: [] }
  const asked = standing(loaded)
  const found = [...withIdsByName(problems, dataset), ...runChecks({ dataset, ...asked })]
  if (against !== null) found.push(...owed(loaded, asked.intact, against))
  const certain = found.filter((problem) => isCertain(problem, loaded))
  const { contact = '' } = dataset.site
  const left = locate(acknowledge(certain, dataset, asked.intact), sources).map((problem) =>
    withoutPersonalData(problem, contact),
  )
  return {
    dataset,
    problems: left.filter(({ level }) => level !== 'hint'),
    hints: left.filter(({ level }) => level === 'hint'),
  }
}

/** A report may be public: whatever the problem is, neither its words nor its line name a person. */
function withoutPersonalData(problem: LocatedProblem, contact: string): LocatedProblem {
  const hide = (text: string): string => withoutPersonalNumbers(text, contact)
  const { args, position } = problem
  return {
    ...problem,
    args: Object.fromEntries(
      Object.entries(args).map(([name, value]) => [
        name,
        typeof value === 'string' ? hide(value) : value,
      ]),
    ),
    position: position === null ? null : { ...position, text: hide(position.text) },
  }
}

/** A finding behind the place from which a text is broken would only repeat that it is. */
function isCertain({ code, file, place }: Problem, loaded: Loaded): boolean {
  // It says why the text is broken there.
  if (code === 'key-outdented') return true
  const source = yamlAt(file, loaded)
  return source === null || !('path' in place) || isWholeAt(source, place.path)
}

function yamlAt(file: string, { sources }: Loaded): YamlSource | null {
  const source = sources.get(file)
  return source !== undefined && 'document' in source ? source : null
}

function owed(
  loaded: Loaded,
  intact: CheckInput['intact'],
  { folders, ref, asOf }: Against,
): Problem[] {
  // What is refused now has a message of its own; what was refused then is compared as typed.
  const now = { ...versionOf(loaded), isWhole: intact }
  const day = asOf(loaded.dataset?.site.time_zone ?? 'UTC')
  return owedCorrections({ before: readVersion(folders), now, ref, asOf: day })
}

/** The authored files of one version, whether right or not, to be compared with another. */
export const readVersion = (folders: Folders): Version => versionOf(load(folders))

function versionOf(loaded: Loaded): Version {
  const isWithoutBulletins = loaded.problems.some(({ code }) => code === 'bulletins-missing')
  const values = [...loaded.sources].flatMap(([file, source]) =>
    'document' in source ? [[file, source.value] as const] : [],
  )
  return {
    dataset: loaded.dataset,
    values: new Map(values),
    // An empty folder of bulletins is no mistake, though a bulletin that was in it is gone.
    isUnreadable: (file) =>
      isUnreadable(file, loaded) && !(isWithoutBulletins && file.endsWith('.mdx')),
    isWhole: (file, path) => {
      const source = yamlAt(file, loaded)
      return source !== null && isWholeAt(source, path)
    },
    mistaken: new Set(
      loaded.problems.filter(({ level }) => level === 'error').map(({ file }) => file),
    ),
  }
}

const isUnreadable = (file: string, { unreadable }: Loaded): boolean =>
  unreadable.some((name) => file === name || file.startsWith(`${name}/`))

/** What rules may ask of the files themselves. */
function standing(loaded: Loaded): Pick<CheckInput, 'stands' | 'intact'> {
  const refused = new Map<string, Path[]>()
  const refuse = (file: string, path: Path): void => {
    refused.set(file, [...(refused.get(file) ?? []), path])
  }
  for (const { file, place } of loaded.problems) if ('path' in place) refuse(file, place.path)
  for (const [file, source] of loaded.sources)
    if ('repeated' in source) for (const path of source.repeated) refuse(file, path)
  return {
    stands(file, path) {
      const source = yamlAt(file, loaded)
      if (source === null) return isUnreadable(file, loaded)
      const depth = depthReached(source.value, path)
      if (depth === path.length || source.brokenFrom !== null) return true
      // A refused value above, or a refused neighbour that may be what was meant.
      return (refused.get(file) ?? []).some(
        (other) =>
          startsWith(path, other) ||
          startsWith(other, path.slice(0, depth), 1) ||
          // The same name at a wrong depth.
          other.at(-1) === path[depth],
      )
    },
    intact(file, path) {
      const source = yamlAt(file, loaded)
      if (source === null) return !isUnreadable(file, loaded)
      const wrong = (other: Path): boolean => startsWith(other, path) || startsWith(path, other)
      return isWholeAt(source, path) && !(refused.get(file) ?? []).some(wrong)
    },
  }
}

/** How many segments of a path lead somewhere in a value. */
function depthReached(root: unknown, path: Path): number {
  let value = root
  for (const [depth, key] of path.entries()) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return depth
    value = (value as Record<string | number, unknown>)[key]
  }
  return path.length
}

/** Whether a path lies below a beginning, `deeper` steps below it where that is given. */
function startsWith(path: Path, beginning: Path, deeper = path.length - beginning.length): boolean {
  return (
    path.length - beginning.length === deeper &&
    beginning.every((segment, depth) => String(segment) === String(path[depth]))
  )
}
