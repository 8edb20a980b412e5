import type { Dataset } from '#model/dataset.ts'
import { type Model, modelOf } from '#model/model.ts'
import { inspectionHeading } from '#view/inspection-names.ts'
import { inspectionViews } from '#view/inspection-views.ts'
import { lastingChanges } from '#view/what-changed.ts'
import { settingsOn } from './page-changes.ts'

/**
 * What inspections will say of the one before them that they do not say now, in the sentences of their
 * pages: 2024年第二季度：政务新媒体比2024年第一季度：合格率 +0.3 个百分点。
 */
export function comparisons(was: Dataset | null, is: Dataset | null, asOf: string): string[] {
  if (is === null) return []
  try {
    const settings = settingsOn(asOf)
    const known = new Set(was === null ? [] : sentences(modelOf(was, settings)))
    return sentences(modelOf(is, settings)).filter((line) => !known.has(line))
  } catch (error) {
    // Views are made for data that the check accepts.
    if (error instanceof Error) return []
    throw error
  }
}

const sentences = (model: Model): string[] =>
  inspectionViews(model).flatMap((view) =>
    lastingChanges(model, view).map((text) => `${inspectionHeading(view.inspection)}：${text}`),
  )
