import * as at from './addresses.ts'
import { siteData } from './data.ts'

/** A link as components take it. */
export interface Link {
  label: string
  href?: string | undefined
}

export const unitName = (id: string): string => siteData().dataset.units[id]?.name ?? id
export const unitLink = (id: string): Link => ({ label: unitName(id), href: at.unitPage(id) })

export function channelName(id: string): string {
  const channel = siteData().dataset.channels[id]
  return channel === undefined ? id : `${channel.name}（${channel.platform}）`
}
export const channelLink = (id: string): Link => ({
  label: channelName(id),
  href: at.channelPage(id),
})
