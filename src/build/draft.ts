import type { ById, Dataset } from '#model/dataset.ts'
import { unknownDay } from '#read/records/placeholders.ts'

/**
 * A dataset with placeholders left to fill in, for a preview whose banner says so on every page.
 */
export function asDraft(dataset: Dataset, left: number, asOf: string): Dataset {
  const { site } = dataset
  const warning = `草稿：还有${left}处没有填写，不能发布`
  return {
    ...dataset,
    site: { ...site, notice: [warning, site.notice ?? []].flat().join('；') },
    inspections: dataset.inspections.map((one) =>
      one.published_here === unknownDay ? { ...one, published_here: asOf } : one,
    ),
    selfInspections: nested(dataset.selfInspections, (one) =>
      one.published === unknownDay ? { ...one, published: asOf } : one,
    ),
    statements: nested(dataset.statements, (one) =>
      one.on === unknownDay ? { ...one, on: asOf } : one,
    ),
  }
}

/** Records by group and id, each replaced. */
const nested = <T>(groups: ById<ById<T>>, change: (one: T) => T): ById<ById<T>> =>
  Object.fromEntries(
    Object.entries(groups).map(([group, records]) => [
      group,
      Object.fromEntries(Object.entries(records).map(([id, one]) => [id, change(one)])),
    ]),
  )
