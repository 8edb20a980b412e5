/** The first element of the page for a selector, of which the page is known to have one. */
export function find<T extends Element>(selector: string): T {
  const found = document.querySelector<T>(selector)
  if (found === null) throw new Error(`no ${selector}`)
  return found
}
