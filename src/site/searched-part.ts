/** Only a page with this mark is found. */
const mark = 'data-pagefind-body'

/** Of these the headings, labels and notes are what they explain; on all others they are a frame. */
const explaining = /kind\[content\]" content="(?:notes|deadlines)"/

/** What stands around the content of a page that does not explain. */
const frame = [
  // Labels and heads of columns; not those that are words of a document.
  /<dt>[^]*?<\/dt>/g,
  /<th scope="col"(?! data-printed)[^]*?<\/th>/g,
  // Headings of sections, and the sentences under them.
  /<div class="section-head">[^]*?<\/div>/g,
  /<p class="section-note[^]*?<\/p>/g,
  // Names of tables that the heading above says already.
  /<caption class="visually-hidden">[^]*?<\/caption>/g,
  // Anchors: no result leads to one, and the indexer parts the words of a sentence at each.
  / id="[^"]*"/g,
]

/**
 * Of a page, what the search's indexer reads: the marks in its head and what is searched, without
 * drawings. What is the same on every page of a kind is left out: it would make all of them be found,
 * and tell none of them apart. Components mark what else is not searched (`data-pagefind-ignore`).
 * Null for a page that is not searched.
 */
export function searchedPart(html: string): string | null {
  const start = html.indexOf('<main')
  const end = html.indexOf('</main>', start)
  const opening = html.slice(start, html.indexOf('>', start))
  if (start < 0 || !opening.includes(mark)) return null
  const head = html.slice(0, start).match(/<title>[^<]*<\/title>|<meta [^>]*data-pagefind-[^>]*>/g)
  const marks = head?.join('') ?? ''
  let main = html.slice(start, end).replace(/<svg[^]*?<\/svg>/g, '')
  if (!explaining.test(marks)) for (const part of frame) main = main.replace(part, '')
  return `<!doctype html><html><head>${marks}</head><body>${main}</main></body></html>`
}
