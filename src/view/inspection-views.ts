import type { Model } from '#model/model.ts'
import { type AreaView, areaViews } from '#model/area.ts'
import type { Inspection } from '#model/dataset.ts'
import { Memoized } from '#model/memoized.ts'

export interface Round {
  readonly inspection: Inspection
  readonly areas: readonly AreaView[]
}

const made = new Memoized<readonly Round[]>()

/** Every inspection with its areas as the pages show them, oldest first; made once. */
export function rounds(model: Model): readonly Round[] {
  const { dataset, index } = model
  return made.of(dataset, () =>
    dataset.inspections.map((inspection) => ({
      inspection,
      areas: areaViews(dataset, index, inspection),
    })),
  )
}
