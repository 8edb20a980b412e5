import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, openPage, visit } from '../support/browser.ts'
import { serve, type Served } from '../support/serve.ts'

const sites = inject('sites')
let browser: Browser
let served: Served

beforeAll(async () => {
  ;[browser, served] = await Promise.all([openBrowser(), serve(sites.demo, '/xxgk/jcgk/')])
})
afterAll(async () => {
  await Promise.all([browser.close(), served.close()])
})

const phone = { viewport: { width: 360, height: 740 } }
const open = async (options: object = phone) => {
  const opened = await openPage(browser, served.origin, options)
  await opened.page.goto(served.url)
  return opened
}
const followed = (page: Page) => page.locator('[data-followed]')
const choose = (page: Page, unit: string) => followed(page).locator('select').selectOption(unit)

test('a citizen on a phone has the year of their county two taps from the home page, all on the first screen', async () => {
  const { page, foreign, errors } = await open()
  // The first tap opens the list, the second chooses; the link then leads to all of the unit.
  await choose(page, 'li-jiang')
  const link = followed(page).getByRole('link', { name: '例江县的全部记录' })
  await link.waitFor()
  await link.click()
  await page.waitForURL(/units\/li-jiang\.html$/)
  const facts = page.locator('.page-head-lead dt')
  expect(await facts.allTextContents()).toEqual(['点名的问题', '整改进展', '期限'])
  const last = await page.locator('.page-head-lead dd').last().boundingBox()
  expect((last?.y ?? 9999) + (last?.height ?? 0)).toBeLessThan(740)
  expect(await page.locator('.page-head-lead').textContent()).toMatch(/2024年4次检查.*应于/s)
  expect([foreign, errors]).toEqual([[], []])
})

test('the chosen unit is remembered by the browser alone, shown at the next visit, and removed by one button', async () => {
  const { page, foreign } = await openPage(browser, served.origin, phone)
  await visit(page, served.url)
  expect(await followed(page).locator('dl').count()).toBe(0)
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await choose(page, 'li-jiang')
  await followed(page).getByText('应完成的事项').waitFor()
  expect(requests).toEqual([`${served.url}assets/units/li-jiang.json`])
  expect(await page.context().cookies()).toEqual([])
  expect(await followed(page).textContent()).toContain('只记在这个浏览器里')
  await page.reload()
  await followed(page).getByText('最新的报告').waitFor()
  expect(await followed(page).locator('select').inputValue()).toBe('li-jiang')
  await followed(page).getByRole('button', { name: '取消关注' }).click()
  expect(await followed(page).locator('dl').count()).toBe(0)
  expect(await page.evaluate(() => localStorage.getItem('gongshi-unit'))).toBe(null)
  await page.reload()
  expect(await followed(page).locator('dl').count()).toBe(0)
  expect(foreign).toEqual([])
})

test('on a phone, whoever comes back sees the answer on the first screen, and the page does not move', async () => {
  const { page } = await open()
  await choose(page, 'li-jiang')
  await followed(page).getByText('历次检查').waitFor()
  // What was chosen moves up, and stays in view.
  const box = await followed(page).boundingBox()
  expect(box?.y ?? -1).toBeGreaterThanOrEqual(0)
  await page.goto('about:blank')
  await page.goto(served.url)
  const facts = followed(page).locator('dd').first()
  await facts.waitFor()
  expect(await page.evaluate(() => scrollY)).toBe(0)
  const shown = await facts.boundingBox()
  expect((shown?.y ?? 999) + (shown?.height ?? 0)).toBeLessThan(740)
  // Without a unit, what is said to all comes first.
  await followed(page).getByRole('button', { name: '取消关注' }).click()
  const [all, own] = [
    await page.locator('.head-note').first().boundingBox(),
    await followed(page).boundingBox(),
  ]
  expect(all?.y ?? 999).toBeLessThan(own?.y ?? 0)
  await page.context().close()
})

test.each([360, 1280])(
  'at %i pixels, what stands above is read and focused first, before and after a choice',
  async (width) => {
    const { page } = await open({ viewport: { width, height: 740 } })
    const parts = page.locator('.home-head > *')
    const tops = () =>
      parts.evaluateAll((all) =>
        all.map((part) => part.getBoundingClientRect().top).filter((top) => top !== 0),
      )
    const inOrder = async () => {
      const shown = await tops()
      expect(shown.length).toBeGreaterThan(2)
      expect(shown).toEqual(shown.toSorted((a, b) => a - b))
    }
    await inOrder()
    await followed(page).locator('select').focus()
    await choose(page, 'li-jiang')
    await followed(page).getByText('应完成的事项').waitFor()
    await inOrder()
    // The choice keeps the focus, and the next key leads into what was chosen.
    const focused = () => page.evaluate(() => document.activeElement?.textContent)
    expect(await followed(page).locator('select:focus').count()).toBe(1)
    await page.keyboard.press('Tab')
    expect(await focused()).toContain('取消关注')
    await page.keyboard.press('Enter')
    await expect.poll(() => followed(page).locator('dl').count()).toBe(0)
    await inOrder()
    await page.context().close()
  },
)

test('a phone that is turned has its unit where its width puts it, in the order of reading', async () => {
  const { page } = await open()
  await choose(page, 'li-jiang')
  await followed(page).getByText('应完成的事项').waitFor()
  const first = () =>
    page.evaluate(() => document.querySelector('.home-head')?.firstElementChild?.className)
  expect(await first()).toContain('followed')
  await page.setViewportSize({ width: 800, height: 360 })
  await expect.poll(first).toContain('head-note')
  await page.context().close()
})

test('what is shown of the unit is what its own page says', async () => {
  const { page } = await open({ viewport: { width: 1280, height: 900 } })
  await choose(page, 'shi-xi')
  const link = followed(page).getByRole('link', { name: '示西区的全部记录' })
  await link.waitFor()
  const shown = await followed(page).locator('dd').allTextContents()
  await link.click()
  await page.waitForURL(/shi-xi\.html$/)
  const facts = await page.locator('.page-head-lead dd').allTextContents()
  const said = facts.map((text) => text.trim()).slice(0, -1)
  expect(shown.slice(0, said.length).map((text) => text.trim())).toEqual(said)
})

const stored = (page: Page) => page.evaluate(() => localStorage.getItem('gongshi-unit'))

test('a unit’s page shows the unit on the home page, where the reader follows it with one button', async () => {
  const { page } = await open()
  await page.goto(`${served.url}units/jiaoyu.html`)
  await page.getByRole('link', { name: '在首页关注这个单位' }).click()
  await followed(page).getByText('应完成的事项').waitFor()
  expect(await followed(page).locator('select').inputValue()).toBe('jiaoyu')
  expect(new URL(page.url()).hash).toBe('')
  expect(await stored(page)).toBe(null)
  await followed(page).getByRole('button', { name: '关注这个单位' }).click()
  await followed(page).getByText('只记在这个浏览器里').waitFor()
  expect(await stored(page)).toBe('jiaoyu')
  await page.context().close()
})

test('a link never changes the unit that the reader follows', async () => {
  const { page } = await open()
  await choose(page, 'li-jiang')
  await followed(page).getByText('只记在这个浏览器里').waitFor()
  await page.goto('about:blank')
  await page.goto(`${served.url}index.html#unit=jiaoyu`)
  await followed(page).getByText('您原来关注的单位没有改动').waitFor()
  expect(await followed(page).getByRole('link', { name: '市教育局的全部记录' }).count()).toBe(1)
  expect(await stored(page)).toBe('li-jiang')
  await page.reload()
  await followed(page).getByRole('link', { name: '例江县的全部记录' }).waitFor()
  expect(await followed(page).locator('select').inputValue()).toBe('li-jiang')
  await page.context().close()
})

test('where storage is blocked, the choice works for the page and says so', async () => {
  const opened = await openPage(browser, served.origin, phone)
  await opened.page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('blocked', 'SecurityError')
      },
    })
  })
  await opened.page.goto(served.url)
  await choose(opened.page, 'li-jiang')
  await followed(opened.page).getByText('不允许保存').waitFor()
  expect(opened.errors).toEqual([])
})

test('from disk, where nothing can be fetched, the choice is a link to the unit’s page', async () => {
  const { page } = await openPage(browser, undefined, phone)
  await page.goto(pathToFileURL(join(sites.demo, 'index.html')).href)
  await choose(page, 'li-jiang')
  const link = followed(page).getByRole('link', { name: '例江县的全部记录' })
  await link.click()
  await page.waitForURL(/units\/li-jiang\.html$/)
})

test('without scripts there is no choice, on the home page or on a unit’s', async () => {
  const { page } = await open({ ...phone, javaScriptEnabled: false })
  expect(await followed(page).isVisible()).toBe(false)
  await page.goto(`${served.url}units/li-jiang.html`)
  expect(await page.getByText('在首页关注这个单位').isVisible()).toBe(false)
})
