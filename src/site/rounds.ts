import { type AreaView, areaViews } from '#domain/area.ts'
import type { Inspection } from '#domain/dataset.ts'
import { shared, siteData } from './data.ts'

export interface Round {
  readonly inspection: Inspection
  readonly areas: readonly AreaView[]
}

const made = shared<readonly Round[]>('rounds')

/** Every inspection with its areas as the pages show them, oldest first; made once. */
export function rounds(): readonly Round[] {
  const { dataset, index } = siteData()
  return made.of(dataset, () =>
    dataset.inspections.map((inspection) => ({
      inspection,
      areas: areaViews(dataset, index, inspection),
    })),
  )
}
