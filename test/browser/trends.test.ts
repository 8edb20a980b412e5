import { readFileSync } from 'node:fs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, openPage } from '../support/browser.ts'
import { serve, type Served } from '../support/serve.ts'

let browser: Browser
let served: Served

beforeAll(async () => {
  ;[browser, served] = await Promise.all([openBrowser(), serve(inject('sites').demo)])
})
afterAll(async () => {
  await Promise.all([browser.close(), served.close()])
})

/** What readers see of each chart: its title, the rows of its table, and the drawn pixels. */
const charts = (page: Page) =>
  page.locator('figure[data-chart]').evaluateAll((figures) =>
    figures.map((figure) => {
      const shown = (selector: string) =>
        [...figure.querySelectorAll<HTMLElement>(selector)].filter((one) => !one.hidden)
      return {
        id: figure.id,
        title: figure.querySelector('.chart-title')?.textContent ?? '',
        fold: figure.querySelector('summary')?.textContent ?? '',
        rows: shown('tbody tr').length,
        heads: shown('thead th').map((head) => head.textContent.trim()),
        labels: shown('.chart-categories span').map((label) => label.textContent),
        scale: shown('.chart-values span').map((label) => label.textContent),
        isDrawn: figure.classList.contains('chart-drawn'),
        picture: figure.querySelector('canvas')?.toDataURL() ?? '',
      }
    }),
  )

/** Opens the page of trends, and waits until each of its charts is drawn. */
async function open(hash = '') {
  const opened = await openPage(browser, served.origin, {
    viewport: { width: 1280, height: 9000 },
  })
  await opened.page.goto(`${served.url}trends.html${hash}`)
  await expect
    .poll(async () => (await charts(opened.page)).every(({ isDrawn }) => isDrawn))
    .toBe(true)
  return opened
}

const byId = <T extends { id: string }>(list: readonly T[], id: string): T => {
  const found = list.find((one) => one.id === `chart-${id}`)
  if (found === undefined) throw new Error(`No chart ${id}`)
  return found
}

test('the last four rounds, chosen by keyboard, redraw all seven charts and their titles', async () => {
  const { page, errors } = await open()
  const before = await charts(page)
  expect(before.length).toBe(7)
  await page.getByLabel('期数').focus()
  await page.keyboard.press('ArrowDown')
  expect(page.url()).toBe(`${served.url}trends.html#range=4`)
  await expect
    .poll(async () => {
      const now = await charts(page)
      return now.filter(({ picture, isDrawn }, n) => isDrawn && picture !== before[n]?.picture)
        .length
    })
    .toBe(7)
  const after = await charts(page)
  for (const { id, rows, fold } of after) {
    if (id !== 'chart-trend-kinds') expect([id, rows]).toEqual([id, 4])
    expect([id, fold]).toEqual([id, `数据表（${rows}行）`])
  }
  expect(byId(after, 'trend-kinds').title).toMatch(/^近4期问题最多的类别/)
  expect(byId(after, 'trend-settled').title).toMatch(/^近4期的问题/)
  // Quarters stay short, with the year under the first of them.
  expect(byId(after, 'pass-rates').labels).toEqual(['1季\n2024年', '2季', '3季', '4季'])
  expect(await page.getByRole('status').first().textContent()).toBe('图和表已按所选更新。')
  expect(errors).toEqual([])
  await page.context().close()
})

test('areas and tiers leave out series and kinds of others, and the last one stays', async () => {
  const { page, errors } = await open()
  const before = await charts(page)
  const areas = page.getByRole('group', { name: /^领域/ })
  const tiers = page.getByRole('group', { name: /^层级/ })
  for (const name of await areas.locator('label').allTextContents())
    if (name.trim() !== '政府网站') await areas.getByLabel(name.trim()).press('Space')
  for (const name of await tiers.locator('label').allTextContents())
    if (name.trim() !== '县（区）') await tiers.getByLabel(name.trim()).press('Space')
  expect(page.url()).toMatch(/trends\.html#areas=[\w-]+&tiers=[\w-]+$/)
  const after = await charts(page)
  expect(byId(after, 'pass-rates').heads).toEqual(['检查期', '政府网站'])
  expect(byId(after, 'pass-rates').title).not.toContain('政务新媒体')
  expect(byId(after, 'trend-tiers').heads).toEqual(['检查期', '县（区）'])
  expect(byId(after, 'trend-tiers').title).toMatch(/县（区）(\d+项次|没有)$/)
  // Fewer are named, so the scale is another one.
  expect(byId(after, 'trend-tiers').scale).not.toEqual(byId(before, 'trend-tiers').scale)
  expect(byId(after, 'trend-kinds').rows).toBeLessThan(byId(before, 'trend-kinds').rows)

  await areas.getByLabel('政府网站').press('Space')
  expect(await areas.getByLabel('政府网站').isChecked()).toBe(true)
  await expect.poll(() => page.getByText('至少选一项。').isVisible()).toBe(true)
  expect((await charts(page)).map(({ title }) => title)).toEqual(after.map(({ title }) => title))
  expect(errors).toEqual([])
  await page.context().close()
})

test('an address shows what it names, on load and when it changes, and nothing unknown', async () => {
  const { page } = await open('#range=8')
  expect(byId(await charts(page), 'pass-rates').rows).toBe(8)
  expect(await page.getByLabel('期数').inputValue()).toBe('8')
  await page.evaluate(() => {
    location.hash = '#range=4'
  })
  await expect.poll(async () => byId(await charts(page), 'pass-rates').rows).toBe(4)
  await page.evaluate(() => {
    location.hash = '#range=5&areas=no-such-area'
  })
  await expect.poll(async () => byId(await charts(page), 'pass-rates').rows).toBeGreaterThan(8)
  expect(byId(await charts(page), 'pass-rates').heads.length).toBeGreaterThan(2)
  await page.context().close()
})

test('areas without a rate have no picture of rates, and the title says so', async () => {
  const { page } = await open()
  const areas = page.getByRole('group', { name: /^领域/ })
  await areas.getByLabel('政府网站').uncheck()
  await areas.getByLabel('政务新媒体').uncheck()
  const rates = page.locator('#chart-pass-rates')
  expect(await rates.locator('.chart-title').textContent()).toBe('所选领域没有可以对比的合格率')
  expect(await rates.locator('.chart-region').isVisible()).toBe(false)
  await areas.getByLabel('政府网站').check()
  await expect.poll(() => rates.locator('canvas').isVisible()).toBe(true)
  await page.context().close()
})

test('in forced colours and in print, the table of what was chosen stands for the picture', async () => {
  const { page } = await openPage(browser, served.origin, { forcedColors: 'active' })
  await page.goto(`${served.url}trends.html#range=4`)
  const rates = page.locator('#chart-pass-rates')
  await expect.poll(() => rates.locator('table').isVisible()).toBe(true)
  expect(await rates.locator('tbody tr:visible').count()).toBe(4)
  expect(await rates.locator('.chart-region').isVisible()).toBe(false)
  await page.emulateMedia({ media: 'print', forcedColors: 'none' })
  const kinds = page.locator('#chart-trend-kinds')
  expect(await kinds.locator('.chart-region').isVisible()).toBe(false)
  expect(await kinds.locator('table').isVisible()).toBe(true)
  await page.context().close()
})

test('the picture of kinds shows the longest bars, and all of them when asked; the table always has all', async () => {
  for (const javaScriptEnabled of [true, false]) {
    const { page } = await openPage(browser, served.origin, {
      javaScriptEnabled,
      viewport: { width: 360, height: 740 },
    })
    await page.goto(`${served.url}trends.html`)
    const kinds = page.locator('#chart-trend-kinds')
    const bars = kinds.locator('.chart-bar:visible')
    const rows = await kinds.locator('tbody tr').count()
    expect(rows).toBeGreaterThan(15)
    expect(await bars.count()).toBe(10)
    await kinds.getByLabel('图中显示全部').check()
    expect(await bars.count()).toBe(rows)
    await page.context().close()
  }
})

test('of the chosen rounds, the picture shows the kinds with the most issues', async () => {
  const { page } = await open('#range=4')
  const kinds = page.locator('#chart-trend-kinds')
  const values = await kinds
    .locator('tbody tr:not([hidden])')
    .evaluateAll((rows) =>
      rows.map((row) => [
        Number(row.querySelector('td')?.dataset['value']),
        row.hasAttribute('data-tail'),
      ]),
    )
  const shown = values.filter(([, isTail]) => isTail === false).map(([value]) => Number(value))
  const left = values.filter(([, isTail]) => isTail === true).map(([value]) => Number(value))
  expect(shown).toHaveLength(10)
  expect(Math.min(...shown)).toBeGreaterThanOrEqual(Math.max(...left))
  await page.context().close()
})

test('a choice is saved as it is shown, as SVG and PNG, with the address that shows it', async () => {
  const { page, errors } = await open('#range=4')
  const tiers = page.locator('#chart-trend-tiers')
  const link = tiers.getByRole('link', { name: 'SVG', exact: true })
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(file.suggestedFilename()).toBe('trend-tiers.svg')
  const svg = readFileSync(await file.path(), 'utf8')
  const title = (await tiers.locator('.chart-title').textContent()) ?? ''
  expect(svg).toContain(title)
  expect(svg).toContain('trends.html#range=4')
  // Four columns of up to three tiers each.
  const heads = await tiers.locator('tbody tr:not([hidden]) th').allTextContents()
  expect(heads).toHaveLength(4)
  for (const head of heads) expect(svg).toContain(head)

  const [picture] = await Promise.all([
    page.waitForEvent('download'),
    tiers.getByRole('button', { name: '另存为PNG' }).click(),
  ])
  expect(picture.suggestedFilename()).toBe('trend-tiers.png')
  const png = readFileSync(await picture.path())
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? []
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([
    Number(width) * 2,
    Number(height) * 2,
  ])

  // Everything is the file of the site again.
  await page.getByLabel('期数').selectOption('')
  await link.hover()
  expect(await link.getAttribute('href')).toMatch(/charts\/.*trend-tiers\.svg$/)
  expect(errors).toEqual([])
  await page.context().close()
})

test('the picture of a choice has the shapes of the site’s own picture', async () => {
  const { page } = await open('#range=8')
  for (const id of ['pass-rates', 'trend-published']) {
    const figure = page.locator(`#chart-${id}`)
    const link = figure.getByRole('link', { name: 'SVG', exact: true })
    const own = (await link.getAttribute('href')) ?? ''
    await link.hover()
    const chosen = decodeURIComponent((await link.getAttribute('href')) ?? '')
    const site = await (await fetch(new URL(own, page.url()))).text()
    const kinds = (svg: string) =>
      new Set(svg.match(/<(circle|path|rect|text)\b|fill="(#\w+|url)|stroke-dasharray/g))
    expect([...kinds(chosen)].sort()).toEqual([...kinds(site)].sort())
  }
  await page.context().close()
})
