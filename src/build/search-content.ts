import { explainingKinds } from '#view/page-entry.ts'

/** Only pages with this attribute are indexed. */
const mark = 'data-pagefind-body'

/** On all other pages, headings, labels and notes are boilerplate. */
const explaining = new RegExp(`kind\\[content\\]" content="(?:${explainingKinds.join('|')})"`)

/** Drawings, navigation and controls. */
const tools = [
  /<(svg|nav|form)\b[^]*?<\/\1>/g,
  /<(p|ul) class="[^"]*\bno-print\b[^]*?<\/\1>/g,
  // A fold is left out of print, too, where another place has what it holds.
  /<details class="[^"]*\bno-print\b[^"]*"(?! data-printed)[^]*?<\/details>/g,
  /<div class="page-tools"[^]*$/g,
]

/** What all pages of a kind have in common, around their content. */
const boilerplate = [
  // Labels and heads of columns, unless a document printed them.
  /<dt>[^]*?<\/dt>/g,
  /<th scope="col"(?![^>]* data-printed)[^]*?<\/th>/g,
  // Headings of sections, and the sentences under them; the day of the build.
  /<div class="section-head">[^]*?<\/div>/g,
  /<p class="(?:section-note|as-of)"[^]*?<\/p>/g,
  // Captions that repeat the heading above.
  /<caption class="visually-hidden">[^]*?<\/caption>/g,
  // Anchors: results do not link to them, and the indexer splits sentences at them.
  / id="[^"]*"/g,
]

/**
 * A card of an issue. Only its finding and subject are indexed; the issue's own page has the rest.
 */
const card =
  /<article class="entry issue"[^]*?(<h3[^]*?<p class="entry-text">[^]*?<\/p>)[^]*?<\/article>/g

const without = (text: string, parts: readonly RegExp[]): string =>
  parts.reduce((rest, part) => rest.replace(part, ''), text)

/**
 * The part of a page that the search indexes: the metadata in its head, and its content. What every
 * page of a kind has is left out, because a search for it would find all of them alike. Components
 * exclude further parts with `data-pagefind-ignore`. Null for a page that is not searched.
 */
export function searchContent(html: string): string | null {
  const start = html.indexOf('<main')
  const end = html.indexOf('</main>', start)
  const opening = html.slice(start, html.indexOf('>', start))
  if (start < 0 || !opening.includes(mark)) return null
  const head = html.slice(0, start).match(/<title>[^<]*<\/title>|<meta [^>]*data-pagefind-[^>]*>/g)
  const marks = head?.join('') ?? ''
  const whole = without(html.slice(start, end), tools)
  const main = explaining.test(marks)
    ? whole
    : without(whole.replace(card, '<article>$1</article>'), boilerplate)
  return `<!doctype html><html><head>${marks}</head><body>${main}</main></body></html>`
}
