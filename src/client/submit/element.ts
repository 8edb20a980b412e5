type Child = Node | string | null

/** An element with its attributes and content; what is null or false is not there. Texts stay texts. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | boolean | null>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== false) made.setAttribute(key, value === true ? '' : value)
  for (const child of children) if (child !== null) made.append(child)
  return made
}

/** A button that does something on the page. */
export function button(text: string, act: () => void, label: string | null = null): HTMLElement {
  const made = element('button', { type: 'button', 'aria-label': label }, text)
  made.addEventListener('click', act)
  return made
}
