import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, openPage } from '../support/browser.ts'
import { serve, type Served } from '../support/serve.ts'

let browser: Browser
let official: Served

beforeAll(async () => {
  ;[browser, official] = await Promise.all([openBrowser(), serve(inject('sites').official)])
})
afterAll(async () => {
  await Promise.all([browser.close(), official.close()])
})

test('a reader copies the address of an issue and hears that it is copied', async () => {
  const { page, errors } = await openPage(browser, official.origin)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`${official.url}issues/2025-q1-01.html`)
  await page.getByRole('button', { name: '复制本页网址' }).click()
  await page.getByText('已复制').waitFor()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(`${official.url}issues/2025-q1-01.html`)
  expect(errors).toEqual([])
  await page.context().close()
})

test('without scripts there are no dead buttons, and the QR code is still shown', async () => {
  const { page } = await openPage(browser, official.origin, { javaScriptEnabled: false })
  await page.goto(`${official.url}issues/2025-q1-01.html`)
  expect(await page.getByRole('button').count()).toBe(0)
  expect(await page.getByRole('img', { name: '本页网址的二维码' }).isVisible()).toBe(true)
  await page.context().close()
})
