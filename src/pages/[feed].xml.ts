import type { APIRoute } from 'astro'
import { correctionFeed, feedText, partsOf, siteFeed } from '#site/feed.ts'

const feeds = { feed: siteFeed, corrections: correctionFeed } as const

interface Part {
  name: keyof typeof feeds
  archive: number | null
}

/**
 * `feed.xml` and `corrections.xml`, also while they are empty, with their archives; not there where the
 * site does not know its address, which every entry needs.
 */
export function getStaticPaths() {
  if (import.meta.env.SITE === undefined) return []
  return (Object.keys(feeds) as Part['name'][]).flatMap((name) =>
    partsOf(feeds[name]()).map((archive) => ({
      params: { feed: archive === null ? name : `${name}_${archive}` },
      props: { name, archive } satisfies Part,
    })),
  )
}

export const GET: APIRoute<Part> = ({ site, props: { name, archive } }) =>
  new Response(feedText(site?.href ?? '', feeds[name](), archive), {
    headers: { 'Content-Type': 'application/atom+xml' },
  })
