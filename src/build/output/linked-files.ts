import { shortList } from '#messages/nearest.ts'
import { UserError } from '#messages/user-error.ts'

/** Thrown when pages lead to files that the site does not have; its message is Chinese. */
class BrokenLinks extends UserError {
  constructor(links: readonly (readonly [target: string, page: string])[]) {
    const named = links.map(([target, page]) => `${page} 指向 ${JSON.stringify(target)}`)
    super(
      `网页里的链接指向网站里没有的文件，没有生成新的内容：${shortList(named, 10)}。这是程序的错误，请告诉开发者，附上这段提示。`,
    )
    this.name = 'BrokenLinks'
  }
}

/** The files to which the pages of a site lead, each with the first page that does. */
export class LinkedFiles {
  readonly #pages = new Map<string, string>()

  /** Adds the paths to which a page leads. */
  add(page: string, targets: Iterable<string>): void {
    for (const target of targets)
      // A copy: a target is a slice of the page, which would keep the whole page in memory.
      if (!this.#pages.has(target)) this.#pages.set(Buffer.from(target).toString(), page)
  }

  /**
   * Refuses a site whose pages lead to files that it does not have. Authors cannot write links inside
   * the site, so that each is made by the program; for the data of an office it may still be wrong.
   *
   * @throws BrokenLinks
   */
  ensureExisting(exists: (path: string) => boolean): void {
    const broken = [...this.#pages].filter(([target]) => !exists(target))
    if (broken.length > 0) throw new BrokenLinks(broken)
  }
}
