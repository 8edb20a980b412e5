import { type Element, type Page, readSite, type Site } from './site.ts'

// Chinese characters are not word characters, so the null in 共null家 is a word by itself.
const leftovers = [
  /(?<!\w)(?:null|undefined|NaN|Infinity)(?!\w)/,
  /Invalid Date/,
  /\[object \w+\]/,
  /\{\{|\$\{/,
]
const samples = ['code', 'pre', 'kbd', 'samp']

/**
 * Texts that a program prints when a value is missing, in the text or an attribute of a page or in
 * a string of its embedded JSON; and embedded JSON that is invalid. Code samples may contain
 * anything.
 */
export function suspiciousText(folder: Site | string): string[] {
  const site = typeof folder === 'string' ? readSite(folder) : folder
  return site.pages.flatMap(leftoversOf)
}

function leftoversOf({ path, $ }: Page): string[] {
  const found: string[] = []
  const check = (place: string, text: string) => {
    const at = leftovers.map((pattern) => text.search(pattern)).filter((index) => index >= 0)
    if (at.length === 0) return
    const start = Math.max(0, Math.min(...at) - 20)
    const excerpt = text.slice(start, start + 60).trim()
    found.push(`${path}: ${place}: ${JSON.stringify(excerpt)}`)
  }

  const visit = (element: Element) => {
    const { name, attribs, children } = element
    if (samples.includes(name)) return
    for (const [attribute, value] of Object.entries(attribs)) check(`${name}[${attribute}]`, value)
    if (name === 'style') return
    if (name === 'script') {
      if (!/json$/i.test(attribs['type'] ?? '')) return
      const strings = stringsIn($(element).text())
      if (!strings) found.push(`${path}: ${name}: not valid JSON`)
      for (const text of strings ?? []) check(name, text)
      return
    }
    for (const child of children) {
      if (child.type === 'text') check(name, child.data)
      else if ('attribs' in child) visit(child)
    }
  }
  for (const element of $.root().children().toArray()) visit(element)
  return found
}

/** Every string in a JSON text; none when it is not JSON. */
function stringsIn(json: string): string[] | undefined {
  const strings: string[] = []
  try {
    JSON.parse(json, (_key, value: unknown) => {
      if (typeof value === 'string') strings.push(value)
    })
  } catch {
    return undefined
  }
  return strings
}
