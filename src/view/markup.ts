/**
 * Markup as text, for parts that pages repeat thousands of times: an Astro component for each cell of
 * a table takes longer than the rest of the page. Inserted text is escaped.
 */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Part = string | number | boolean | null | undefined | Markup | readonly Part[]

/**
 * Markup from a template: strings and numbers are escaped, markup is inserted as it is, and `null`,
 * `undefined` and booleans are skipped.
 */
export function markup(literals: TemplateStringsArray, ...values: readonly Part[]): Markup {
  let text = literals[0] ?? ''
  for (let n = 0; n < values.length; n++) text += textOf(values[n]) + (literals[n + 1] ?? '')
  return new Markup(text)
}

/** Attributes, each preceded by a space; those without a value are skipped. */
export function attributes(known: Readonly<Record<string, string | undefined>>): Markup {
  let text = ''
  for (const name of Object.keys(known)) {
    const value = known[name]
    if (value !== undefined) text += ` ${name}="${escapeHtml(value)}"`
  }
  return new Markup(text)
}

function textOf(value: Part): string {
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  if (value instanceof Markup) return value.text
  return Array.isArray(value) ? value.map(textOf).join('') : ''
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
}

const escapeHtml = (text: string): string =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => escapes[character] ?? '') : text
