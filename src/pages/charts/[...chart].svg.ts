import type { APIRoute } from 'astro'
import { chartSvg } from '#charts/chart-file.ts'
import { type SiteChart, siteCharts } from '#site/charts.ts'

/** Every chart as a drawing. */
export const getStaticPaths = () =>
  [...siteCharts()].map(([address, props]) => ({
    params: { chart: address.replace('/charts/', '') },
    props,
  }))

export const GET: APIRoute<SiteChart> = ({ props: { chart, source } }) =>
  new Response(chartSvg(chart, source), { headers: { 'content-type': 'image/svg+xml' } })
