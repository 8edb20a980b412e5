import type { Page } from 'playwright-core'

/**
 * What a reader cannot reach on a page as it is drawn now, one line a fault: a page that scrolls
 * sideways, text that is cut off, and scrolling parts without a name or without access by keyboard.
 */
export function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // Charts follow the width of the screen one frame later.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
    const nameOf = (element: Element): string =>
      element.tagName.toLowerCase() +
      (element.id && `#${element.id}`) +
      [...element.classList].map((one) => `.${one}`).join('')
    const scrolls = ['auto', 'scroll']
    const faults: string[] = []
    const { scrollWidth, clientWidth } = document.documentElement
    const isFramed = (element: Element): boolean => {
      for (let at = element.parentElement; at !== null; at = at.parentElement)
        if (at !== document.body && getComputedStyle(at).overflowX !== 'visible') return true
      return false
    }
    if (scrollWidth > clientWidth) {
      const wide = [...document.body.querySelectorAll('*')].filter(
        (element) =>
          element.getBoundingClientRect().right > clientWidth + 1 &&
          // Folded content has a position but no size.
          element.checkVisibility() &&
          !isFramed(element),
      )
      const inner = wide.filter(
        (element) => !wide.some((other) => element !== other && element.contains(other)),
      )
      faults.push(
        `${String(scrollWidth)} of ${String(clientWidth)} pixels wide: ${inner.slice(0, 3).map(nameOf).join(', ')}`,
      )
    }
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const over = element.scrollWidth > element.clientWidth + 1
      const below = element.scrollHeight > element.clientHeight + 1
      // An inline box has no size of its own; visually hidden content is one pixel wide.
      if ((!over && !below) || element.clientWidth <= 1) continue
      const { overflowX, overflowY } = getComputedStyle(element)
      const text = element.textContent.trim()
      const cut = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
      if (text !== '' && ((over && cut(overflowX)) || (below && cut(overflowY))))
        faults.push(`${nameOf(element)} cuts “${text.slice(0, 12)}”`)
      if (over && scrolls.includes(overflowX)) {
        const label = element.getAttribute('aria-label') ?? element.getAttribute('aria-labelledby')
        if (element.tabIndex < 0 || !element.hasAttribute('role') || label === null)
          faults.push(`${nameOf(element)} scrolls without a name or out of reach of the keyboard`)
      }
    }
    return faults
  })
}
