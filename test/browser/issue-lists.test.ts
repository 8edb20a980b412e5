import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, openPage } from '../support/browser.ts'
import { serve, type Served } from '../support/serve.ts'

let browser: Browser
let real: Served

beforeAll(async () => {
  ;[browser, real] = await Promise.all([openBrowser(), serve(inject('sites').real)])
})
afterAll(async () => {
  await Promise.all([browser.close(), real.close()])
})

test('a choice narrows the list at once, is counted and stands in the address', async () => {
  const { page, errors } = await openPage(browser, real.origin)
  await page.goto(`${real.url}issues.html`)
  const entries = page.locator('article.issue:visible')
  const status = page.getByRole('status')
  expect(await status.textContent()).toBe('共7项问题。')
  expect(await entries.count()).toBe(7)

  await page.getByLabel('领域', { exact: true }).focus()
  await page.keyboard.press('ArrowDown')
  const area = await page.getByLabel('领域', { exact: true }).inputValue()
  const shown = await entries.count()
  expect(shown).toBeLessThan(7)
  expect(await status.textContent()).toBe(`共7项问题，显示其中${shown}项。`)
  expect(page.url()).toMatch(new RegExp(`issues\\.html#area=${area}$`))
  expect(await page.locator('h3:visible').count()).toBeLessThan(await page.locator('h3').count())

  await page.getByRole('button', { name: '显示全部' }).click()
  await expect.poll(() => entries.count()).toBe(7)
  expect(page.url()).toBe(`${real.url}issues.html`)
  expect(errors).toEqual([])
  await page.context().close()
})

test('a shared address shows what its sender saw, and one of a place on the page shows everything', async () => {
  const { page } = await openPage(browser, real.origin)
  await page.goto(`${real.url}issues.html#area=media&unit=xuzhou`)
  expect(await page.locator('article.issue:visible').count()).toBe(1)
  await page.goto(`${real.url}issues.html#issue-2024-q1-05`)
  await expect.poll(() => page.locator('article.issue:visible').count()).toBe(7)
  await page.context().close()
})

test('without scripts the lists of the main cuts are one step away', async () => {
  const { page } = await openPage(browser, real.origin, { javaScriptEnabled: false })
  await page.goto(`${real.url}issues.html`)
  expect(await page.locator('form:visible').count()).toBe(0)
  await page.locator('summary').click()
  await page.getByRole('link', { name: /^政务新媒体（\d+项）$/ }).click()
  expect(page.url()).toBe(`${real.url}issues/area/media.html`)
  expect(await page.textContent('main')).toContain('叙州教育')
  await page.context().close()
})
