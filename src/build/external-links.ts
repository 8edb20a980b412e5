/** The notice after a link to a host outside the government. */
const notGovernment = '（非政府网站）'

/**
 * Hosts of the Chinese government, and of the registry of its domain names and site marks (CONAC).
 */
const government = /(^|\.)(gov\.cn|政务|政务\.cn|conac\.cn)$/i

/** An anchor with an absolute address. The lookahead skips the many relative links quickly. */
const anchor = /<a(?=[^>]* href="(?:https?:)?\/\/)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*>([^]*?)<\/a>/gi

/**
 * A page with its links to other hosts marked as external. A link to a host outside the government
 * also gets a notice in words. There is no confirmation dialog: the rules for government websites
 * forbid pop-ups, and the notice must work without scripts.
 *
 * @param ownHost host of the site itself, where it is known
 */
export function withMarkedLinks(html: string, ownHost: string | undefined): string {
  return html.replace(anchor, (whole, attributes: string, text: string) => {
    const host = hostIn(attributes)
    if (host === undefined || host === ownHost) return whole
    const rel = / rel="([^"]*)"/.exec(attributes)?.[1] ?? ''
    const rest = attributes.replace(/ rel="[^"]*"/, '')
    const words = [...rel.split(' ').filter((word) => word !== ''), 'external', 'noopener']
    const notice = government.test(host)
      ? ''
      : `<span class="leaves" data-pagefind-ignore>${notGovernment}</span>`
    return `<a${rest} rel="${words.join(' ')}">${text}${notice}</a>`
  })
}

/** The host of an anchor's address, in lower case; undefined for a link inside the site. */
const hostIn = (attributes: string): string | undefined =>
  / href="(?:https?:)?\/\/([^/?#"]+)/i.exec(attributes)?.[1]?.toLowerCase().replace(/:\d+$/, '')
