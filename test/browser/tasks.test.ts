import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, openPage } from '../support/browser.ts'
import { serve, type Served } from '../support/serve.ts'

// The tasks of an officer and of a reporter, on the fictional city. Each click is counted.
let browser: Browser
let demo: Served
beforeAll(async () => {
  ;[browser, demo] = await Promise.all([openBrowser(), serve(inject('sites').demo)])
})
afterAll(async () => {
  await Promise.all([browser.close(), demo.close()])
})

/** Opens the home page and clicks on links by their names. */
async function afterClicks(...names: readonly (string | RegExp)[]): Promise<Page> {
  const { page } = await openPage(browser, demo.origin)
  await page.goto(demo.url)
  for (const name of names) {
    const before = page.url()
    await page.getByRole('link', { name }).first().click()
    await page.waitForURL(({ href }) => href !== before)
  }
  return page
}

/** The rows of the CSV that a link downloads. */
async function rowsBehind(page: Page, name: string | RegExp): Promise<Record<string, string>[]> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name }).first().click(),
  ])
  const text = readFileSync(await download.path(), 'utf8')
  return parse(text, { bom: true, columns: true })
}

describe('an officer on Monday', () => {
  test('sees in one click and one screen who is late and what is due', async () => {
    const page = await afterClicks('期限')
    const list = page.locator('main .register').first()
    const box = await list.boundingBox()
    expect((box?.y ?? 900) + (box?.height ?? 0)).toBeLessThan(900)
    const states = await list.locator('.chip').allTextContents()
    expect(states[0]).toContain('经核查未公开')
    expect(states.join()).toContain('今日（2024年12月20日）到期')
    await list.getByRole('link', { name: '例山县' }).click()
    await page.waitForURL(/units\/li-shan\.html/)
    // An overdue duty stands first among the duties of its unit.
    expect(await page.locator('.deadline .chip').first().textContent()).toContain('经核查未公开')
    await page.context().close()
  })
})

describe.each([360, 1280])('an officer or clerk at %i px', (width) => {
  test('comes with one tap from the top of the deadlines to what is due within a week', async () => {
    const { page } = await openPage(browser, demo.origin, { viewport: { width, height: 740 } })
    await page.goto(`${demo.url}deadlines.html`)
    const link = page.getByRole('link', { name: /^一周内（.*12月27日）到期\d+项$/ })
    const { y = 999 } = (await link.boundingBox()) ?? {}
    expect(y).toBeLessThan(740)
    await link.click()
    const first = page.locator('#list-due')
    await expect
      .poll(async () => {
        const box = await first.boundingBox()
        return box !== null && box.y >= -1 && box.y + box.height < 740
      })
      .toBe(true)
    expect(await first.locator('.chip').textContent()).toContain('今日（2024年12月20日）到期')
    await page.context().close()
  })

  test('sees who was late in the year on the first screen of the home page, one tap away', async () => {
    const { page } = await openPage(browser, demo.origin, { viewport: { width, height: 740 } })
    await page.goto(demo.url)
    const link = page.getByRole('link', {
      name: /^2024年晚于期限、经核查未公开和本站未收录的\d+份次$/,
    })
    const box = await link.boundingBox()
    expect((box?.y ?? 999) + (box?.height ?? 0)).toBeLessThan(740)
    await link.click()
    await page.waitForURL(/publication\/2024\.html$/)
    await page.context().close()
  })
})

describe('a reporter', () => {
  test('finds all units late in 2024 in two clicks, and their rows as a file', async () => {
    const page = await afterClicks('自查整改公开台账', '2024年晚于期限和未收录的自查公开')
    const shown = await page.locator('main tbody tr').count()
    expect(shown).toBeGreaterThan(15)
    const rows = await rowsBehind(page, /晚于期限和未收录的自查公开，CSV/)
    expect(rows.length).toBe(shown)
    expect(rows.filter((row) => row['状态编号'] === 'late').length).toBeGreaterThanOrEqual(15)
    await page.context().close()
  })

  test('gets the rates of all rounds as rows and as a picture in two clicks', async () => {
    const page = await afterClicks('历次对比')
    const [csv, svg] = [
      page.locator('a[href$=".csv"]').first(),
      page.locator('a[href$=".svg"]').first(),
    ]
    expect([await csv.count(), await svg.count()]).toEqual([1, 1])
    await page.context().close()
  })

  test('sees in two clicks which kinds of problems come up again', async () => {
    const page = await afterClicks('按检查指标查看')
    const rounds = await page.locator('main tbody tr td:nth-child(2)').allTextContents()
    expect(rounds.filter((count) => Number(count) > 1).length).toBeGreaterThan(5)
    await page.locator('main tbody th a').first().click()
    for (const heading of ['各期', '点名的单位', '整改'])
      await page.getByRole('heading', { name: heading, exact: true }).waitFor()
    await page.context().close()
  })
})

/** The most keys that a reader presses from the home page to a unit's own report. */
const maxKeys = 30

/** A keyboard that counts the keys pressed; a typed character is a key. */
function countingKeyboard(page: Page) {
  let keys = 0
  const press = async (key: string): Promise<void> => {
    keys++
    await page.keyboard.press(key)
  }
  const focused = () =>
    page.evaluate(() => ({
      tag: document.activeElement?.tagName ?? '',
      text: document.activeElement?.textContent?.trim() ?? '',
    }))
  return {
    count: () => keys,
    press,
    type: async (text: string): Promise<void> => {
      keys += text.length
      await page.keyboard.type(text)
    },
    /** Presses Tab until the focused element is the one that is looked for. */
    tabTo: async (isIt: (at: { tag: string; text: string }) => boolean): Promise<void> => {
      do {
        if (keys > 100) throw new Error('out of reach of the keyboard')
        await press('Tab')
      } while (!isIt(await focused()))
    },
  }
}

describe.each([360, 1280])('a reader with a keyboard at %i px', (width) => {
  const home = async (): Promise<Page> => {
    const { page } = await openPage(browser, demo.origin, { viewport: { width, height: 800 } })
    await page.goto(demo.url)
    return page
  }

  test(`comes from the home page to a unit’s report in at most ${maxKeys} keys, by the choice of the unit`, async () => {
    const page = await home()
    const { count, press, tabTo } = countingKeyboard(page)
    await press('Tab')
    await press('Enter')
    await tabTo(({ tag }) => tag === 'SELECT')
    const chosen = () =>
      page.evaluate(() => (document.activeElement as HTMLSelectElement).selectedOptions[0]?.text)
    while ((await chosen()) !== '例江县') await press('ArrowDown')
    await page.getByText('最新的报告').waitFor()
    await tabTo(({ text }) => /^例江县2024年第四季度/.test(text))
    await press('Enter')
    await page.waitForURL(/self-inspections\/2024-q4\/li-jiang\.html$/)
    expect(count()).toBeLessThanOrEqual(maxKeys)
    await page.context().close()
  })

  test(`comes there in at most ${maxKeys} keys by the search, for any unit`, async () => {
    const page = await home()
    const { count, press, type, tabTo } = countingKeyboard(page)
    await tabTo(({ text }) => text === '搜索')
    await press('Enter')
    await page.waitForURL(/search\.html$/)
    await press('Tab')
    await press('Enter')
    await tabTo(({ tag }) => tag === 'INPUT')
    await type('市统计局自查')
    await press('Enter')
    const report = /^市统计局2024年.*自查/
    await page.locator('.search-results .results a').filter({ hasText: report }).first().waitFor()
    await tabTo(({ text }) => report.test(text))
    await press('Enter')
    await page.waitForURL(/self-inspections\/2024-[^/]+\/tongji\.html$/)
    expect(count()).toBeLessThanOrEqual(maxKeys)
    await page.context().close()
  })
})
