/** What readers see behind a link to a place that no government keeps. */
const notGovernment = '（非政府网站）'

/** Hosts of the Chinese government, and of the body that keeps its marks and names. */
const government = /(^|\.)(gov\.cn|政务|政务\.cn|conac\.cn)$/i

/** An anchor with an address on some host; the many without are left after a look at their attributes. */
const anchor = /<a(?=[^>]* href="(?:https?:)?\/\/)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*>([^]*?)<\/a>/gi

/**
 * A page with its links to other hosts marked: each tells browsers and readers that it leads away,
 * one to a host outside the government also in words. No window stands between: the rules forbid
 * pop-ups, and a reader without scripts must read it too.
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

/** The host that a link names, in lower case; none for a link inside the site. */
const hostIn = (attributes: string): string | undefined =>
  / href="(?:https?:)?\/\/([^/?#"]+)/i.exec(attributes)?.[1]?.toLowerCase().replace(/:\d+$/, '')
