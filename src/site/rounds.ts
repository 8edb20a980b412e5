import { type AreaView, areaViews } from '#domain/area.ts'
import type { Inspection } from '#domain/dataset.ts'
import { siteData } from './data.ts'

export interface Round {
  readonly inspection: Inspection
  readonly areas: readonly AreaView[]
}

let memo: { of: unknown; rounds: readonly Round[] } | null = null

/** Every inspection with its areas as the pages show them, oldest first; made once. */
export function rounds(): readonly Round[] {
  const { dataset, index } = siteData()
  if (memo?.of !== dataset)
    memo = {
      of: dataset,
      rounds: dataset.inspections.map((inspection) => ({
        inspection,
        areas: areaViews(dataset, index, inspection),
      })),
    }
  return memo.rounds
}
