import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as cheerio from 'cheerio'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { extractText, getDocumentProxy } from 'unpdf'
import { openBrowser, openPage, visit } from '../support/browser.ts'
import { serve, type Served } from '../support/serve.ts'

const folder = inject('sites').demo
let browser: Browser
let demo: Served
beforeAll(async () => {
  ;[browser, demo] = await Promise.all([openBrowser(), serve(folder)])
})
afterAll(async () => {
  await Promise.all([browser.close(), demo.close()])
})

/** The text of each sheet of a printed page, without spaces. */
async function sheetsOf(path: string): Promise<string[]> {
  const { page } = await openPage(browser, demo.origin)
  await visit(page, demo.url + path)
  const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))
  await page.context().close()
  return (await extractText(pdf)).text.map((text) => text.normalize('NFKC').replace(/\s/g, ''))
}

const textsOf = (path: string, selector: string): string[] => {
  const $ = cheerio.load(readFileSync(join(folder, path), 'utf8'))
  return $(selector)
    .toArray()
    .map((one) => $(one).text().normalize('NFKC').replace(/\s/g, ''))
    .filter((text) => text !== '')
}

/** The texts of elements on paper, with whether each is printed. */
async function onPaper(
  path: string,
  selector: string,
): Promise<[text: string, isThere: boolean][]> {
  const { page } = await openPage(browser, demo.origin)
  await visit(page, demo.url + path)
  await page.emulateMedia({ media: 'print' })
  const found = await page
    .locator(selector)
    .evaluateAll((all) =>
      all.map((one): [string, boolean] => [one.textContent.trim(), one.checkVisibility()]),
    )
  await page.context().close()
  return found
}

test('what changed since the round before is printed with all its links, though a long list is folded', async () => {
  const links = await onPaper('inspections/2024-q4.html', '.changes-links a')
  expect(links.length).toBeGreaterThan(6)
  expect(links.filter(([, isThere]) => !isThere)).toEqual([])
})

test('who is named in a fold of the deadlines is printed', async () => {
  const names = await onPaper('deadlines.html', '.names details a')
  expect(names.length).toBeGreaterThan(5)
  expect(names.filter(([, isThere]) => !isThere)).toEqual([])
})

test('what an inspection folds and does not print is named on paper, with where it is', async () => {
  const path = 'inspections/2024-q4.html'
  const { page } = await openPage(browser, demo.origin)
  await page.goto(demo.url + path)
  const folds = await page
    .locator('details[data-printed]')
    .evaluateAll((all) => all.map((one) => one.querySelector('summary')?.textContent ?? ''))
  await page.context().close()
  expect(folds.filter((title) => title.includes('原文')).length).toBeGreaterThan(1)
  const printed = (await sheetsOf(path)).join('')
  for (const title of folds)
    expect(printed).toContain(`${title.normalize('NFKC').replace(/\s/g, '')}(没有打印,`)
})

test.each([
  'index.html',
  'inspections/2024-q4.html',
  'units/li-jiang.html',
  'deadlines.html',
  'trends.html',
  'indicators.html',
  'publication/2024.html',
])('no sheet ends with a heading: %s', async (path) => {
  const headings = textsOf(path, 'main h2, main h3, main caption, .printed-fold > summary')
  const sheets = await sheetsOf(path)
  const last = sheets
    .slice(0, -1)
    .map((text, n) => text.replace(new RegExp(`${n + 1}/${sheets.length}$`), ''))
  const orphans = last.flatMap((text) => headings.filter((heading) => text.endsWith(heading)))
  expect(orphans).toEqual([])
})
