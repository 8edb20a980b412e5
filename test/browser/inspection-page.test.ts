import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { extractText, getDocumentProxy } from 'unpdf'
import { openBrowser, openPage, visit } from '../support/browser.ts'
import { serve, type Served } from '../support/serve.ts'

const { real, demo } = inject('sites')
let browser: Browser
let served: Served
let servedDemo: Served

beforeAll(async () => {
  ;[browser, served, servedDemo] = await Promise.all([openBrowser(), serve(real), serve(demo)])
})
afterAll(async () => {
  await Promise.all([browser.close(), served.close(), servedDemo.close()])
})

test('the bar of an area is drawn to scale, with a mark over a share that is too thin to see', async () => {
  const { page } = await openPage(browser, served.origin)
  await visit(page, `${served.url}inspections/2024-q1.html`)
  // One of 370 accounts failed.
  const bar = page.locator('#media .bar')
  const share = await bar.evaluate((drawn) => {
    const widthOf = (name: string) => drawn.querySelector(name)?.getBoundingClientRect().width ?? 0
    return widthOf('.bar-failed') / widthOf('.bar-total')
  })
  expect(share).toBeCloseTo(1 / 370, 3)
  expect(await bar.locator('.bar-pointer').count()).toBe(1)
  await page.context().close()
})

test('a card says what was found, then who, then in one line how it is judged', async () => {
  const { page } = await openPage(browser, served.origin)
  await page.goto(`${served.url}inspections/2024-q1.html`)
  const card = page.locator('#issue-2024-q1-05')
  const lines = await card.locator('h3, p, .entry-margin').allInnerTexts()
  // The parts of the last line stand apart by their margins.
  expect(lines.map((line) => line.replace(/\s+/g, ''))).toEqual([
    '严重表述错误',
    '叙州教育（微信公众号），叙州区',
    '存在突出问题计入合格率编号2024-q1-05',
  ])
  // What the document does not class has no word for it.
  expect(await page.locator('#issue-2024-q1-03 .chip').count()).toBe(0)
  await page.context().close()
})

test.each([
  ['real', '2024-q1'],
  ['demo', '2024-q4'],
  // The longest of the fictional city, with corrections and twelve findings.
  ['demo', '2023-q1'],
] as const)(
  'a printed inspection has each chart as a picture or as a table, on at most four numbered sheets: %s, %s',
  async (name, id) => {
    const { origin, url } = name === 'real' ? served : servedDemo
    const { page } = await openPage(browser, origin)
    await visit(page, `${url}inspections/${id}.html`)
    await page.emulateMedia({ media: 'print' })
    // A chart whose numbers all stand on the card folds with them, and is not printed.
    for (const figure of await page.locator('figure[data-chart]:not(.no-print *)').all()) {
      const isPicture = await figure.locator('.chart-region').isVisible()
      const isTable = await figure.locator('.chart-data').isVisible()
      expect([isPicture, isTable].filter(Boolean)).toHaveLength(1)
    }
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ preferCSSPageSize: true })))
    expect(pdf.numPages).toBeLessThanOrEqual(4)
    const { text } = await extractText(pdf)
    expect(text.map((words) => /(\d+) \/ (\d+)/.exec(words)?.slice(1, 3).map(Number))).toEqual(
      text.map((_, n) => [n + 1, pdf.numPages]),
    )
    // No sheet has a line or two only.
    expect(Math.min(...text.map((words) => words.replace(/\s/g, '').length))).toBeGreaterThan(100)
    await page.context().close()
  },
)
