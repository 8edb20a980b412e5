import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core'
import * as cli from '../../src/cli/browser.ts'
import { patience } from './patience.ts'

/** The browser of the command `pdf`, also the one that `CHROMIUM` names. */
export const openBrowser = (fonts?: cli.Fonts, more?: readonly string[]): Promise<Browser> =>
  cli.openBrowser(fonts, more, process.env['CHROMIUM'] || undefined)

export interface RecordedPage {
  page: Page
  /** Requests to any other place than `origin` and `file:`, in order; all of them were refused. */
  foreign: string[]
  /** Uncaught exceptions and console errors, the browser's own (missing file, CSP) included. */
  errors: string[]
}

/**
 * Opens a page in a context of its own; close it with `page.context().close()`.
 *
 * @param origin the origin of the test server; leave it out for pages opened from disk
 */
export async function openPage(
  browser: Browser,
  origin?: string,
  options: BrowserContextOptions = {},
): Promise<RecordedPage> {
  const foreign: string[] = []
  const errors: string[] = []
  const allowed = (url: URL) => url.protocol === 'file:' || url.origin === origin

  // A service worker's requests would bypass the route.
  const context = await browser.newContext({ ...options, serviceWorkers: 'block' })
  await context.route('**/*', async (route) => {
    const url = route.request().url()
    if (allowed(new URL(url))) return route.continue()
    foreign.push(url)
    return route.abort('blockedbyclient')
  })
  await context.routeWebSocket(/.*/, async (socket) => {
    foreign.push(socket.url())
    await socket.close()
  })

  const page = await context.newPage()
  page.setDefaultTimeout(patience)
  const pending = new Set<Request>()
  pendingOf.set(page, pending)
  page.on('request', (request) => pending.add(request))
  page.on('requestfinished', (request) => pending.delete(request))
  page.on('requestfailed', (request) => pending.delete(request))
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`)
  })
  return { page, foreign, errors }
}

/** The requests without an answer, of each page that `openPage` opened. */
const pendingOf = new WeakMap<Page, ReadonlySet<Request>>()

/** Goes to an address, and waits until the page is settled. */
export async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address)
  await settled(page)
}

/**
 * Waits until a page no longer changes by itself: fonts are loaded, no request is without an answer,
 * the charts near the screen are drawn, and two frames have the same layout. A page is loaded before
 * that: the program draws charts, and fetches what readers follow or filter, after it. Whoever
 * measures a page, prints it or takes its picture waits for this state.
 *
 * Scripts have to be on; without them a page changes only until it is loaded.
 */
export async function settled(page: Page): Promise<void> {
  const deadline = AbortSignal.timeout(patience)
  const pending = pendingOf.get(page)
  for (;;) {
    const waitsFor = await page.evaluate(pageChanges)
    if (waitsFor === null && (pending === undefined || pending.size === 0)) return
    if (deadline.aborted) {
      const addresses = [...(pending ?? [])].map((request) => request.url())
      throw new Error(`the page still changes: ${waitsFor ?? addresses.join(' ')}`)
    }
  }
}

/** What of the page in the browser is not in its last state; null for nothing. */
async function pageChanges(): Promise<string | null> {
  const frame = () => new Promise(requestAnimationFrame)
  const layout = () =>
    [...document.querySelectorAll('body, body *')]
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect()
        return [x, y, width, height].join()
      })
      .join(' ')
  await document.fonts.ready
  const before = layout()
  await frame()
  await frame()
  const charts = [...document.querySelectorAll('[data-chart]')]
  const seen = await new Promise<IntersectionObserverEntry[]>((resolve) => {
    if (charts.length === 0) resolve([])
    // As far from the screen as the script that draws them.
    const observer = new IntersectionObserver(resolve, { rootMargin: '200px' })
    for (const chart of charts) observer.observe(chart)
  })
  if (seen.some(({ isIntersecting }) => isIntersecting) && !('chartTools' in window))
    return 'a chart is not drawn'
  if (document.fonts.status !== 'loaded') return 'a font is not loaded'
  return layout() === before ? null : 'its layout changes'
}
