import { acknowledge } from './acknowledge.ts'
import type { CheckInput } from './check.ts'
import { withIdsByName } from './references/id-by-name.ts'
import { withoutPersonalNumbers } from '#model/texts/personal-numbers.ts'
import { runChecks } from './run.ts'
import type { Dataset } from '#model/dataset.ts'
import type { LocatedProblem, Path, Problem } from '#messages/problem.ts'
import type { Loaded } from '#model/records/loaded.ts'
import { locate } from '#model/records/locate.ts'
import { PathSet } from '#model/records/path-set.ts'
import { isWholeAt, type YamlSource } from '#model/records/yaml-places.ts'

/** What rules may ask of the files themselves. */
type PathQueries = Pick<CheckInput, 'exists' | 'isUsable'>
/** And what is kept of them. */
type RuleInput = Omit<CheckInput, 'dataset'>

/**
 * Applies every rule to what was read: errors and warnings, and matters of style apart, in order of
 * file and place.
 *
 * @param more problems that come from elsewhere than the files as they are now
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

/** Hides what may identify a person in each distinct text once: many problems stand in one line. */
function hiding(contact: string): (text: string) => string {
  const hidden = new Map<string, string>()
  return (text) => {
    const known = hidden.get(text) ?? withoutPersonalNumbers(text, contact)
    hidden.set(text, known)
    return known
  }
}

/**
 * A report may be public: whatever the problem is, neither its words nor its line name a person. An
 * argument that is a number is a figure of the program, such as a limit, and stays.
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

/** A finding behind the place from which a text is broken would only repeat that it is. */
function isCertain({ code, file, place }: Problem, loaded: Loaded): boolean {
  // It says why the text is broken there.
  if (code === 'key-outdented') return true
  const source = yamlAt(file, loaded)
  return source === null || !('path' in place) || isWholeAt(source, place.path)
}

export function yamlAt(file: string, { sources }: Loaded): YamlSource | null {
  const source = sources.get(file)
  return source !== undefined && 'document' in source ? source : null
}

const namesOf = new WeakMap<readonly string[], ReadonlySet<string>>()

export function isUnreadable(file: string, { unreadable }: Loaded): boolean {
  if (unreadable.length === 0) return false
  const names = namesOf.get(unreadable) ?? new Set(unreadable)
  namesOf.set(unreadable, names)
  const parts = file.split('/')
  return parts.some((_, n) => names.has(parts.slice(0, n + 1).join('/')))
}

/** What rules may ask of the files themselves. */
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
      // A refused value above, or a refused neighbour that may be what was meant.
      return (
        ofFile.hasAtOrAbove(path) ||
        ofFile.hasChildOf(path.slice(0, depth)) ||
        // The same name at a wrong depth.
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

/** How many segments of a path lead somewhere in a value. */
function depthReached(root: unknown, path: Path): number {
  let value = root
  for (const [depth, key] of path.entries()) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return depth
    value = (value as Record<string | number, unknown>)[key]
  }
  return path.length
}
