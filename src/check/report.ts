import { Memoized } from '#model/memoized.ts'
import { acknowledge } from './acknowledge.ts'
import type { CheckInput } from './check.ts'
import { withIdsByName } from './references/id-by-name.ts'
import { withoutPersonalNumbers } from '#model/texts/personal-numbers.ts'
import { runChecks } from './run.ts'
import { commentProblems } from './security/comments.ts'
import type { Dataset } from '#model/dataset.ts'
import type { LocatedProblem, Problem } from '#messages/problem.ts'
import type { Path } from '#schema/path.ts'
import type { Loaded } from '#model/records/loaded.ts'
import { locate } from '#model/records/locate.ts'
import { PathSet } from '#model/records/path-set.ts'
import { isWholeAt, type YamlSource } from '#model/records/yaml-places.ts'

/** The questions that a rule may ask about the files themselves. */
type PathQueries = Pick<CheckInput, 'exists' | 'isUsable'>
/** The input of a rule besides the dataset. */
type RuleInput = Omit<CheckInput, 'dataset'>

/**
 * Applies every rule to the files that were read. Returns errors and warnings, and hints on style
 * separately, sorted by file and position.
 *
 * @param more problems that do not come from the current files
 */
export function reportOn(
  loaded: Loaded & { readonly dataset: Dataset },
  ruleInput: RuleInput = pathQueries(loaded),
  more: readonly Problem[] = [],
): { readonly problems: LocatedProblem[]; readonly hints: LocatedProblem[] } {
  const { dataset, problems, sources } = loaded
  const found = [
    ...withIdsByName(problems, dataset),
    ...runChecks({ dataset, ...ruleInput }),
    ...commentProblems(loaded, dataset),
    ...more,
  ]
  const certain = found.filter((problem) => isCertain(problem, loaded))
  const hide = hiding(dataset.site.contact ?? '')
  const left = locate(acknowledge(certain, dataset, ruleInput.isUsable), sources).map((problem) =>
    withoutPersonalData(problem, hide),
  )
  return {
    problems: left.filter(({ level }) => level !== 'hint'),
    hints: left.filter(({ level }) => level === 'hint'),
  }
}

/**
 * Masks what may identify a person. Results are cached by text, because many problems quote the
 * same line.
 */
function hiding(contact: string): (text: string) => string {
  const hidden = new Map<string, string>()
  return (text) => {
    const known = hidden.get(text) ?? withoutPersonalNumbers(text, contact)
    hidden.set(text, known)
    return known
  }
}

/**
 * Masks personal data in the arguments and the quoted line of a problem, since a report may be
 * public. Numeric arguments are figures of the program, such as a limit, and stay.
 */
function withoutPersonalData(
  problem: LocatedProblem,
  hide: (text: string) => string,
): LocatedProblem {
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

/** Whether a problem is reliable: values after the point where a text is broken are not. */
function isCertain({ code, file, place }: Problem, loaded: Loaded): boolean {
  // This problem explains why the text is broken.
  if (code === 'key-outdented') return true
  const source = yamlAt(file, loaded)
  return source === null || !('path' in place) || isWholeAt(source, place.path)
}

export function yamlAt(file: string, { sources }: Loaded): YamlSource | null {
  const source = sources.get(file)
  return source !== undefined && 'document' in source ? source : null
}

const unreadableNames = new Memoized<ReadonlySet<string>>()

export function isUnreadable(file: string, { unreadable }: Loaded): boolean {
  if (unreadable.length === 0) return false
  const names = unreadableNames.of(unreadable, () => new Set(unreadable))
  const parts = file.split('/')
  return parts.some((_, n) => names.has(parts.slice(0, n + 1).join('/')))
}

/** Answers the questions of rules about the files that were read. */
export function pathQueries(loaded: Loaded): PathQueries {
  const refused = new Map<string, PathSet>()
  const refuse = (file: string, path: Path): void => {
    const known = refused.get(file) ?? new PathSet()
    known.add(path)
    refused.set(file, known)
  }
  for (const { file, place } of loaded.problems) if ('path' in place) refuse(file, place.path)
  for (const [file, source] of loaded.sources)
    if ('repeated' in source) for (const path of source.repeated) refuse(file, path)
  return {
    exists(file, path) {
      const source = yamlAt(file, loaded)
      if (source === null) return isUnreadable(file, loaded)
      const depth = depthReached(source.value, path)
      if (depth === path.length || source.brokenFrom !== null) return true
      const ofFile = refused.get(file)
      if (ofFile === undefined) return false
      // A value above was refused, or a neighbour was refused that may be this value with a typo.
      return (
        ofFile.hasAtOrAbove(path) ||
        ofFile.hasChildOf(path.slice(0, depth)) ||
        // The same key was refused at another depth.
        ofFile.hasLastSegment(path[depth])
      )
    },
    isUsable(file, path) {
      const source = yamlAt(file, loaded)
      if (source === null) return !isUnreadable(file, loaded)
      const ofFile = refused.get(file)
      const isRefused =
        ofFile !== undefined && (ofFile.hasAtOrBelow(path) || ofFile.hasAtOrAbove(path))
      return isWholeAt(source, path) && !isRefused
    },
  }
}

/** The number of segments of a path that exist in a value. */
function depthReached(root: unknown, path: Path): number {
  let value = root
  for (const [depth, key] of path.entries()) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return depth
    value = (value as Record<string | number, unknown>)[key]
  }
  return path.length
}
