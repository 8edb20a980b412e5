/**
 * Passes rendered pages on in a fixed order. Several pages are rendered at a time, and which of them
 * is ready first differs from build to build.
 */
export class PageSequence {
  readonly #order: readonly string[]
  readonly #pass: (page: string, html: string) => Promise<void>
  readonly #waiting = new Map<string, string>()
  #next = 0

  /**
   * @param order the paths of all pages, close to the order in which they are rendered: a page is
   *   held in memory until all before it are rendered
   * @param pass receives each page; while its promise is pending, callers of `add` wait
   */
  constructor(order: readonly string[], pass: (page: string, html: string) => Promise<void>) {
    this.#order = order
    this.#pass = pass
  }

  async add(page: string, html: string): Promise<void> {
    this.#waiting.set(page, html)
    for (;;) {
      const next = this.#order[this.#next]
      const ready = next === undefined ? undefined : this.#waiting.get(next)
      if (next === undefined || ready === undefined) return
      this.#waiting.delete(next)
      this.#next++
      await this.#pass(next, ready)
    }
  }

  /** @throws Error when a page of the order was not added, or a page that is not in it was */
  end(): void {
    const missing = this.#order.slice(this.#next).filter((page) => !this.#waiting.has(page))
    if (missing.length > 0) throw new Error(`these pages were not rendered: ${missing.join(', ')}`)
    const more = [...this.#waiting.keys()]
    if (more.length > 0) throw new Error(`these pages belong to no route: ${more.join(', ')}`)
  }
}
