import type { APIRoute } from 'astro'
import type { Inspection } from '#domain/dataset.ts'
import { termsOf } from '#domain/terms.ts'
import * as at from '#site/addresses.ts'
import { siteData } from '#site/data.ts'
import { figureSize, figureFrame } from '#site/figure-frame.ts'
import { inspectionName } from '#site/inspection-names.ts'

/** oEmbed (oembed.com, version 1.0) for the figures of an inspection; needs the address of the site. */
export const getStaticPaths = () =>
  import.meta.env.SITE === undefined
    ? []
    : siteData().dataset.inspections.map((inspection) => ({
        params: { id: inspection.id },
        props: { inspection },
      }))

export const GET: APIRoute<{ inspection: Inspection }> = ({ props: { inspection }, site }) => {
  const siteUrl = site?.href ?? ''
  const answer = {
    version: '1.0',
    type: 'rich',
    title: inspectionName(inspection, '结果'),
    provider_name: siteData().dataset.site.name,
    provider_url: at.absolute(siteUrl, at.home),
    ...termsOf(siteData().dataset.site),
    ...figureSize,
    html: figureFrame(inspection, siteUrl),
  }
  return new Response(`${JSON.stringify(answer, null, 2)}\n`)
}
