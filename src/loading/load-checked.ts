import { runChecks } from '#checks/run.ts'
import type { Dataset } from '#domain/dataset.ts'
import type { LocatedProblem, Path } from '#problems/problem.ts'
import type { Folders } from './files.ts'
import { load, type Loaded } from './load.ts'
import { locate } from './locate.ts'

export interface CheckedData {
  readonly dataset: Dataset | null
  /** Everything found, in order of file and place. */
  readonly problems: readonly LocatedProblem[]
}

/** Reads both folders and applies every rule, in one pass. */
export function loadChecked(folders: Folders): CheckedData {
  const loaded = load(folders)
  const { dataset, problems, sources } = loaded
  const found = dataset === null ? [] : runChecks({ dataset, stands: standsIn(loaded) })
  return { dataset, problems: locate([...problems, ...found], sources) }
}

function standsIn({ sources, problems }: Loaded): (file: string, path: Path) => boolean {
  const unreadable = new Set(problems.filter(({ place }) => place.at === 'file').map(({ file }) => file))
  return (file, path) => {
    const source = sources.get(file)
    if (source === undefined || !('value' in source)) return unreadable.has(file)
    let value: unknown = source.value
    for (const key of path) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return false
      value = (value as Record<string | number, unknown>)[key]
    }
    return true
  }
}
