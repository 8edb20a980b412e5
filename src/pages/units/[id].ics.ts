import type { APIRoute } from 'astro'
import type { DeadlineRecord } from '#domain/dataset.ts'
import { calendarOf } from '#domain/open-duties.ts'
import { unitRecords } from '#domain/unit-record.ts'
import { calendar } from '#site/calendars.ts'
import { siteData } from '#site/data.ts'

/** `units/<unit>.ics`, for each unit on which a deadline with a day lies. */
export function getStaticPaths() {
  const { dataset, index, asOf } = siteData()
  return unitRecords(dataset, index, asOf).flatMap(({ id, unit, duties }) => {
    const records = calendarOf(dataset, id, duties)
    return records.length === 0 ? [] : [{ params: { id }, props: { name: unit.name, records } }]
  })
}

interface Props extends Record<string, unknown> {
  name: string
  records: readonly DeadlineRecord[]
}

export const GET: APIRoute<Props, { id: string }> = ({ props, params }) =>
  new Response(calendar(`${props.name}：检查通报要求的期限`, props.records, params.id), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  })
