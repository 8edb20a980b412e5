import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { applyEdit, base, copyOf } from '../support/authored.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { buildSite } from '../support/command.ts'
import { serve, type Served } from '../support/serve.ts'

/** Pages with states that change with the calendar, as they were built on 5 June 2024. */
const pages = [
  'self-inspections/2024-q2.html',
  'units/xuzhou.html',
  'units/caizheng.html',
  'index.html',
  'units.html',
  'corrections.html',
]
const days = ['2024-06-06', '2024-06-07', '2024-06-08']

let browser: Browser
let followed: Served
const pinned = new Map<string, Served>()

const folder = resolve('node_modules/.cache/test-states')

beforeAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  const { data, content } = copyOf(base, folder)
  applyEdit(folder, {
    file: 'data/self-inspections/2024-q2/caizheng.yaml',
    append: 'title: 自查\npublished: 2024-06-03\n',
  })
  applyEdit(folder, {
    file: 'data/inspections/2024-q1.yaml',
    append:
      'corrections:\n  - on: 2024-06-04\n    at: period.label\n    from: 2024年一季度\n    to: 2024年第一季度\n    reason: 与原件的文字不一致\n',
  })
  const build = async (name: string, environment: Record<string, string>): Promise<Served> => {
    const out = join(folder, name)
    buildSite({ data, content }, out, environment)
    return serve(out)
  }
  browser = await openBrowser()
  // Without AS_OF the site is built for the current day, which is already the sixth in Shanghai
  // when it is the fifth in UTC.
  followed = await build('followed', {
    AS_OF: '',
    NODE_OPTIONS: `--import=${pathToFileURL('test/support/fixed-clock.ts').href}`,
    FIXED_CLOCK: '2024-06-04T17:00:00Z',
  })
  for (const day of days) pinned.set(day, await build(day, { AS_OF: day }))
})
afterAll(async () => {
  const all = [followed, ...pinned.values()]
  await Promise.all([browser.close(), ...all.map((served) => served.close())])
  rmSync(folder, { recursive: true, force: true })
})

/** Every state and every number of days on a page */
const states = (page: Page): Promise<string[]> =>
  page.locator('.chip, .entry-margin > p, td').allTextContents()

/** The same of duties, whose order depends on the day of the build. */
const sortedStates = async (page: Page): Promise<string[]> => (await states(page)).sort()

/** A page as a visitor with this clock sees it. */
async function visit<T>(
  site: Served,
  path: string,
  moment: string,
  read: (page: Page) => Promise<T>,
): Promise<T> {
  const { page, errors } = await openPage(browser, site.origin)
  await page.clock.setFixedTime(new Date(moment))
  await page.goto(site.url + path)
  const found = await read(page)
  expect(errors).toEqual([])
  await page.context().close()
  return found
}

describe.each(pages)('%s, built on 5 June', (path) => {
  test.each(days)('shows on %s the states of a site built for that day', async (day) => {
    const served = pinned.get(day)
    if (served === undefined) throw new Error(`no site of ${day}`)
    const read = path.startsWith('units/') ? sortedStates : states
    const wanted = await visit(served, path, `${day}T04:00:00Z`, read)
    expect(await visit(followed, path, `${day}T04:00:00Z`, read)).toEqual(wanted)
  })

  test.each([
    ['on the day itself', '2024-06-05T04:00:00Z'],
    ['for a clock that is slow', '2024-05-01T04:00:00Z'],
  ])('does not change %s', async (_name, moment) => {
    const text = (page: Page) => page.locator('main').textContent()
    const { page } = await openPage(browser, followed.origin, { javaScriptEnabled: false })
    await page.goto(followed.url + path)
    const without = await text(page)
    await page.context().close()
    const seen = await visit(followed, path, moment, async (at) => {
      // Buttons that only scripts offer are not part of the text.
      await at.evaluate(() => {
        for (const status of document.querySelectorAll('[role=status]')) status.textContent = ''
      })
      return text(at)
    })
    expect(seen).toBe(without)
  })
})

const asOf = (page: Page) => page.locator('.as-of').textContent()

test('a page states the day of its states', async () => {
  const seen = await visit(followed, 'index.html', '2024-06-08T04:00:00Z', asOf)
  expect(seen).toBe('截至2024年6月5日，状态按2024年6月8日计算')
})

test.each(days)('the deadlines show on %s the states of a site built for that day', async (day) => {
  const served = pinned.get(day)
  if (served === undefined) throw new Error(`no site of ${day}`)
  const wanted = await visit(served, 'deadlines.html', `${day}T04:00:00Z`, sortedStates)
  expect(await visit(followed, 'deadlines.html', `${day}T04:00:00Z`, sortedStates)).toEqual(wanted)
})

test("the day is the site's, wherever the visitor is", async () => {
  // Half past midnight in Shanghai.
  const seen = await visit(followed, 'index.html', '2024-06-05T16:30:00Z', asOf)
  expect(seen).toBe('截至2024年6月5日，状态按2024年6月6日计算')
})

test('a site built for a set day keeps that day', async () => {
  const served = pinned.get('2024-06-06')
  if (served === undefined) throw new Error('no site')
  const path = 'self-inspections/2024-q2.html'
  const then = await visit(served, path, '2024-06-06T04:00:00Z', states)
  expect(await visit(served, path, '2026-06-06T04:00:00Z', states)).toEqual(then)
})

describe('the register of the demo city', () => {
  let demo: Served
  beforeAll(async () => {
    demo = await serve(inject('sites').demo)
  })
  afterAll(() => demo.close())

  const rows = (page: Page) => page.locator('tr[data-group]:visible')

  test('applies a filter at once, counts the matches, and keeps the filter in its address', async () => {
    const { page, errors } = await openPage(browser, demo.origin)
    await page.goto(`${demo.url}self-inspections/2024-q3.html`)
    await page.getByLabel('状态').selectOption('exempt')
    const shown = await rows(page).count()
    expect(await page.locator('.filter-count').textContent()).toContain(`显示其中${shown}个`)
    expect(await page.locator('tr[data-group]:visible .chip').allTextContents()).toEqual(
      Array<unknown>(shown).fill(expect.stringContaining('免于公开')),
    )
    const { page: other } = await openPage(browser, demo.origin)
    await other.goto(page.url())
    expect(await rows(other).count()).toBe(shown)
    await page.getByRole('button', { name: '显示全部' }).press('Enter')
    await expect.poll(() => rows(page).count()).toBeGreaterThan(shown)
    expect(errors).toEqual([])
    await Promise.all([page.context().close(), other.context().close()])
  })

  test('finds a unit by a part of its name, with the keyboard only', async () => {
    const { page } = await openPage(browser, demo.origin)
    await page.goto(`${demo.url}self-inspections/2024-q3.html`)
    await page.getByLabel('单位名称').focus()
    await page.keyboard.type('财政')
    expect(await rows(page).locator('th').allTextContents()).toEqual([
      expect.stringContaining('市财政局'),
    ])
    await page.context().close()
  })

  test('sorts each list by name and back, and keeps that in its address', async () => {
    const { page, errors } = await openPage(browser, demo.origin)
    await page.goto(`${demo.url}self-inspections/2024-q3.html`)
    const names = (): Promise<string[]> =>
      rows(page)
        .locator('th')
        .allTextContents()
        .then((all) => all.map((name) => name.trim()).filter((name) => /^市.{2,4}局$/.test(name)))
    const office = await names()
    await page.getByLabel('排列次序').selectOption({ label: '名称音序' })
    const sorted = await names()
    expect(sorted).not.toEqual(office)
    expect(sorted).toEqual(office.toSorted(new Intl.Collator('zh-u-co-pinyin').compare))
    expect(page.url()).toMatch(/#order=byName$/)
    await page.getByRole('button', { name: '显示全部' }).click()
    await expect.poll(names).toEqual(office)
    expect(errors).toEqual([])
    await page.context().close()
  })

  test('links from the list of names to the row of a unit, also without scripts', async () => {
    const { page } = await openPage(browser, demo.origin, { javaScriptEnabled: false })
    await page.goto(`${demo.url}self-inspections/2024-q3.html`)
    await page.getByText('按名称音序找单位').click()
    const links = page.locator('details[open] a[href^="#unit-"]')
    expect(await links.count()).toBe(await page.locator('tr[data-group]').count())
    const name = await links.last().textContent()
    await links.last().click()
    expect(await page.locator('tr:target th').textContent()).toContain(name)
    await page.context().close()
  })

  test('links from a state to the row of a unit, also without scripts', async () => {
    const { page } = await openPage(browser, demo.origin, { javaScriptEnabled: false })
    await page.goto(`${demo.url}self-inspections/2024-q3.html`)
    const link = page.locator('dl a[href^="#unit-"]:visible').last()
    const name = await link.textContent()
    await link.click()
    expect(await page.locator('tr:target th').textContent()).toContain(name)
    await page.context().close()
  })
})
