/**
 * Filters and sorts the entries of a list on the page; the address holds the chosen filters. The
 * attribute `data-<name>` of an entry holds its values for the field of that name, separated by
 * spaces, or the text that a typed filter searches. A `data-filter-group` without a visible entry is
 * hidden. A field with `data-order` sorts the entries by the numbers in `data-<value>`, or back into
 * the order of the page. The entries of a list with several pages are fetched from `data-src` when a
 * filter is first used.
 */
import type { ListedIssue } from '#view/issue-filter.ts'
import { chosenFilters } from './filter-words.ts'
import { selectionOf } from './selection.ts'

function start(form: HTMLFormElement): void {
  const fields = [
    ...form.querySelectorAll<HTMLSelectElement | HTMLInputElement>('select[name], input[name]'),
  ]
  const order = form.querySelector<HTMLSelectElement>('select[data-order]')
  const filters = fields.filter((field) => field !== order)
  let entries = [...document.querySelectorAll<HTMLElement>('[data-filtered]')]
  const groups = [...document.querySelectorAll<HTMLElement>('[data-filter-group]')]
  const status = form.querySelector('[role="status"]')
  const { whole = '', counter = '', measure = '', src } = form.dataset
  const unasked = status ? status.textContent : ''
  const select = selectionOf(form)

  // The form is not printed: the printed page says below its title which choice it shows.
  const printed = document.createElement('p')
  printed.className = 'filter-printed'
  document.querySelector('h1')?.after(printed)
  const sayPrinted = (count: string): void => {
    const words = chosenFilters(form)
    printed.textContent = words.length === 0 ? '' : `按所选列出（${words.join('；')}）。${count}`
  }

  const fits = (entry: HTMLElement, field: (typeof fields)[number]): boolean => {
    const has = entry.dataset[field.name] || ''
    if ('options' in field) return field.value === '' || has.split(' ').includes(field.value)
    return has.toLowerCase().includes(field.value.trim().toLowerCase())
  }

  const arrange = (): void => {
    if (!order) return
    const place = (entry: HTMLElement, n: number): number => Number(entry.dataset[order.value] || n)
    const places = new Map(entries.map((entry, n) => [entry, place(entry, n)]))
    const sorted = [...entries].sort((a, b) => (places.get(a) || 0) - (places.get(b) || 0))
    for (const entry of sorted) if (entry.parentElement) entry.parentElement.append(entry)
  }

  /** The entries that are shown, in the order of the page. */
  const visible = (): HTMLElement[] => {
    const shown = entries.filter(({ hidden }) => !hidden)
    const follows = (a: HTMLElement, b: HTMLElement): number =>
      a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1
    return shown.sort(follows)
  }

  const show = (): void => {
    arrange()
    let shown = 0
    for (const entry of entries) {
      entry.hidden = !filters.every((field) => fits(entry, field))
      if (!entry.hidden) shown += 1
    }
    for (const group of groups)
      group.hidden = group.querySelector('[data-filtered]:not([hidden])') === null
    const all = entries.length
    select(shown === all ? [] : visible())
    const count =
      shown === all
        ? `${whole}${all}${counter}。`
        : `${whole}${all}${counter}，${shown === 0 ? '没有符合的' : `显示其中${shown}${measure}`}。`
    if (status) status.textContent = count
    sayPrinted(count)
  }

  let fetched: Promise<HTMLElement> | undefined
  /**
   * Shows, for a list with several pages, this page without filters, or the matches among all
   * entries.
   */
  const showFrom = async (address: string): Promise<void> => {
    const isAsked = (): boolean => fields.some(({ value }) => value.trim() !== '')
    if (!isAsked() && fetched === undefined) return
    try {
      const found = await (fetched = fetched || fetchEntries(form, address))
      // Several changes may have waited for the same response; the fields hold the latest.
      const asked = isAsked()
      if (asked) {
        entries = [...found.children] as HTMLElement[]
        show()
      } else {
        select([])
        if (status) status.textContent = unasked
        sayPrinted('')
      }
      found.hidden = !asked
      for (const other of [...groups, ...document.querySelectorAll<HTMLElement>('main .prev-next')])
        other.hidden = asked
    } catch {
      form.hidden = true
    }
  }

  const update = (): void => {
    if (src === undefined) show()
    else void showFrom(src)
  }

  /** Applies the filters in the address. An address with an anchor has none. */
  const readAddress = (): void => {
    const place = location.hash.slice(1)
    const asked = new URLSearchParams(place)
    for (const field of fields) {
      field.value = asked.get(field.name) || ''
      // An unknown value: no filter.
      if ('selectedIndex' in field && field.selectedIndex === -1) field.value = ''
    }
    update()
    const target = document.getElementById(place)
    if (target) target.scrollIntoView()
  }

  const changed = (): void => {
    const asked = new URLSearchParams()
    for (const { name, value } of fields) if (value !== '') asked.set(name, value)
    const query = asked.toString()
    history.replaceState(null, '', query === '' ? location.pathname : `#${query}`)
    update()
  }

  form.addEventListener('input', changed)
  form.addEventListener('submit', (event) => {
    event.preventDefault()
  })
  form.addEventListener('reset', () => {
    // The browser resets the fields after the event.
    setTimeout(changed)
  })
  addEventListener('hashchange', readAddress)
  // Of a site inside another, no script in the head has said so.
  document.documentElement.toggleAttribute('data-scripts', true)
  readAddress()
}

/** Fetches all entries and lists them after the form, each with its filter values. */
async function fetchEntries(form: HTMLFormElement, address: string): Promise<HTMLElement> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(String(answer.status))
  const list = document.createElement('ul')
  list.className = 'results'
  // The list is at the root of the site, so addresses without the leading slash are right under any
  // path.
  for (const { href, text, note, has } of (await answer.json()) as ListedIssue[]) {
    const row = document.createElement('li')
    row.dataset['row'] = href.replace(/^.*\/|\.html$/g, '')
    for (const [name, values] of Object.entries(has)) row.setAttribute(`data-${name}`, values)
    const link = document.createElement('a')
    link.href = href.replace(/^\/+/, '')
    link.textContent = text
    const line = document.createElement('p')
    line.className = 'muted'
    line.textContent = note
    row.append(link, line)
    list.append(row)
  }
  form.after(list)
  return list
}

const form = document.querySelector<HTMLFormElement>('form[data-list-filter]')
// A page opened from disk cannot fetch files; it has the lists by facet instead.
if (form) {
  if (form.dataset['src'] === undefined || location.protocol !== 'file:') start(form)
  else form.hidden = true
}
