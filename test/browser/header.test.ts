import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, openPage } from '../support/browser.ts'
import { serve, type Served } from '../support/serve.ts'
import { officialAddress } from '../support/build-sites.ts'
import { violations } from './axe.ts'
import { layoutFaults } from './layout.ts'

let browser: Browser
let official: Served

beforeAll(async () => {
  ;[browser, official] = await Promise.all([openBrowser(), serve(inject('sites').official)])
})
afterAll(async () => {
  await Promise.all([browser.close(), official.close()])
})

const phone = { viewport: { width: 360, height: 740 } }
const menu = (page: Page) => page.getByRole('link', { name: '菜单', exact: true })
const columns = (page: Page) => page.getByRole('navigation', { name: '栏目' })
const modes = (page: Page) => page.locator('.display-modes')

test.each(['标准', '超大字'])(
  'on a phone, the header is one row of name, search and menu; text: %s',
  async (text) => {
    const { page } = await openPage(browser, official.origin, phone)
    await page.goto(official.url)
    if (text !== '标准') {
      await menu(page).click()
      await modes(page).locator('summary').click()
      await modes(page).getByLabel(text).check()
      await page.reload()
    }
    const middles = await page.locator('.site-header a:visible').evaluateAll((links) =>
      links.map((link) => {
        const { top, bottom } = link.getBoundingClientRect()
        return { text: link.textContent.trim(), row: Math.round((top + bottom) / 20) }
      }),
    )
    expect(middles.map((one) => one.text)).toEqual(['示例市政务公开检查公示', '搜索', '菜单'])
    expect(
      Math.max(...middles.map(({ row }) => row)) - Math.min(...middles.map(({ row }) => row)),
    ).toBeLessThanOrEqual(1)
    const { height } = (await page.locator('.site-header').boundingBox()) ?? { height: 740 }
    expect(height).toBeLessThan(740 / 5)
    await page.context().close()
  },
)

test.each(['large', 'largest'])(
  'on a tablet with larger text, the header is one row as on a phone; text: %s',
  async (text) => {
    const { page } = await openPage(browser, official.origin, {
      viewport: { width: 768, height: 1024 },
    })
    await page.goto(official.url)
    await page.evaluate((size) => {
      document.documentElement.dataset['text'] = size
    }, text)
    const { height } = (await page.locator('.site-header').boundingBox()) ?? { height: 1024 }
    expect(height).toBeLessThan(100)
    await menu(page).click()
    await columns(page).getByRole('link', { name: '单位' }).waitFor()
    await modes(page).locator('summary').click()
    expect(await layoutFaults(page)).toEqual([])
    await page.context().close()
  },
)

test.each([true, false])(
  'the menu of a phone opens, leads to every column and closes again; scripts on: %s',
  async (javaScriptEnabled) => {
    const { page, errors } = await openPage(browser, official.origin, {
      ...phone,
      javaScriptEnabled,
    })
    await page.goto(`${official.url}units/xihu.html`)
    expect(await columns(page).isVisible()).toBe(false)
    await menu(page).focus()
    await page.keyboard.press('Enter')
    expect(await columns(page).getByRole('link', { name: '检查结果' }).isVisible()).toBe(true)
    if (javaScriptEnabled) expect(await layoutFaults(page)).toEqual([])
    await page.getByRole('link', { name: '关闭菜单' }).click()
    expect(await columns(page).isVisible()).toBe(false)
    await menu(page).click()
    await columns(page).getByRole('link', { name: '单位' }).click()
    await page.waitForURL(/units\.html/)
    expect(errors).toEqual([])
    await page.context().close()
  },
)

test('menu, periods and display modes close with Escape, which gives the focus back', async () => {
  const { page } = await openPage(browser, official.origin, phone)
  await page.goto(official.url)
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim())
  await menu(page).click()
  expect(await menu(page).getAttribute('aria-expanded')).toBe('true')
  for (const folded of await page.locator('.header-menu').all()) {
    const summary = folded.locator('summary')
    await summary.click()
    expect(await folded.getAttribute('open')).toBe('')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Escape')
    expect(await folded.getAttribute('open')).toBeNull()
    expect(await focused()).toBe((await summary.textContent())?.trim())
  }
  await page.keyboard.press('Escape')
  expect(await columns(page).isVisible()).toBe(false)
  expect(await focused()).toBe('菜单')
  expect(await menu(page).getAttribute('aria-expanded')).toBe('false')
  await page.context().close()
})

test('an open menu closes when the reader clicks beside it or moves on by keyboard', async () => {
  const { page } = await openPage(browser, official.origin, {
    viewport: { width: 1280, height: 900 },
  })
  await page.goto(official.url)
  const isOpen = async () => (await modes(page).getAttribute('open')) !== null
  await modes(page).locator('summary').click()
  await modes(page).getByLabel('大字', { exact: true }).check()
  expect(await isOpen()).toBe(true)
  await page.locator('h1').click()
  expect(await isOpen()).toBe(false)
  await modes(page).locator('summary').click()
  await columns(page).getByRole('link', { name: '单位' }).focus()
  expect(await isOpen()).toBe(false)

  await page.setViewportSize(phone.viewport)
  await menu(page).click()
  await page.locator('h1').click()
  expect(await columns(page).isVisible()).toBe(false)
  await page.context().close()
})

test('forced colours mark the current column, and no other', async () => {
  const { page } = await openPage(browser, official.origin, {
    viewport: { width: 1280, height: 900 },
    forcedColors: 'active',
  })
  await page.goto(`${official.url}units.html`)
  const marked = await page.locator('.site-nav a, .site-links a:visible').evaluateAll((links) =>
    links
      .filter((link) => {
        const { borderBottomColor } = getComputedStyle(link)
        return borderBottomColor !== getComputedStyle(document.documentElement).backgroundColor
      })
      .map((link) => link.textContent.trim()),
  )
  expect(marked).toEqual(['单位'])
  await page.context().close()
})

test('on a phone the menu has two columns, and each group of entries begins a row', async () => {
  const { page } = await openPage(browser, official.origin, phone)
  await page.goto(official.url)
  await menu(page).click()
  const places = await columns(page)
    .getByRole('link')
    .evaluateAll((links) =>
      links.map((link) => {
        const { left, top } = link.getBoundingClientRect()
        return { label: link.textContent.trim(), isLeft: left < 100, top: Math.round(top) }
      }),
    )
  const placeOf = (label: string) => places.find((one) => one.label === label)
  for (const label of ['首页', '单位', '计算说明'])
    if (label !== '计算说明' || placeOf('更正') === undefined)
      expect(placeOf(label)?.isLeft, label).toBe(true)
  expect(placeOf('期限')?.top).toBe(placeOf('单位')?.top)
  expect(placeOf('政务公开台账')).toBeDefined()
  expect(placeOf('数据目录')).toBeDefined()
  await page.context().close()
})

/** The page for missing addresses as the portal would serve it, at some address of the site. */
async function openMissing(path: string, options: object = phone) {
  const { page } = await openPage(browser, official.origin, options)
  // Its links name the public address, which here leads to the served copy.
  await page.route(`${officialAddress}**`, async (route) => {
    const url = route.request().url().replace(officialAddress, official.url)
    const answer = await fetch(url)
    await route.fulfill({
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: Buffer.from(await answer.arrayBuffer()),
    })
  })
  await page.goto(officialAddress + path)
  return page
}

test.each(['nothing.html', 'submit/', 'units/nobody/history.html'])(
  'an unknown address at any depth has a header with a menu and a search: %s',
  async (path) => {
    const page = await openMissing(path)
    expect(await page.textContent('h1')).toBe('没有找到这个页面')
    expect(await columns(page).getByRole('link').allTextContents()).toEqual(
      expect.arrayContaining([
        '首页',
        '检查结果',
        '单位',
        '期限',
        '政务公开台账',
        '搜索',
        '网站地图',
      ]),
    )
    expect(await layoutFaults(page)).toEqual([])
    await page.getByRole('searchbox').fill('西湖区')
    await page.getByRole('button', { name: '搜索' }).click()
    await page.waitForURL(/search\.html/)
    await page.locator('.search-results .results a').first().waitFor()
    expect(await page.locator('#search-q').inputValue()).toBe('西湖区')
    await page.context().close()
  },
)

test.each([
  ['in the dark', { colorScheme: 'dark' }, 'every'],
  // The rules on contrast take the colours of the page for those of the reader.
  ['with forced colours', { forcedColors: 'active' }, 'meaning'],
] as const)('the page for missing addresses is readable %s', async (_mode, options, rules) => {
  const page = await openMissing('units/', { ...phone, ...options })
  expect(await violations(page, rules)).toEqual([])
  await page.getByRole('navigation', { name: '栏目' }).getByRole('link', { name: '首页' }).click()
  await page.waitForURL(/index\.html$/)
  await page.context().close()
})
