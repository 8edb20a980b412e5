/** The search page. Pagefind and its index are fetched only when the reader searches. */
import { find } from './find.ts'
import { asksFor } from './asked-answers.ts'

/** The part of Pagefind's script that is used. */
interface Pagefind {
  options(options: Options): Promise<void>
  mergeIndex(address: string, options: Options): Promise<void>
  search(words: string | null, options: { filters: Filters }): Promise<{ results: Result[] }>
}
interface Result {
  data(): Promise<Found>
}
/** Values by filter, or all pages but those with a value. */
type Filters = Record<string, string | { kind: string }>
interface Options {
  ranking: Record<string, unknown>
  /** Words. */
  excerptLength: number
}
interface Found {
  /** From the root of the site: `/units/xuzhou.html`. */
  raw_url: string
  /** Without a kind: a page that only lists others, and is in no index. */
  meta: { title: string; kind: string | null }
  /** Escaped HTML with `<mark>`. */
  excerpt?: string
  /** Earlier names of a unit or an account. */
  also?: string[]
  /** What a page that answers a question says, in place of an excerpt. */
  note?: string
  /** Whether it answers the question. */
  isAnswer?: boolean
  /** A later page of a list, or the page at a former address. */
  isFurther?: boolean
  /** Of a result of the index: the values of its filters, such as its period. */
  filters?: Values
  has?: Values
}
/** Words of a question with the pages that answer it; see `search-answers.ts`. */
interface Answer {
  words: string[]
  isDone?: true
  links: { label: string; href: string; note: string }[]
}
/** A page with its values for each filter. */
interface TitledPage extends Found {
  has: Values
}
type Values = Record<string, (string | null)[] | undefined>

/** The kind of pages that are written for those who enter data. */
const editorsKind = 'manual'

const shownAtOnce = 10
/** How many pages that answer a question come first. */
const maxAnswers = 5
/**
 * How many results are loaded at once, and reordered by their titles before the first are shown.
 */
const batchSize = 20

/** The long page of a unit has to rank above the many short reports with its name in the title. */
const ranking = { metaWeights: { title: 20 }, pageLength: 0.1, termSaturation: 2 }
/** Excerpts of two lines on a wide screen, plus the page's title, which is removed from them. */
const options: Options = { ranking, excerptLength: 40 }

const script = document.currentScript as HTMLScriptElement | null
function start(assets: string): void {
  const form = find<HTMLFormElement>('.search')
  const status = find('.search-status')
  const results = find<HTMLElement>('.search-results')
  const list = find<HTMLElement>('.search-list')
  const rows = find('.search-results .results')
  const manualResults = find<HTMLElement>('.search-manual')
  const manualRows = find('.search-manual .results')
  const more = find<HTMLButtonElement>('.search-more')
  const why = find<HTMLElement>('.search-why.scripted')
  const narrow = find<HTMLDetailsElement>('.search-narrow')
  const answers = JSON.parse(find('.search-answers').textContent || '[]') as Answer[]
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>('[name]')]
  const kinds = new Map(
    [...form.querySelectorAll<HTMLOptionElement>('[name=kind] option:not([value=""])')].map(
      (option) => [option.value, option.text],
    ),
  )
  /** Periods, newest first, as the filter lists them. */
  const periods = [...form.querySelectorAll<HTMLOptionElement>('[name=period] option')].map(
    ({ value }) => value,
  )
  let program: Promise<Pagefind> | undefined
  let titles: Promise<TitledPage[]> | undefined
  /** Number of the latest search; only that one may show its results. */
  let newest = 0

  const giveUp = (reason: string): void => {
    form.hidden = true
    results.hidden = true
    manualResults.hidden = true
    list.hidden = false
    why.textContent = `${reason}可以在下面全部页面的清单里查找。`
    status.textContent = ''
  }

  // Of a site inside another, no script in the head has said so.
  document.documentElement.toggleAttribute('data-scripts', true)
  if (location.protocol === 'file:') {
    giveUp('从本机文件夹打开的页面不能搜索。')
    return
  }
  if (!runsWebAssembly()) {
    giveUp('搜索要用较新的浏览器。')
    return
  }
  narrow.open = matchMedia('(min-width: 40em)').matches

  const load = (): Promise<Pagefind> => {
    const folder = new URL('../pagefind/', assets).href
    const parts = (form.dataset['parts'] || '').split(' ').filter(Boolean)
    program =
      program ||
      (import(/* @vite-ignore */ `${folder}pagefind.js`) as Promise<Pagefind>).then(
        async (pagefind) => {
          await pagefind.options(options)
          // The search fails when a shard cannot be loaded, because its pages would seem not to
          // exist.
          await Promise.all(parts.map((part) => pagefind.mergeIndex(folder + part, options)))
          return pagefind
        },
      )
    return program
  }

  async function search(): Promise<void> {
    const mine = ++newest
    const filters: Record<string, string> = {}
    let words = ''
    for (const { name, value } of fields) {
      if (name === 'q') words = value.trim()
      else if (value !== '') filters[name] = value
    }
    if (words === '' && Object.keys(filters).length === 0) {
      results.hidden = true
      manualResults.hidden = true
      list.hidden = false
      status.textContent = ''
      return
    }
    try {
      const pagefind = await load()
      const isAsked = filters['kind'] === editorsKind
      const text = words === '' ? null : await withWholeNumbers(pagefind, words)
      const lookFor = (asked: Filters): Promise<Result[]> =>
        text === ''
          ? Promise.resolve([])
          : pagefind.search(text, { filters: asked }).then(({ results }) => results)
      // What is written for editors never stands before what is written for the public.
      const [all, manual] = await Promise.all([
        lookFor(isAsked ? filters : { ...filters, none: { kind: editorsKind } }),
        isAsked || filters['kind'] ? [] : lookFor({ ...filters, kind: editorsKind }),
      ])
      const best = await dataOf(all.slice(0, batchSize))
      const named = words === '' ? [] : await titled(words, filters)
      const ofEditors = await dataOf(manual.slice(0, shownAtOnce))
      if (mine !== newest) return
      const known = new Set<string>()
      const unseen = (found: Found[]): Found[] =>
        found.filter(({ raw_url }) => !known.has(raw_url) && known.add(raw_url))
      const isOfEditors = ({ meta }: Found): boolean => !isAsked && meta.kind === editorsKind
      const ofPublic = named.filter((one) => !isOfEditors(one))
      // A page that was also found by its text has an excerpt.
      const byAddress = new Map(best.map((one) => [one.raw_url, one]))
      const first = ofPublic.map((one) => ({ ...one, ...byAddress.get(one.raw_url) }))
      const answering = Object.keys(filters).length > 0 ? [] : answersTo(words, answers)
      const ranked = byTitle(unseen([...answering, ...first, ...best]), words)
      const waiting = newestFirst(ranked, periods, words)
      // What the index does not have: pages that only list others, and places in pages.
      const outside = [...answering, ...ofPublic].filter(
        ({ raw_url, meta }) => meta.kind === null && !byAddress.has(raw_url),
      )
      const count = all.length + new Set(outside.map(({ raw_url }) => raw_url)).size
      let loaded = best.length
      let shown = 0
      rows.textContent = ''
      manualRows.textContent = ''
      list.hidden = true
      results.hidden = count === 0
      const showMore = async (): Promise<void> => {
        while (waiting.length < shownAtOnce && loaded < all.length) {
          const next = all.slice(loaded, loaded + batchSize)
          loaded += next.length
          waiting.push(...unseen(await dataOf(next)))
        }
        if (mine !== newest) return
        const next = waiting.splice(0, shownAtOnce)
        show(rows, next, words)
        shown += next.length
        more.hidden = waiting.length === 0 && loaded >= all.length
        const inManual = manual.length === 0 ? '' : `手册和数据目录里另有${manual.length}条。`
        status.textContent =
          count === 0
            ? `没有找到。可以换一个说法，或者把筛选条件改成“全部”。${inManual}`
            : `找到${count}条结果${more.hidden ? '' : `，显示前${shown}条`}。${inManual}`
      }
      await showMore()
      show(manualRows, byTitle(unseen([...named.filter(isOfEditors), ...ofEditors]), words), words)
      manualResults.hidden = manualRows.children.length === 0
      more.onclick = () => {
        const from = shown
        void showMore().then(() => {
          const row = rows.children[from]
          if (row) (row.querySelector('a') as HTMLElement).focus()
        })
      }
    } catch {
      if (mine === newest) giveUp('搜索没有能够打开。')
    }
  }

  /**
   * Pages with the words in their title, and the page of the inspection that has them as its id. The
   * many reports and issues have to match with their full title.
   */
  async function titled(words: string, filters: Record<string, string>): Promise<Found[]> {
    titles = titles || fetch(form.dataset['src'] || '').then((answer) => answer.json())
    const fits = ({ meta: { title, kind }, has, also = [] }: TitledPage): boolean =>
      (title === words ||
        (kind === 'inspection' && (has['period'] || []).includes(words)) ||
        also.some((name) => name.includes(words)) ||
        (title.includes(words) && kind !== 'issue' && kind !== 'self-inspection')) &&
      Object.entries(filters).every(([name, value]) => (has[name] || []).includes(value))
    return (await titles).filter(fits)
  }

  function show(rows: Element, found: Found[], asked: string): void {
    for (const { raw_url, meta, excerpt, note } of found) {
      const row = document.createElement('li')
      const link = document.createElement('a')
      // The search page is at the root of the site, so addresses without the leading slash are
      // right under any path.
      link.href = raw_url.replace(/^\/+/, '')
      link.textContent = meta.title
      const kind = document.createElement('span')
      kind.className = 'muted'
      kind.textContent = kinds.get(meta.kind || '') || ''
      const head = document.createElement('p')
      head.append(link, ' ', kind)
      row.append(head)
      const words = note ? [note] : excerpt ? marked(excerpt, meta.title, asked) : []
      if (words.length > 0) {
        const text = document.createElement('p')
        text.append(...words)
        row.append(text)
      }
      rows.append(row)
    }
  }

  /** Whether the address names no words or filters, but at most a place in the page. */
  const isPlace = (): boolean => location.hash.indexOf('=') < 0

  /** Reads words and filters from the address, by which searches are shared; a form of another page asks by `?`. */
  function read(): void {
    const asked = new URLSearchParams(isPlace() ? location.search : location.hash.slice(1))
    for (const field of fields) {
      field.value = asked.get(field.name) || ''
      if (field.name !== 'q' && field.value !== '') narrow.open = true
    }
    void search()
  }

  function write(): void {
    const asked = new URLSearchParams()
    for (const { name, value } of fields) if (value.trim() !== '') asked.set(name, value.trim())
    const hash = asked.toString()
    history.replaceState(null, '', location.pathname + (hash === '' ? '' : `#${hash}`))
    void search()
  }

  let pause = 0
  form.addEventListener('input', () => {
    clearTimeout(pause)
    pause = window.setTimeout(write, 250)
  })
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    clearTimeout(pause)
    write()
  })
  // A jump to a place in the page, such as by its first link, leaves the words as they are.
  addEventListener('hashchange', () => {
    if (!isPlace() || location.hash === '') read()
  })
  read()
}

/**
 * Whether this page can use WebAssembly; older browsers do not support its permission in the page's
 * policy.
 */
function runsWebAssembly(): boolean {
  try {
    new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0))
    return true
  } catch {
    return false
  }
}

const dataOf = (results: Result[]): Promise<Found[]> =>
  Promise.all(results.map((result) => result.data()))

/**
 * Results in this order: title equals the words, answers to the question, title contains the words,
 * others, explanatory pages, later pages of lists.
 */
function byTitle(found: Found[], words: string): Found[] {
  const rank = ({ meta: { title, kind }, also = [], has = {}, ...found }: Found): number => {
    if (title === words || also.includes(words)) return 3
    if (kind === 'inspection' && (has['period'] || []).includes(words)) return 3
    if (found.isAnswer) return 2
    if (found.isFurther) return -2
    if (words !== '' && title.includes(words)) return 1
    return kind === 'notes' ? -1 : 0
  }
  return found
    .map((one, place) => ({ one, place }))
    .sort((a, b) => rank(b.one) - rank(a.one) || a.place - b.place)
    .map(({ one }) => one)
}

/** The pages that answer a question in which one of their words occurs. */
function answersTo(words: string, answers: Answer[]): Found[] {
  const found = answers.filter((answer) => asksFor(words, answer))
  const links = found.flatMap((answer) => answer.links)
  return links
    .filter(({ href }, n) => links.findIndex((other) => other.href === href) === n)
    .slice(0, maxAnswers)
    .map(({ label, href, note }) => ({
      raw_url: href,
      meta: { title: label, kind: null },
      note,
      isAnswer: true,
    }))
}

/** The kinds of pages of a round or a period, which readers expect to find in the order of time. */
const kindsOfRounds = ['inspection', 'bulletin', 'self-inspection']

/**
 * The same results with those of one kind in the order of their periods, the newest first; the page whose
 * title was asked for keeps its place.
 */
function newestFirst(found: Found[], periods: string[], words: string): Found[] {
  const placeOf = ({ filters, has }: Found): number => {
    const [period = null] = (filters || has || {})['period'] || []
    return period === null ? -1 : periods.indexOf(period)
  }
  const isOfRound = (one: Found): boolean =>
    placeOf(one) >= 0 && !one.isAnswer && one.meta.title !== words
  const sorted = [...found]
  for (const kind of kindsOfRounds) {
    const places = found.flatMap((one, n) => (one.meta.kind === kind && isOfRound(one) ? [n] : []))
    const own = places.map((n) => found[n] as Found).sort((a, b) => placeOf(a) - placeOf(b))
    places.forEach((n, m) => {
      sorted[n] = own[m] as Found
    })
  }
  return sorted
}

/**
 * The words as the index is asked for them. It would take the first digits of a number that no page has,
 * and find the 12 of December for 12345: such a number is left out, and a number alone is found whole.
 */
async function withWholeNumbers(pagefind: Pagefind, words: string): Promise<string> {
  const numbers = (words.match(/[\w.%-]+/g) || []).filter((part) => /^\d[\d.%]{2,}$/.test(part))
  let text = words
  for (const number of numbers) {
    const { results } = await pagefind.search(`"${number}"`, { filters: {} })
    if (results.length === 0) text = text.replace(number, ' ')
  }
  return text.trim() !== '' && numbers.includes(text) ? `"${text}"` : text.trim()
}

/** The places of marked text: where each begins and ends. */
type Span = [start: number, end: number]

/** The spans of the words, each as a whole, in a text. */
function wholeWords(text: string, words: string): Span[] {
  const parts = words.split(/\s+/).filter((part) => part !== '')
  const found: Span[] = []
  for (const part of parts)
    for (
      let at = text.toLowerCase().indexOf(part.toLowerCase());
      at >= 0;
      at = text.toLowerCase().indexOf(part.toLowerCase(), at + part.length)
    )
      found.push([at, at + part.length])
  return joined(found)
}

/** Spans in order, those that touch as one. */
function joined(spans: Span[]): Span[] {
  const all: Span[] = []
  for (const [start, end] of spans.sort((a, b) => a[0] - b[0])) {
    const last = all[all.length - 1]
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else all.push([start, end])
  }
  return all
}

/** The spans that the index marked. */
function marksIn(body: HTMLElement): Span[] {
  const found: Span[] = []
  let at = 0
  for (const { nodeName, textContent } of body.childNodes) {
    const end = at + (textContent || '').length
    if (nodeName === 'MARK') found.push([at, end])
    at = end
  }
  return joined(found)
}

/**
 * An excerpt as text and `<mark>` elements only. The index marks each part of a word: here the words are
 * marked as a whole, and where none is, the marked parts of them of at least two characters that are not of a number.
 * The page's title at its start is removed, because the result shows it above, and so is leading
 * punctuation.
 */
function marked(excerpt: string, title: string, words: string): Node[] {
  const { body } = new DOMParser().parseFromString(excerpt, 'text/html')
  const all = body.textContent || ''
  const whole = wholeWords(all, words)
  const spans =
    whole.length > 0
      ? whole
      : marksIn(body).filter(
          ([a, b]) => b - a > 1 && words.includes(all.slice(a, b)) && !/\d/.test(all.slice(a, b)),
        )
  let passed = titleIn(all, title)
  passed += all.slice(passed).search(/[^\s，。、；：！？）》”.,;:)]|$/)
  const nodes: Node[] = []
  for (const [start, end] of spans) {
    if (end <= passed) continue
    nodes.push(document.createTextNode(all.slice(passed, Math.max(start, passed))))
    const mark = document.createElement('mark')
    mark.textContent = all.slice(Math.max(start, passed), end)
    nodes.push(mark)
    passed = end
  }
  nodes.push(document.createTextNode(all.slice(passed)))
  return nodes.filter(({ textContent }) => textContent !== '')
}

/**
 * The length of the page's title at the start of a text, with its full stop; for an issue, also
 * without its number.
 */
function titleIn(text: string, title: string): number {
  for (const shown of [title, title.replace(/（[^（）]*）$/, '')])
    if (shown && (text === shown || text.startsWith(`${shown}. `)))
      return Math.min(text.length, shown.length + 2)
  return 0
}

if (script) start(script.src)
