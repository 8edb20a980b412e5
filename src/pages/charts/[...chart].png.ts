import type { APIRoute } from 'astro'
import { chartPng } from '#charts/chart-png.ts'
import { type SiteChart, siteCharts } from '#site/charts.ts'

/** Every chart as a picture. */
export const getStaticPaths = () =>
  [...siteCharts()].map(([address, props]) => ({
    params: { chart: address.replace('/charts/', '') },
    props,
  }))

export const GET: APIRoute<SiteChart> = async ({ props: { chart, source } }) => {
  const picture = await chartPng(chart, source)
  return new Response(picture, { headers: { 'content-type': 'image/png' } })
}
