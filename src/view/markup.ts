/**
 * Markup as text, for what stands on pages thousands of times: a component for each cell of a table
 * takes longer than all else that a page needs. All text that goes in is escaped.
 */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Part = string | number | boolean | null | undefined | Markup | readonly Part[]

/** Markup with values in it: text is escaped, other markup stands as it is, and nothing is left out. */
export function markup(literals: TemplateStringsArray, ...values: readonly Part[]): Markup {
  let text = literals[0] ?? ''
  for (let n = 0; n < values.length; n++) text += textOf(values[n]) + (literals[n + 1] ?? '')
  return new Markup(text)
}

/** Attributes, each after a space; one without a value is not there. */
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
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? '') : text
