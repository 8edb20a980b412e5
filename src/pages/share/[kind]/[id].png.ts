import type { APIRoute } from 'astro'
import { shareCards } from '#site/share-cards.ts'
import { type ShareCard, sharePicture } from '#site/share-picture.ts'

/** Nobody can ask for them where the site does not know its address. */
export function getStaticPaths() {
  if (import.meta.env.SITE === undefined) return []
  return [...shareCards()].map(([address, card]) => {
    const [, , kind, file] = address.split('/')
    return { params: { kind, id: file?.replace('.png', '') }, props: card }
  })
}

export const GET: APIRoute<ShareCard> = ({ props }) =>
  new Response(sharePicture(props), { headers: { 'Content-Type': 'image/png' } })
