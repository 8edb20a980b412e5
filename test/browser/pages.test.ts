import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, openPage } from '../support/browser.ts'
import { serve, type Served } from '../support/serve.ts'

const sites = inject('sites')
let browser: Browser
let real: Served
let demo: Served

beforeAll(async () => {
  ;[browser, real, demo] = await Promise.all([openBrowser(), serve(sites.real), serve(sites.demo)])
})
afterAll(async () => {
  await Promise.all([browser.close(), real.close(), demo.close()])
})

test('every text is there without scripts', async () => {
  const path = 'inspections/2024-q1.html'
  const texts: string[] = []
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await openPage(browser, real.origin, { javaScriptEnabled })
    await page.goto(real.url + path)
    // Nothing is drawn yet, because a chart waits until it is visible.
    texts.push((await page.textContent('main'))?.replace(/\s/g, '') ?? '')
    await page.context().close()
  }
  expect(texts[1]).toBe(texts[0])
})

test('a chart becomes interactive when it comes into view, and its points can be reached by keyboard', async () => {
  const { page, errors } = await openPage(browser, real.origin)
  await page.goto(`${real.url}inspections/2024-q1.html`)
  const chart = page.locator('[data-chart]').first()
  await chart.scrollIntoViewIfNeeded()
  await page.locator('canvas').first().waitFor()
  await page.locator('.chart-region').first().focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  expect(await page.locator('.chart-status').first().textContent()).toMatch(/\d+家/)
  expect(errors).toEqual([])
  await page.context().close()
})

test('one build works under a sub-path and from disk', async () => {
  const portal = await serve(sites.real, '/xxgk/jcgk/')
  const starts = [portal.url, pathToFileURL(join(sites.real, 'index.html')).href]
  for (const start of starts) {
    const { page, foreign, errors } = await openPage(browser, portal.origin)
    await page.goto(start)
    await page.getByRole('link', { name: '叙州区' }).first().click()
    await page.waitForURL(/units\/xuzhou\.html$/)
    expect(await page.textContent('h1')).toContain('叙州区')
    const styled = await page.evaluate(() => getComputedStyle(document.body).fontFamily)
    expect(styled).toContain('PingFang SC')
    expect({ foreign, errors }).toEqual({ foreign: [], errors: [] })
    await page.context().close()
  }
  await portal.close()
})

test('a citizen finds the problems of their district from the home page in two steps', async () => {
  const { page } = await openPage(browser, real.origin, { javaScriptEnabled: false })
  await page.goto(real.url)
  await page.getByRole('navigation', { name: '栏目' }).getByRole('link', { name: '单位' }).click()
  await page.waitForURL(/units\.html$/)
  await page.getByRole('link', { name: '叙州区' }).click()
  await page.waitForURL(/units\/xuzhou\.html$/)
  expect(await page.textContent('main')).toContain('严重表述错误')
  await page.context().close()
})

test('the demo city shows its rates over twelve quarters', async () => {
  const { page, errors } = await openPage(browser, demo.origin)
  await page.goto(demo.url)
  const rows = page.locator('[data-chart] tbody tr')
  expect(await rows.count()).toBe(12)
  expect(errors).toEqual([])
  await page.context().close()
})

test('a missing page answers in Chinese', async () => {
  const { page } = await openPage(browser, real.origin)
  const answer = await page.goto(`${real.url}units/nobody.html`)
  expect(answer?.status()).toBe(404)
  expect(await page.textContent('h1')).toBe('没有找到这个页面')
  await page.context().close()
})
