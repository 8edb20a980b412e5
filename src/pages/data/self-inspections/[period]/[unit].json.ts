import type { APIRoute } from 'astro'
import { selfInspectionJson } from '#exports/json.ts'
import { isPublished } from '#domain/register.ts'
import type { SelfInspection } from '#schema/self-inspection.ts'
import { siteData } from '#site/data.ts'

export function getStaticPaths() {
  const { dataset, asOf } = siteData()
  return Object.entries(dataset.selfInspections).flatMap(([period, reports]) =>
    Object.entries(reports)
      .filter(([, report]) => isPublished(report, asOf))
      .map(([unit, report]) => ({ params: { period, unit }, props: { report } })),
  )
}

type Params = Record<'period' | 'unit', string>

export const GET: APIRoute<{ report: SelfInspection }, Params> = ({ params, props }) =>
  new Response(selfInspectionJson(params.period, params.unit, props.report))
