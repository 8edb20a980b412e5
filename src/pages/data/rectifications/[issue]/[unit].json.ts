import type { APIRoute } from 'astro'
import { statementJson } from '#exports/json.ts'
import type { RectificationStatement } from '#schema/rectification.ts'
import { siteData } from '#site/data.ts'
import { ledger } from '#site/ledger.ts'

export function getStaticPaths() {
  return ledger().rows.flatMap(({ record, unit, statement }) =>
    unit === null || statement === null
      ? []
      : [{ params: { issue: record.id, unit }, props: { statement } }],
  )
}

type Params = Record<'issue' | 'unit', string>

export const GET: APIRoute<{ statement: RectificationStatement }, Params> = ({ params, props }) =>
  new Response(statementJson(siteData().dataset, params.issue, params.unit, props.statement))
