import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, openPage, settled, visit } from '../support/browser.ts'
import { serve, type Served } from '../support/serve.ts'

let browser: Browser
let demo: Served
beforeAll(async () => {
  ;[browser, demo] = await Promise.all([openBrowser(), serve(inject('sites').demo)])
})
afterAll(async () => {
  await Promise.all([browser.close(), demo.close()])
})

interface Shift extends PerformanceEntry {
  readonly value: number
  readonly hadRecentInput: boolean
  readonly sources: readonly { readonly node?: Node }[]
}

/**
 * What moved on a page by itself while it was loaded, drawn and scrolled to its end: the share of the
 * screen, as browsers measure it, with the elements that moved.
 */
async function shifts(path: string, width: number, stored: Record<string, string> = {}) {
  const { page } = await openPage(browser, demo.origin, {
    viewport: { width, height: width < 500 ? 740 : 900 },
  })
  await page.addInitScript((items) => {
    for (const [key, value] of Object.entries(items)) localStorage.setItem(key, value)
    const seen: string[] = []
    Object.assign(window, { seenShifts: seen })
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as Shift[]) {
        const moved = entry.sources.map(({ node }) =>
          node instanceof Element ? `${node.tagName.toLowerCase()}.${node.className}` : '',
        )
        if (!entry.hadRecentInput) seen.push(`${entry.value.toFixed(4)} ${moved.join(' ')}`)
      }
    }).observe({ type: 'layout-shift', buffered: true })
  }, stored)
  await visit(page, demo.url + path)
  // Charts and lists that scripts draw appear after the page itself.
  await page.evaluate(async () => {
    for (let y = 0; y <= document.body.scrollHeight; y += innerHeight) {
      scrollTo(0, y)
      for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
    }
  })
  await settled(page)
  const seen = await page.evaluate(() => (window as unknown as { seenShifts: string[] }).seenShifts)
  await page.context().close()
  return seen
}

describe.each([360, 1280])('nothing moves by itself at %i px', (width) => {
  test.each([
    ['the home page', 'index.html'],
    ['the trends', 'trends.html'],
    ['the units beside the rounds', 'matrix.html'],
    ['an inspection', 'inspections/2024-q4.html'],
    ['a unit', 'units/li-jiang.html'],
    ['a register', 'self-inspections/2024-q4.html'],
    ['the issues', 'issues.html'],
    ['the deadlines', 'deadlines.html'],
    ['the search', 'search.html'],
    ['a bulletin', 'bulletins/2024-q4.html'],
    ['pieces for other sites', 'pieces.html'],
    ['a form', 'submit/self-inspection.html'],
    ['a form with a unit', 'submit/self-inspection.html#of=2024-annual&unit=li-jiang'],
  ])('on %s', async (_what, path) => {
    expect(await shifts(path, width)).toEqual([])
  })

  test('on the home page of a reader who follows a unit', async () => {
    // The room for what is fetched fits most units; one with more moves the page a little.
    const moved = await shifts('index.html', width, { 'gongshi-unit': 'li-jiang' })
    expect(moved.reduce((sum, one) => sum + Number.parseFloat(one), 0)).toBeLessThan(0.01)
  })
})
