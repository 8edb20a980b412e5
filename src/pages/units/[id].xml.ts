import type { APIRoute } from 'astro'
import { unitFeed, unitsWithNews } from '#site/feed.ts'

/** `units/<unit>.xml`, for each unit of which there is news; needs the address of the site. */
export const getStaticPaths = () =>
  import.meta.env.SITE === undefined ? [] : [...unitsWithNews()].map((id) => ({ params: { id } }))

export const GET: APIRoute<Record<string, never>, { id: string }> = ({ site, params }) =>
  new Response(unitFeed(site?.href ?? '', params.id), {
    headers: { 'Content-Type': 'application/atom+xml' },
  })
