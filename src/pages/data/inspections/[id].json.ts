import type { APIRoute } from 'astro'
import type { Inspection } from '#domain/dataset.ts'
import { inspectionJson } from '#exports/json.ts'
import { siteData } from '#site/data.ts'

export function getStaticPaths() {
  return siteData().dataset.inspections.map((inspection) => ({
    params: { id: inspection.id },
    props: { inspection },
  }))
}

export const GET: APIRoute<{ inspection: Inspection }> = ({ props }) =>
  new Response(inspectionJson(siteData(), props.inspection))
