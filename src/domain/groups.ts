import type { Group } from '#schema/group.ts'
import type { InspectionFile } from '#schema/inspection.ts'
import { isGroup } from './figure.ts'

/** A block of figures and the path to it from the root of its file. */
export interface PlacedGroup {
  readonly group: Group
  readonly path: readonly string[]
}

/** Every block of an inspection: its areas, the parts of splits and the rounds, at any depth. */
export function* groupsOf({ areas }: Pick<InspectionFile, 'areas'>): Generator<PlacedGroup> {
  for (const [id, area] of Object.entries(areas)) yield* nested(area, ['areas', id])
}

function* nested(group: Group, path: readonly string[]): Generator<PlacedGroup> {
  yield { group, path }
  for (const [by, split] of Object.entries(group.splits ?? {}))
    for (const [label, part] of Object.entries(split.parts))
      if (isGroup(part)) yield* nested(part, [...path, 'splits', by, 'parts', label])
  for (const [label, round] of Object.entries(group.rounds ?? {}))
    yield* nested(round, [...path, 'rounds', label])
}
