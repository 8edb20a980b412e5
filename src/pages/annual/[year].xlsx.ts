import type { APIRoute } from 'astro'
import { formsByYear } from '#site/annual/form.ts'
import { annualWorkbook } from '#site/annual/workbook.ts'

/** What a year's inspections have for the yearly form, as a workbook. */
export const getStaticPaths = () =>
  [...formsByYear().keys()].map((year) => ({ params: { year: String(year) }, props: { year } }))

export const GET: APIRoute<{ year: number }> = async ({ props }) =>
  new Response(await annualWorkbook(props.year))
