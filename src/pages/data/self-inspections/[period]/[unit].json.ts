import type { APIRoute } from 'astro'
import { selfInspectionJson } from '#exports/json.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import { siteData } from '#site/data.ts'

export function getStaticPaths() {
  return Object.entries(siteData().dataset.selfInspections).flatMap(([period, reports]) =>
    Object.entries(reports).map(([unit, report]) => ({
      params: { period, unit },
      props: { report },
    })),
  )
}

type Params = Record<'period' | 'unit', string>

export const GET: APIRoute<{ report: SelfInspection }, Params> = ({ params, props }) =>
  new Response(selfInspectionJson(siteData(), params.period, params.unit, props.report))
