import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'csv-parse/sync'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, openPage } from '../support/browser.ts'
import { serve, type Served } from '../support/serve.ts'

const sites = inject('sites')
let browser: Browser
let root: Served
let portal: Served

beforeAll(async () => {
  ;[browser, root, portal] = await Promise.all([
    openBrowser(),
    serve(sites.real),
    serve(sites.real, '/xxgk/jcgk/'),
  ])
})
afterAll(async () => {
  await Promise.all([browser.close(), root.close(), portal.close()])
})

/** Moves with the Tab key to the link of a name, and follows it. */
async function follow(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
    if (typeof name === 'string' ? text === name : name.test(text)) {
      const here = page.url()
      await page.keyboard.press('Enter')
      await page.waitForURL((address) => address.href !== here)
      return
    }
  }
  throw new Error(`no link ${String(name)} within reach of the keyboard`)
}

/** Moves with the Tab key to an element; a closed part that holds it is opened on the way. */
async function reach(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 400; presses++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
    const holds = await target.evaluate(
      (element) =>
        document.activeElement?.tagName === 'SUMMARY' &&
        document.activeElement.parentElement?.contains(element),
    )
    if (holds) await page.keyboard.press('Enter')
  }
  throw new Error('nothing leads there by keyboard')
}

const places = {
  'at the root': () => ({ start: root.url, origin: root.origin }),
  'below a path of a portal': () => ({ start: portal.url, origin: portal.origin }),
  'from disk': () => ({
    start: pathToFileURL(join(sites.real, 'index.html')).href,
    origin: undefined,
  }),
}

describe.each(Object.entries(places))('%s', (_place, of) => {
  describe.each([true, false])('by keyboard alone, scripts on: %s', (javaScriptEnabled) => {
    const open = async () => {
      const { start, origin } = of()
      const opened = await openPage(browser, origin, { javaScriptEnabled })
      await opened.page.goto(start)
      return opened
    }

    test('a citizen finds the issues of their district in three steps', async () => {
      const { page, foreign, errors } = await open()
      await follow(page, '单位')
      await follow(page, '叙州区')
      await follow(page, '严重表述错误')
      expect(await page.textContent('h1')).toContain('严重表述错误')
      expect({ foreign, errors }).toEqual({ foreign: [], errors: [] })
      await page.context().close()
    })

    test('a clerk finds the deadline of the unit', async () => {
      const { page } = await open()
      await follow(page, '单位')
      await follow(page, '叙州区')
      expect(await page.textContent('.deadline')).toContain('2024年6月6日前')
      await page.context().close()
    })

    test('a reporter gets the issues of the newest inspection as CSV', async () => {
      const { page } = await open()
      await follow(page, '检查结果')
      await follow(page, /^2024年第一季度/)
      const link = page.locator('main a[href$="inspections/2024-q1/issues.csv"]').first()
      await reach(page, link)
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.keyboard.press('Enter'),
      ])
      const text = readFileSync(await download.path(), 'utf8')
      expect(text.charCodeAt(0)).toBe(0xfeff)
      const rows = parse(text.slice(1)) as string[][]
      expect(rows).toHaveLength(8)
      expect(rows.flat()).toContain('叙州区')
      await page.context().close()
    })
  })
})

test('a reader with the largest text and high contrast reads the bulletin to its end', async () => {
  const { page } = await openPage(browser, root.origin, { viewport: { width: 360, height: 640 } })
  await page.addInitScript(() => {
    localStorage.setItem('gongshi-display', JSON.stringify({ text: 'largest', contrast: 'high' }))
  })
  await page.goto(`${root.url}bulletins/2024-q1.html`)
  const shown = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    size: parseFloat(
      getComputedStyle(document.querySelector('#UCAP-CONTENT p') ?? document.body).fontSize,
    ),
  }))
  expect(shown.width).toBeLessThanOrEqual(360)
  expect(shown.size).toBeGreaterThan(22)
  await page.context().close()
})

test('the register prints on A4 with its head repeated and nothing cut off', async () => {
  const { page } = await openPage(browser, root.origin, {
    // A4 at 96 dots an inch, less the margins of the print styles.
    viewport: { width: 590, height: 850 },
  })
  await page.emulateMedia({ media: 'print' })
  await page.goto(`${root.url}self-inspections/2024-q2.html`)
  const paper = await page.evaluate(() => ({
    width: document.documentElement.scrollWidth,
    head: getComputedStyle(document.querySelector('.table-frame thead') ?? document.body).display,
    cut: [...document.querySelectorAll('.table-frame')].filter(
      (frame) => getComputedStyle(frame).overflowX !== 'visible',
    ).length,
    navigation: getComputedStyle(document.querySelector('.site-nav') ?? document.body).display,
  }))
  expect(paper).toEqual({
    width: 590,
    head: 'table-header-group',
    cut: 0,
    navigation: 'none',
  })
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  expect(pdf.length).toBeGreaterThan(10_000)
  await page.context().close()
})
