import type { APIRoute } from 'astro'
import { type Badge, badgeSvg } from '#exports/badge.ts'
import { siteBadges } from '#site/badges.ts'

/** The state of every unit in every register. */
export const getStaticPaths = () =>
  [...siteBadges()].map(([address, badge]) => {
    const [, , period, file] = address.split('/')
    return { params: { period, unit: file?.replace('.svg', '') }, props: badge }
  })

export const GET: APIRoute<Badge> = ({ props }) =>
  new Response(badgeSvg(props), { headers: { 'content-type': 'image/svg+xml' } })
