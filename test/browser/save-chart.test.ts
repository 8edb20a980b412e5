import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, openPage } from '../support/browser.ts'
import { serve, type Served } from '../support/serve.ts'

const { official } = inject('sites')
let browser: Browser
let served: Served

beforeAll(async () => {
  ;[browser, served] = await Promise.all([openBrowser(), serve(official)])
})
afterAll(async () => {
  await Promise.all([browser.close(), served.close()])
})

test('a reader saves a chart as a PNG twice as large as its SVG file', async () => {
  const { page, errors } = await openPage(browser, served.origin)
  await page.goto(`${served.url}inspections/2025-q1.html`)
  const figure = page.locator('figure[data-chart]').first()
  const drawing = (await figure.locator('a[href$=".svg"]').getAttribute('href')) ?? ''
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    figure.getByRole('button', { name: '另存为PNG' }).click(),
  ])
  expect(download.suggestedFilename()).toBe(drawing.replace(/^.*\//, '').replace('.svg', '.png'))
  const picture = readFileSync(await download.path())
  expect(picture.subarray(1, 4).toString()).toBe('PNG')
  // The first chunk of a PNG file begins with its size.
  const [width, height] = [picture.readUInt32BE(16), picture.readUInt32BE(20)]
  const svg = await (await fetch(new URL(drawing, page.url()))).text()
  const [, svgWidth, svgHeight] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? []
  expect([width, height]).toEqual([Number(svgWidth) * 2, Number(svgHeight) * 2])
  expect(errors).toEqual([])
  await page.context().close()
})

test('without scripts and from a file, where nothing can be saved, there is no button', async () => {
  const { page } = await openPage(browser, served.origin, { javaScriptEnabled: false })
  await page.goto(`${served.url}inspections/2025-q1.html`)
  expect(await page.getByRole('button', { name: '另存为PNG' }).count()).toBe(0)
  await page.context().close()
  const local = await openPage(browser)
  await local.page.goto(pathToFileURL(join(official, 'inspections/2025-q1.html')).href)
  expect(await local.page.getByRole('button', { name: '另存为PNG' }).count()).toBe(0)
  await local.page.context().close()
})
