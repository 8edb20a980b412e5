import { UserError } from '#messages/user-error.ts'

/** Thrown when pages lead to files that the site does not have; its message is Chinese. */
class BrokenLinks extends UserError {
  constructor(links: readonly (readonly [target: string, page: string])[]) {
    const named = links
      .slice(0, maxNamed)
      .map(([target, page]) => `${page} 指向 ${JSON.stringify(target)}`)
    const more = links.length > maxNamed ? `等${links.length}处` : ''
    super(
      `网页里的链接指向网站里没有的文件，没有生成新的内容：${named.join('；')}${more}。这是程序的错误，请告诉开发者，附上这段提示。`,
    )
    this.name = 'BrokenLinks'
  }
}

const maxNamed = 10

/**
 * Refuses a site whose pages lead to files that it does not have. Authors cannot write links inside
 * the site, so that each is made by the program; for the data of an office it may still be wrong.
 *
 * @param linked the paths to which pages lead, each with a page that does
 * @throws BrokenLinks
 */
export function ensureLinked(
  linked: ReadonlyMap<string, string>,
  exists: (path: string) => boolean,
): void {
  const broken = [...linked].filter(([target]) => !exists(target))
  if (broken.length > 0) throw new BrokenLinks(broken)
}
