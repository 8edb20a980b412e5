import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parse } from 'csv-parse/sync'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, openPage, visit } from '../support/browser.ts'
import { serve, type Served } from '../support/serve.ts'

let browser: Browser
let real: Served

beforeAll(async () => {
  ;[browser, real] = await Promise.all([openBrowser(), serve(inject('sites').real)])
})
afterAll(async () => {
  await Promise.all([browser.close(), real.close()])
})

test('a filter applies at once, is counted and is kept in the address', async () => {
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

test('a shared address applies its filters, and an anchor shows everything', async () => {
  const { page } = await openPage(browser, real.origin)
  await page.goto(`${real.url}issues.html#area=media&unit=xuzhou`)
  expect(await page.locator('article.issue:visible').count()).toBe(1)
  await page.goto(`${real.url}issues.html#issue-2024-q1-05`)
  await expect.poll(() => page.locator('article.issue:visible').count()).toBe(7)
  await page.context().close()
})

test('without scripts the lists by facet are one click away', async () => {
  const { page } = await openPage(browser, real.origin, { javaScriptEnabled: false })
  await page.goto(`${real.url}issues.html`)
  expect(await page.locator('form:visible').count()).toBe(0)
  await page.getByText(/^按.*查看$/).click()
  await page.getByRole('link', { name: /^政务新媒体（\d+项）$/ }).click()
  await page.waitForURL(`${real.url}issues/area/media.html`)
  expect(await page.textContent('main')).toContain('叙州教育')
  await page.context().close()
})

test.each(['issues.html', 'self-inspections/2024-q2.html'])(
  'on a phone, two lists of the filter stand beside each other, in large text one: %s',
  async (path) => {
    const { page } = await openPage(browser, real.origin, {
      viewport: { width: 360, height: 740 },
    })
    await visit(page, real.url + path)
    const columns = async () => {
      const lefts = await page
        .locator('.filter select')
        .evaluateAll((all) => all.map((list) => Math.round(list.getBoundingClientRect().left)))
      return new Set(lefts).size
    }
    expect(await columns()).toBe(2)
    await page.evaluate(() => {
      document.documentElement.dataset['text'] = 'largest'
    })
    expect(await columns()).toBe(1)
    await page.context().close()
  },
)

test('a list with several pages is filtered, too: all issues are fetched on first use', async () => {
  const demo = await serve(inject('sites').demo, '/xxgk/jcgk/')
  const { page, foreign, errors } = await openPage(browser, demo.origin)
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  await visit(page, `${demo.url}issues.html`)
  expect(fetched.filter((url) => url.endsWith('issue-list.json'))).toEqual([])
  const status = page.getByRole('status')
  const whole = (await status.textContent()) ?? ''
  const all = Number(/^共(\d+)项问题。$/.exec(whole)?.[1])
  expect(all).toBeGreaterThan(await page.locator('article.issue').count())

  const unit = page.getByLabel('单位', { exact: true })
  await unit.focus()
  await page.keyboard.press('ArrowDown')
  const found = page.locator('.results li:visible')
  await found.first().waitFor()
  const shown = await found.count()
  expect(await status.textContent()).toBe(`共${String(all)}项问题，显示其中${String(shown)}项。`)
  expect(page.url()).toContain(`#unit=${await unit.inputValue()}`)
  expect(await page.locator('article.issue:visible').count()).toBe(0)
  const shared = page.url()

  await page.getByRole('button', { name: '显示全部' }).click()
  await page.locator('article.issue').first().waitFor()
  expect(await found.count()).toBe(0)
  expect(await status.textContent()).toBe(whole)

  await page.goto('about:blank')
  await page.goto(shared)
  await expect.poll(() => found.count()).toBe(shown)
  await found.first().getByRole('link').click()
  await page.waitForURL(/\/xxgk\/jcgk\/issues\/\d{4}-q\d-\d+\.html$/)
  expect({ foreign, errors }).toEqual({ foreign: [], errors: [] })
  await page.context().close()
  await demo.close()
})

test('when the issues cannot be fetched, the lists by facet remain and the filter is hidden', async () => {
  const file = pathToFileURL(join(inject('sites').demo, 'issues.html')).href
  const { page, errors } = await openPage(browser)
  await page.goto(file)
  expect(await page.locator('form:visible').count()).toBe(0)
  await page.locator('main summary').first().click()
  expect(await page.getByRole('link', { name: /^政务新媒体（\d+项）$/ }).count()).toBe(1)
  expect(errors).toEqual([])
  await page.context().close()
})

test('the rows of a selection are downloaded as published, in the order of the page', async () => {
  const { page, errors } = await openPage(browser, real.origin)
  await page.goto(`${real.url}issues.html`)
  const button = page.getByRole('button', { name: '下载所选（CSV）' })
  // Without a filter there is no selection; the whole table is linked below the list.
  expect(await button.isVisible()).toBe(false)
  await page.getByLabel('领域', { exact: true }).selectOption('media')
  const shown = await page
    .locator('article.issue:visible')
    .evaluateAll((entries) => entries.map(({ id }) => id.replace('issue-', '')))
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  const rowsOf = (text: string) =>
    parse(text, { bom: true, columns: true }) as Record<string, string>[]
  expect(download.suggestedFilename()).toBe('问题-政务新媒体.csv')
  const rows = rowsOf(readFileSync(await download.path(), 'utf8'))
  expect(rows.map((row) => row['编号'])).toEqual(shown)
  const all = rowsOf(readFileSync(join(inject('sites').real, 'data/all/issues.csv'), 'utf8'))
  expect(all).toEqual(expect.arrayContaining(rows))
  expect(errors).toEqual([])
  await page.goto(`${real.url}self-inspections/2024-q2.html#tier=county`)
  const units = await page.locator('[data-filtered]:visible').count()
  const [register] = await Promise.all([page.waitForEvent('download'), button.click()])
  expect(rowsOf(readFileSync(await register.path(), 'utf8'))).toHaveLength(units)
  await page.context().close()
})

test('a selection that cannot be downloaded is said in words, and can be tried again', async () => {
  const { page } = await openPage(browser, real.origin)
  await page.goto(`${real.url}issues.html#area=media`)
  const button = page.getByRole('button', { name: '下载所选（CSV）' })
  await page.route('**/*.csv', (route) => route.abort())
  await button.click()
  await page.getByRole('alert').getByText('没有下载成功').waitFor()
  expect(await button.isVisible()).toBe(true)
  await page.unroute('**/*.csv')
  await Promise.all([page.waitForEvent('download'), button.click()])
  expect(await page.getByRole('alert').count()).toBe(0)
  await page.context().close()
})

test('what is printed of a filtered list is the choice, named below the title', async () => {
  const { page } = await openPage(browser, real.origin)
  await page.emulateMedia({ media: 'print' })
  for (const [address, words, rows] of [
    ['issues.html#area=media', '按所选列出（领域：政务新媒体）。共', 'article.issue'],
    ['self-inspections/2024-q2.html#tier=county', '按所选列出（类别：', 'tr[data-filtered]'],
  ] as const) {
    await page.goto('about:blank')
    await page.goto(real.url + address)
    const head = page.locator('h1 + .filter-printed')
    await head.waitFor()
    expect(await head.textContent()).toContain(words)
    const shown = await page.locator(`${rows}:visible`).count()
    expect(await head.textContent()).toContain(`显示其中${shown}`)
    expect(shown).toBeLessThan(await page.locator(rows).count())
    expect(await page.locator('form').first().isVisible()).toBe(false)
  }
  // A whole list has nothing to say.
  await page.goto('about:blank')
  await page.goto(`${real.url}issues.html`)
  expect(await page.locator('.filter-printed').textContent()).toBe('')
  await page.context().close()
})
