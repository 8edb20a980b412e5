import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, openPage, visit } from '../support/browser.ts'
import { representatives } from '../support/page-kinds.ts'
import { serve } from '../support/serve.ts'
import { readSite } from '../support/site.ts'

const sites = inject('sites')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
})

test.each(['real', 'demo'] as const)(
  'on a phone, no table of the %s site hides a column at its edge, except the dictionary, those of a document and the rounds of units, and no label of a card stands alone on its line',
  async (name) => {
    const served = await serve(sites[name])
    const { page } = await openPage(browser, served.origin, {
      viewport: { width: 360, height: 740 },
    })
    const cut: string[] = []
    const alone: string[] = []
    for (const path of [...representatives(readSite(sites[name])).values()].flat()) {
      await visit(page, served.url + path)
      const found = await page.evaluate(() => {
        for (const part of document.querySelectorAll('main details')) part.setAttribute('open', '')
        return (
          [...document.querySelectorAll('.table-frame')]
            .filter((frame) => frame.closest('#dictionary, .document, .prose, .rounds') === null)
            // Punctuation at the end of a line may hang by less than half a character.
            .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 8)
            .map((frame) => frame.querySelector('caption')?.textContent ?? '')
        )
      })
      cut.push(...found.map((caption) => `${path}: ${caption}`))
      const labels = await page.evaluate(() =>
        [...document.querySelectorAll('.cards td[data-label]')]
          // Long lists of units fold away below their label.
          .filter((cell) => cell.querySelector('details') === null)
          .filter((cell) => {
            const range = document.createRange()
            range.selectNodeContents(cell)
            const [first] = [...range.getClientRects()].filter(({ height }) => height > 0)
            return first !== undefined && first.top > cell.getBoundingClientRect().top + 20
          })
          .map((cell) => cell.getAttribute('data-label')),
      )
      alone.push(...new Set(labels.map((label) => `${path}: ${label}`)))
    }
    expect({ cut, alone }).toEqual({ cut: [], alone: [] })
    await page.context().close()
    await served.close()
  },
)

test('at 1280 pixels no ledger of a unit is cut off, and no date takes three lines', async () => {
  const served = await serve(sites.demo)
  const { page } = await openPage(browser, served.origin, {
    viewport: { width: 1280, height: 900 },
  })
  for (const path of ['units/li-jiang_2.html', 'rectification.html', 'openness/2023.html']) {
    await page.goto(served.url + path)
    const found = await page.evaluate(() => {
      for (const part of document.querySelectorAll('main details')) part.setAttribute('open', '')
      const frames = [...document.querySelectorAll('.table-frame')]
      return {
        cut: frames.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 8).length,
        high: frames.flatMap((frame) =>
          [...frame.querySelectorAll('td')]
            .filter((cell) => /^\d{4}年\d+月\d+日$/.test(cell.textContent.trim()))
            .filter((cell) => {
              const range = document.createRange()
              range.selectNodeContents(cell)
              // A day on which all were notified takes one line, others two.
              const lines = cell.getAttribute('data-label') === '通知整改' ? 1 : 2
              return range.getBoundingClientRect().height > 35 * lines
            })
            .map((cell) => cell.textContent),
        ),
      }
    })
    expect({ path, ...found }).toEqual({ path, cut: 0, high: [] })
  }
  await page.context().close()
  await served.close()
})

test('a row of a wide table is a card on a phone, whose values have their labels, and a row for everybody else', async () => {
  const served = await serve(sites.demo)
  const { page } = await openPage(browser, served.origin, { viewport: { width: 360, height: 740 } })
  await visit(page, `${served.url}inspections.html`)
  const frame = page.locator('.table-frame').first()
  const heads = await frame.locator('thead th').allTextContents()
  const labels = await frame
    .locator('tbody tr')
    .first()
    .locator('td')
    .evaluateAll((cells) =>
      cells.map((cell) => getComputedStyle(cell, '::before').content.replace(/["' ：]/g, '')),
    )
  expect(labels).toEqual(heads.slice(1))
  expect(await frame.getByRole('row').count()).toBeGreaterThan(2)
  expect(await frame.getByRole('rowheader').count()).toBe(await frame.locator('tbody th').count())
  await page.setViewportSize({ width: 1280, height: 800 })
  expect(
    await frame
      .locator('tbody td')
      .first()
      .evaluate((cell) => getComputedStyle(cell).display),
  ).toBe('table-cell')
  await page.context().close()
  await served.close()
})
