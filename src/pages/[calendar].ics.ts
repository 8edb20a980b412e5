import type { APIRoute } from 'astro'
import { byDue } from '#domain/dataset.ts'
import { dueDay } from '#domain/due-day.ts'
import { calendar } from '#site/calendars.ts'
import { siteData } from '#site/data.ts'

const dated = () => siteData().index.deadlines.filter(({ deadline }) => dueDay(deadline) !== null)

/** `calendar.ics`; not there while no deadline has a day. */
export const getStaticPaths = () =>
  dated().length > 0 ? [{ params: { calendar: 'calendar' } }] : []

export const GET: APIRoute = () =>
  new Response(calendar(`${siteData().dataset.site.name}：期限`, byDue(dated())), {
    headers: { 'Content-Type': 'text/calendar; charset=utf-8' },
  })
