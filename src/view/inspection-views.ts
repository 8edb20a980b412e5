import type { Model } from '#model/model.ts'
import { type AreaView, areaViews } from '#model/area.ts'
import type { Inspection, IssueRecord } from '#model/dataset.ts'
import { Memoized } from '#model/memoized.ts'

/** An inspection with its areas as pages show them. */
export interface InspectionView {
  readonly inspection: Inspection
  readonly areas: readonly AreaView[]
}

const views = new Memoized<readonly InspectionView[]>()

/** Every inspection with its areas, oldest first. Computed once for a dataset. */
export function inspectionViews(model: Model): readonly InspectionView[] {
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
  { inspection, areas }: InspectionView,
): IssueRecord[] => [
  ...new Set([
    ...areas.flatMap(({ issues }) => issues),
    ...(index.issuesByInspection.get(inspection.id) ?? []),
  ]),
]
