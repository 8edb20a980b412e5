import type { APIRoute } from 'astro'
import { siteFeed } from '#site/feed.ts'

/** `feed.xml`; not there where the site does not know its address, which every entry needs. */
export const getStaticPaths = () =>
  import.meta.env.SITE === undefined ? [] : [{ params: { feed: 'feed' } }]

export const GET: APIRoute = ({ site }) =>
  new Response(siteFeed(site?.href ?? ''), { headers: { 'Content-Type': 'application/atom+xml' } })
