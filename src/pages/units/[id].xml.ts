import type { APIRoute } from 'astro'
import { siteData } from '#site/data.ts'
import { feedText, partsOf, unitFeed } from '#site/feed.ts'

interface Part {
  unit: string
  archive: number | null
}

/** `units/<unit>.xml` with its archives, for each unit, also before there is news of it; needs the address of the site. */
export function getStaticPaths() {
  if (import.meta.env.SITE === undefined) return []
  return Object.keys(siteData().dataset.units).flatMap((unit) =>
    partsOf(unitFeed(unit)).map((archive) => ({
      params: { id: archive === null ? unit : `${unit}_${archive}` },
      props: { unit, archive } satisfies Part,
    })),
  )
}

export const GET: APIRoute<Part> = ({ site, props: { unit, archive } }) =>
  new Response(feedText(site?.href ?? '', unitFeed(unit), archive), {
    headers: { 'Content-Type': 'application/atom+xml' },
  })
