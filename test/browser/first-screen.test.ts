import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, openPage, visit } from '../support/browser.ts'
import { serve, type Served } from '../support/serve.ts'

const folders = inject('sites')
const names = ['real', 'demo', 'official'] as const
let browser: Browser
let served: Record<(typeof names)[number], Served>
beforeAll(async () => {
  browser = await openBrowser()
  const [real, demo, official] = await Promise.all([
    serve(folders.real),
    serve(folders.demo),
    serve(folders.official),
  ])
  served = { real, demo, official }
})
afterAll(async () => {
  await Promise.all([browser.close(), ...Object.values(served).map((one) => one.close())])
})

const open = async (name: keyof typeof served, path: string, width: number, height: number) => {
  const { page } = await openPage(browser, served[name].origin, { viewport: { width, height } })
  await visit(page, served[name].url + path)
  return page
}

/** The lowest edge of the elements of a selector; 0 where there is none. */
const bottomOf = (page: Page, selector: string) =>
  page
    .locator(selector)
    .evaluateAll((all) =>
      Math.max(0, ...all.map((element) => element.getBoundingClientRect().bottom)),
    )

/** The places where a visible line begins with a mark that ends or divides a sentence. */
const linesBegunByMarks = (page: Page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const topOf = (text: Text, at: number): number => {
      const range = document.createRange()
      range.setStart(text, at)
      range.setEnd(text, at + 1)
      return range.getBoundingClientRect().top
    }
    const found: string[] = []
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node as Text
      if (text.parentElement?.checkVisibility() !== true) continue
      for (const { index } of text.data.matchAll(/(?<=[^\s])[，。；：、）》”]/g))
        if (topOf(text, index) > topOf(text, index - 1) + 5)
          found.push(text.data.slice(Math.max(0, index - 6), index + 3))
    }
    return found
  })

test.each(['index.html', 'deadlines.html', 'openness/2024.html', 'units/li-jiang.html'])(
  'no line begins with a comma, a full stop or a closing mark: %s',
  async (path) => {
    for (const width of [360, 768, 1280]) {
      const page = await open('demo', path, width, 800)
      expect(await linesBegunByMarks(page), `${path} ${width}`).toEqual([])
      await page.context().close()
    }
  },
)

test('four figures of the home page stand in one row, in two or below each other, never three and one', async () => {
  for (const [width, perRow] of [
    [360, 1],
    [640, 2],
    [768, 2],
    [1000, 2],
    [1280, 4],
  ] as const) {
    const page = await open('demo', 'index.html', width, 800)
    const tops = await page
      .locator('.figures > .figure')
      .evaluateAll((all) => all.map((figure) => Math.round(figure.getBoundingClientRect().top)))
    const rows = [...Map.groupBy(tops, (top) => top).values()].map((row) => row.length)
    expect({ width, rows }).toEqual({ width, rows: Array(4 / perRow).fill(perRow) })
    await page.context().close()
  }
})

describe('ten seconds on the home page', () => {
  test.each([
    [360, 740],
    [1280, 800],
  ])(
    'the first screen says period, who, how many, better or worse, and what is due: %i × %i',
    async (width, height) => {
      const page = await open('demo', 'index.html', width, height)
      expect(await page.locator('h1').textContent()).toContain('2024年第四季度')
      expect(await page.locator('.page-head-lead').textContent()).toMatch(
        /办公室检查了\d+家政府网站和\d+个.*账号/,
      )
      const [change, due] = await page.locator('.head-note').allTextContents()
      expect(change?.replace(/\s+/g, '')).toContain('政务新媒体合格率+0.6个百分点')
      expect(due).toContain('2024年12月20日前')
      expect(await bottomOf(page, '.head-note')).toBeLessThan(height)
      await page.context().close()
    },
  )

  test('where every deadline has passed, the last one is named, and nobody is accused', async () => {
    const page = await open('real', 'index.html', 360, 740)
    const [due = ''] = await page.locator('.head-note').allTextContents()
    expect(due.replace(/\s+/g, '')).toContain('最近的期限2024年6月6日前已过1天')
    expect(due).not.toMatch(/逾期|未公开|迟/)
    await page.context().close()
  })

  test.each(names)('no empty column stands beside the next list: the %s site', async (name) => {
    const page = await open(name, 'index.html', 1280, 800)
    const [main, side] = [
      await bottomOf(page, '.columns-main > *'),
      await bottomOf(page, '.columns-side > *'),
    ]
    expect(side - main).toBeLessThan(200)
    await page.context().close()
  })
})

test.each(['real', 'demo'] as const)(
  'on a phone, units are listed from the first screen on: the %s site',
  async (name) => {
    const page = await open(name, 'units.html', 360, 740)
    const first = await page.locator('main tbody th a').first().boundingBox()
    expect(first?.y ?? 999).toBeLessThan(740)
    await page.context().close()
  },
)

describe('an inspection on a phone', () => {
  test.each([
    ['demo', 'inspections/2024-q4.html', 8400],
    ['real', 'inspections/2024-q1.html', 5600],
  ] as const)(
    'each number stands once in the open; the rest folds: %s',
    async (name, path, most) => {
      const page = await open(name, path, 360, 740)
      const height = await page.evaluate(() => document.documentElement.scrollHeight)
      expect(height).toBeLessThan(most)
      // Tables of numbers that cards or charts show are folded; the page has them nevertheless.
      expect(await page.locator('main table').count()).toBeGreaterThan(2)
      expect(await page.locator('main table:visible').count()).toBe(0)
      await page.context().close()
    },
  )
})
