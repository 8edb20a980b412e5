import type { APIRoute } from 'astro'
import { hasCorrections } from '#site/corrections.ts'
import { correctionFeed, siteFeed } from '#site/feed.ts'

const feeds = { feed: siteFeed, corrections: correctionFeed } as const

/**
 * `feed.xml` and, once something was corrected, `corrections.xml`; not there where the site does not
 * know its address, which every entry needs.
 */
export function getStaticPaths() {
  if (import.meta.env.SITE === undefined) return []
  return (Object.keys(feeds) as (keyof typeof feeds)[])
    .filter((feed) => feed === 'feed' || hasCorrections())
    .map((feed) => ({ params: { feed } }))
}

export const GET: APIRoute<Record<string, never>, { feed: keyof typeof feeds }> = ({
  site,
  params,
}) =>
  new Response(feeds[params.feed](site?.href ?? ''), {
    headers: { 'Content-Type': 'application/atom+xml' },
  })
