import { authoredFile } from '#schema/authored-files.ts'
import { atValue } from '#messages/problem.ts'
import { problem, type Check } from '../check.ts'

/**
 * References from record to record contain no cycles: a unit's successor or parent, the channel that
 * another was merged into, a replaced catalogue never leads back to it.
 */
export const cyclicReferences: Check = {
  name: 'cyclic-references',
  description: 'No unit becomes or contains, and no channel or catalogue replaces, itself.',
  check({ dataset: { units, channels, catalogues } }) {
    const nameOf = (id: string): string => units[id]?.name ?? id
    return [
      ...cyclesIn(units, ({ became }) => became?.unit).map((ids) =>
        problem('circle', authoredFile('units'), atValue('units', ids[0] ?? '', 'became', 'unit'), {
          round: [...ids, ids[0] ?? ''].map(nameOf).join('→'),
        }),
      ),
      ...cyclesIn(units, ({ parent }) => parent).map((ids) =>
        problem('circle', authoredFile('units'), atValue('units', ids[0] ?? '', 'parent'), {
          round: [...ids, ids[0] ?? ''].map(nameOf).join('→'),
        }),
      ),
      ...cyclesIn(channels, ({ merged_into: merged }) => merged).map((ids) =>
        problem(
          'circle',
          authoredFile('channels'),
          atValue('channels', ids[0] ?? '', 'merged_into'),
          {
            round: [...ids, ids[0] ?? ''].map((id) => channels[id]?.name ?? id).join('→'),
          },
        ),
      ),
      ...cyclesIn(catalogues, ({ replaces }) => replaces).map((ids) =>
        problem('circle', authoredFile('indicators', ids[0] ?? ''), atValue('replaces'), {
          round: [...ids, ids[0] ?? ''].join('→'),
        }),
      ),
    ]
  },
}

/**
 * The cycles among records that each lead to at most one other. Each cycle starts with its first
 * record.
 */
function cyclesIn<T>(
  records: Readonly<Record<string, T>>,
  next: (record: T) => string | undefined,
): string[][] {
  const seen = new Set<string>()
  return Object.keys(records).flatMap((start) => {
    const way: string[] = []
    let here: string | undefined = start
    while (here !== undefined && !seen.has(here)) {
      seen.add(here)
      way.push(here)
      const record: T | undefined = records[here]
      here = record === undefined ? undefined : next(record)
    }
    const from = here === undefined ? -1 : way.indexOf(here)
    return from === -1 ? [] : [way.slice(from)]
  })
}
