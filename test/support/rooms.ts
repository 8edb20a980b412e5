import {
  type Element,
  elementsOf,
  idsOf,
  isRedirect,
  type Page,
  readSite,
  type Site,
  textIn,
} from './site.ts'

// Elements that are content although they have no text: pictures, controls, drawings.
const furniture =
  'img, svg, canvas, video, audio, object, iframe, input, select, textarea, button, meter, progress'
const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6']
/** Regions, and elements that only name them: a region needs more content than its name. */
const regions: [selector: string, names: readonly string[]][] = [
  ['main, section, article, aside, form', headings],
  ['header, footer', []],
  ['figure', ['figcaption', ...headings]],
  ['details', ['summary', ...headings]],
  ['fieldset', ['legend', ...headings]],
]

/**
 * Places without content (lists, tables and their columns, regions, headings, navigation), and
 * defects of navigation: repeated ids, missing or repeated titles, no `h1` or several, skipped
 * heading levels. Content of a `hidden` element is left out, because a script shows it.
 */
export function emptyRooms(folder: Site | string): string[] {
  const site = typeof folder === 'string' ? readSite(folder) : folder
  return [
    ...site.pages.flatMap((page) =>
      [...emptyPlaces(page), ...flawsOfOutline(page), ...repeatedIds(page)].map(
        (flaw) => `${page.path}: ${flaw}`,
      ),
    ),
    ...repeatedTitles(site),
  ]
}

function emptyPlaces(page: Page): string[] {
  const { $ } = page
  const found: string[] = []
  const shown = shownIn(page)
  const bare = (element: Element, without: readonly string[] = []) =>
    textIn(element, without) === '' && $(element).find(furniture).length === 0
  const without = (selector: string, content: string) => {
    for (const element of shown(selector)) {
      if ($(element).find(content).length === 0) {
        found.push(`${nameOf(element)} without ${content}`)
      }
    }
  }

  without('ul, ol, menu', 'li')
  without('dl', 'dd')
  without('select, datalist', 'option')
  without('nav', 'a[href]')
  without('table', 'td')
  without('thead, tbody, tfoot', 'tr')
  for (const element of shown(`${headings.join(', ')}, li, dt, dd, caption, summary, legend`)) {
    if (bare(element)) found.push(`empty ${nameOf(element)}`)
  }
  for (const [selector, names] of regions) {
    for (const element of shown(selector)) {
      if (bare(element, names)) found.push(`empty ${nameOf(element)}`)
    }
  }
  for (const table of shown('table')) {
    for (const column of emptyColumns(page, table)) {
      found.push(`empty column ${String(column)} of ${nameOf(table)}`)
    }
  }
  return found
}

/**
 * Numbers, from 1, of the columns that are empty, or hold only dashes, in every row of the body.
 */
function emptyColumns({ $ }: Page, table: Element): number[] {
  if ($(table).find('[colspan], [rowspan]').length > 0) return []
  const rows = $(table)
    .find('tbody > tr')
    .toArray()
    .map((row) => $(row).children('td, th').toArray())
  const says = (cell: Element | undefined) =>
    cell !== undefined && ($(cell).find(furniture).length > 0 || !/^[-–—―]*$/.test(textIn(cell)))
  const columns = rows[0]?.map((_cell, index) => index) ?? []
  return columns.filter((index) => !rows.some((row) => says(row[index]))).map((index) => index + 1)
}

function flawsOfOutline(page: Page): string[] {
  if (isRedirect(page)) return []
  const found: string[] = []
  if (titleOf(page) === '') found.push('no title')
  const outline = shownIn(page)(headings.join(', '))
  const first = outline.filter(({ name }) => name === 'h1').length
  if (first === 0) found.push('no h1')
  if (first > 1) found.push(`${String(first)} h1`)
  outline.slice(1).forEach((heading, index) => {
    const before = outline[index]
    if (before && Number(heading.name[1]) > Number(before.name[1]) + 1) {
      found.push(`${nameOf(heading)} after ${before.name}: ${textIn(heading)}`)
    }
  })
  return found
}

function repeatedIds(page: Page): string[] {
  const seen = new Set<string>()
  const repeated = idsOf(page).filter((id) => seen.size === seen.add(id).size)
  return [...new Set(repeated)].map((id) => `id ${JSON.stringify(id)} repeated`)
}

function repeatedTitles({ pages }: Site): string[] {
  const titled = Map.groupBy(
    pages.filter((page) => !isRedirect(page) && titleOf(page) !== ''),
    titleOf,
  )
  return [...titled]
    .filter(([, group]) => group.length > 1)
    .map(([title, group]) => {
      const paths = group.map(({ path }) => path).join(', ')
      return `${paths}: same title ${JSON.stringify(title)}`
    })
}

function titleOf({ $ }: Page): string {
  return $('head > title').text().trim()
}

/** The elements that a selector finds outside `hidden` elements. */
function shownIn(page: Page): (selector: string) => Element[] {
  const shown = new Set(elementsOf(page, ({ attribs }) => attribs['hidden'] === undefined))
  return (selector) =>
    page
      .$(selector)
      .toArray()
      .map((element) => element as Element)
      .filter((element) => shown.has(element))
}

function nameOf({ name, attribs }: Element): string {
  const id = attribs['id']
  const classes = attribs['class']?.trim().replace(/\s+/g, '.')
  return name + (id ? `#${id}` : '') + (classes ? `.${classes}` : '')
}
