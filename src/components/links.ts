import { attributes, type Markup, markup } from '#view/markup.ts'
import type { Link } from '#view/names.ts'

/** A link, or its label when it has no address. */
export const linkMarkup = ({ label, href }: Link): Markup =>
  href === undefined ? markup`${label}` : markup`<a${attributes({ href })}>${label}</a>`

/**
 * Links in a list.
 *
 * @param suffix follows the last link: 等单位
 */
export const linksMarkup = (links: readonly Link[], suffix?: string): Markup =>
  markup`${links.map((link, n) => [n > 0 && '、', linkMarkup(link)])}${suffix}`
