import type { Group } from '#schema/group.ts'
import { isGroup } from './figure.ts'

/** A block of figures and the path to it from the root of its file. */
export interface PlacedGroup {
  readonly group: Group
  readonly path: readonly string[]
  /** Whether this block or one around it is marked as a contradiction of the document itself. */
  readonly asPrinted: boolean
}

/** Every block of an inspection: areas, parts of splits and rounds, at any depth. */
export const groupsOf = ({
  areas,
}: {
  readonly areas: Readonly<Record<string, Group>>
}): Generator<PlacedGroup> => groupsIn(areas, ['areas'])

/** Every block of a record of blocks, at any depth. */
export function* groupsIn(
  blocks: Readonly<Record<string, Group>>,
  path: readonly string[],
): Generator<PlacedGroup> {
  for (const [id, group] of Object.entries(blocks)) yield* nested(group, [...path, id], false)
}

function* nested(
  group: Group,
  path: readonly string[],
  printedAbove: boolean,
): Generator<PlacedGroup> {
  const asPrinted = printedAbove || group.as_printed === true
  yield { group, path, asPrinted }
  for (const [by, split] of Object.entries(group.splits ?? {}))
    for (const [label, part] of Object.entries(split.parts))
      if (isGroup(part)) yield* nested(part, [...path, 'splits', by, 'parts', label], asPrinted)
  for (const [label, round] of Object.entries(group.rounds ?? {}))
    yield* nested(round, [...path, 'rounds', label], asPrinted)
}
