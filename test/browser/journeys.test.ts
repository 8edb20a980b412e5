import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'csv-parse/sync'
import type { Browser, Locator, Page } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, openPage } from '../support/browser.ts'
import { serve, type Served } from '../support/serve.ts'
import { withoutSpace } from '../support/site.ts'

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

/** Moves with the Tab key to the link with a name, and follows it; opens the menu of a phone. */
async function follow(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(() => document.activeElement?.textContent?.trim() ?? '')
    if (text === '菜单') await page.keyboard.press('Enter')
    if (typeof name === 'string' ? text === name : name.test(text)) {
      const here = page.url()
      await page.keyboard.press('Enter')
      await page.waitForURL((address) => address.href !== here)
      return
    }
  }
  throw new Error(`no link ${String(name)} within reach of the keyboard`)
}

/** Moves with the Tab key to an element; opens the menu of a phone and the folded part that holds it. */
async function reach(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 400; presses++) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
    const holds = await target.evaluate(
      (element) =>
        document.activeElement?.textContent?.trim() === '菜单' ||
        (document.activeElement?.tagName === 'SUMMARY' &&
          document.activeElement.parentElement?.contains(element)),
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

    test('the register prints with every unit, and with its header on every page', async () => {
      const { page, foreign, errors } = await open()
      await follow(page, '自查整改公开台账')
      if (javaScriptEnabled) {
        // The print dialog of a browser cannot be driven, so the test checks that the page asks for
        // it.
        await page.evaluate(() => {
          window.print = () => {
            document.documentElement.setAttribute('data-printed', '')
          }
        })
        await reach(page, page.getByRole('button', { name: '打印本页' }))
        await page.keyboard.press('Enter')
        expect(await page.locator('html[data-printed]').count()).toBe(1)
      }
      const pdf = await page.pdf({ preferCSSPageSize: true })
      const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)))
      const sheets = text.map(withoutSpace)
      const units = await page.locator('.register tbody th').allTextContents()
      expect(units.length).toBeGreaterThan(20)
      for (const unit of units) {
        // Fonts have some characters under two codes, as a character and as a radical: 长 and ⻓.
        const name = [...withoutSpace(unit)]
          .map((character) => `[${character}\u2e80-\u2fdf]`)
          .join('')
        const sheet = sheets.find((one) => new RegExp(name).test(one)) ?? `no ${unit}`
        expect(sheet).toContain('单位状态')
      }
      expect({ foreign, errors }).toEqual({ foreign: [], errors: [] })
      await page.context().close()
    })
  })

  // The bar is a script. Without it the reader has the settings of the browser, which are not
  // tested here.
  test('a reader chooses the largest text and high contrast by keyboard, and reads the bulletin to its end', async () => {
    const { start, origin } = of()
    const { page, foreign, errors } = await openPage(browser, origin, {
      viewport: { width: 360, height: 640 },
    })
    await page.goto(start)
    await reach(page, page.getByLabel('标准').first())
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowDown')
    await follow(page, '检查结果')
    await follow(page, /^2024年第一季度/)
    await follow(page, '通报全文')
    const end = page.locator('#UCAP-CONTENT > :last-child')
    const isRead = async () => {
      await page.keyboard.press('PageDown')
      return end.evaluate((one) => one.getBoundingClientRect().bottom <= innerHeight)
    }
    await expect.poll(isRead).toBe(true)
    const shown = await end.evaluate((element) => ({
      width: document.documentElement.scrollWidth,
      size: parseFloat(getComputedStyle(element).fontSize),
      background: getComputedStyle(document.documentElement).backgroundColor,
    }))
    expect(shown.width).toBeLessThanOrEqual(360)
    expect(shown.size).toBeGreaterThan(22)
    expect(shown.background).toBe('rgb(0, 0, 0)')
    expect({ foreign, errors }).toEqual({ foreign: [], errors: [] })
    await page.context().close()
  })
})

test('the register prints on A4 with its header repeated and nothing cut off', async () => {
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
    navigation: getComputedStyle(document.querySelector('.site-menu') ?? document.body).display,
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
