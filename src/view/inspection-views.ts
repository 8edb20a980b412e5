import type { Model } from '#model/model.ts'
import { areaViews } from '#model/area.ts'
import type { IssueRecord } from '#model/dataset.ts'
import type { InspectedAreas } from '#model/figure-comparison.ts'
import { Memoized } from '#model/memoized.ts'

const views = new Memoized<readonly InspectedAreas[]>()

/** Every inspection with its areas, oldest first. Computed once for a dataset. */
export function inspectionViews(model: Model): readonly InspectedAreas[] {
  const { dataset, index } = model
  return views.of(dataset, () =>
    dataset.inspections.map((inspection) => ({
      inspection,
      areas: areaViews(dataset, index, inspection),
    })),
  )
}

/** The issues of an inspection, each once: by area, then those of an area that no page shows. */
export const issuesInView = (
  { index }: Model,
  { inspection, areas }: InspectedAreas,
): IssueRecord[] => [
  ...new Set([
    ...areas.flatMap(({ issues }) => issues),
    ...(index.issuesByInspection.get(inspection.id) ?? []),
  ]),
]
