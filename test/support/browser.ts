import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import * as cli from '../../src/cli/browser.ts'

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
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`)
  })
  return { page, foreign, errors }
}
