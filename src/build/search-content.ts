/** Only a page with this mark is found. */
const mark = 'data-pagefind-body'

/** Of these the headings, labels and notes are what they explain; on all others they are a frame. */
const explaining = /kind\[content\]" content="(?:notes|deadlines)"/

/** Drawings, and what only a screen shows: it leads elsewhere, or does something. */
const tools = [
  /<(svg|nav|form)\b[^]*?<\/\1>/g,
  /<(p|ul|details) class="[^"]*\bno-print\b[^]*?<\/\1>/g,
  /<div class="page-tools"[^]*$/g,
]

/** What stands around the content of a page that does not explain. */
const boilerplate = [
  // Labels and heads of columns; not those that are words of a document.
  /<dt>[^]*?<\/dt>/g,
  /<th scope="col"(?! data-printed)[^]*?<\/th>/g,
  // Headings of sections, and the sentences under them; the day of the build.
  /<div class="section-head">[^]*?<\/div>/g,
  /<p class="(?:section-note|as-of)"[^]*?<\/p>/g,
  // Names of tables that the heading above says already.
  /<caption class="visually-hidden">[^]*?<\/caption>/g,
  // Anchors: no result leads to one, and the indexer parts the words of a sentence at each.
  / id="[^"]*"/g,
]

/** A card of an issue. Of it the finding and its subject are searched; its own page tells the rest. */
const card =
  /<article class="entry issue"[^]*?(<h3[^]*?<p class="entry-text">[^]*?<\/p>)[^]*?<\/article>/g

const without = (text: string, parts: readonly RegExp[]): string =>
  parts.reduce((rest, part) => rest.replace(part, ''), text)

/**
 * Of a page, what the search's indexer reads: the marks in its head and what is searched. What is the
 * same on every page of a kind is left out: it would make all of them be found, and tell none of them
 * apart. Components mark what else is not searched (`data-pagefind-ignore`). Null for a page that is
 * not searched.
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
