import type { Site } from '#schema/site.ts'

/**
 * To whom a unit hands over a finished file: the recipient whom the site names; without one, the
 * office or, on a site that is not official, those who run it. `to` also says how, or that the site
 * does not say it.
 */
export function recipientOf({ recipient, contact, official }: Site): { who: string; to: string } {
  if (recipient !== undefined) {
    const { name, how } = recipient
    return { who: name, to: how === undefined ? name : `${name}（${how}）` }
  }
  const who = official ? '办公室' : '管理本站的人'
  return { who, to: `${who}（${contact ?? '本站没有写明是谁、怎样联系'}）` }
}
