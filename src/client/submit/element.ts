type Child = Node | string | null

/**
 * Creates an element. Attributes and children that are null or false are skipped; strings become
 * text nodes.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string | boolean | null>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const created = document.createElement(name)
  for (const [key, value] of Object.entries(attributes))
    if (value !== null && value !== false) created.setAttribute(key, value === true ? '' : value)
  for (const child of children) if (child !== null) created.append(child)
  return created
}

/** Creates a button. */
export function button(text: string, act: () => void, label: string | null = null): HTMLElement {
  const created = element('button', { type: 'button', 'aria-label': label }, text)
  created.addEventListener('click', act)
  return created
}
