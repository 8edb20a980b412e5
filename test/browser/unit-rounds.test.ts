import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, openPage, visit } from '../support/browser.ts'
import { serve, type Served } from '../support/serve.ts'

let browser: Browser
let served: Served

beforeAll(async () => {
  ;[browser, served] = await Promise.all([openBrowser(), serve(inject('sites').demo)])
})
afterAll(async () => {
  await Promise.all([browser.close(), served.close()])
})

const open = async (width: number, hash = '', path = 'matrix.html') => {
  const opened = await openPage(browser, served.origin, { viewport: { width, height: 740 } })
  await visit(opened.page, `${served.url}${path}${hash}`)
  return opened
}

test('on a phone the last four rounds are in view beside the names, and the heads stay when the frame scrolls', async () => {
  const { page, errors } = await open(360)
  const frame = page.locator('.rounds')
  const inView = () =>
    frame.evaluate((element) => {
      const { left, right } = element.getBoundingClientRect()
      const [name, ...rounds] = element.querySelectorAll('thead th')
      const edge = name?.getBoundingClientRect().right ?? left
      return rounds.flatMap((head) => {
        const box = head.getBoundingClientRect()
        return box.left >= edge - 1 && box.right <= right + 1 ? [head.textContent.trim()] : []
      })
    })
  const first = await inView()
  expect(first.length).toBe(4)
  expect(first[0]).toMatch(/^2024年第四季度/)
  await frame.focus()
  for (let n = 0; n < 12; n++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('PageDown')
  await expect.poll(async () => (await inView())[0]).not.toBe(first[0])
  await expect.poll(() => frame.evaluate((element) => element.scrollTop)).toBeGreaterThan(0)
  const heads = await frame.evaluate((element) => {
    const box = element.getBoundingClientRect()
    const head = element.querySelector('thead th')?.getBoundingClientRect()
    return { x: (head?.left ?? 0) - box.left, y: (head?.top ?? 0) - box.top }
  })
  expect(heads.x).toBeLessThan(3)
  expect(heads.y).toBeLessThan(3)
  expect(errors).toEqual([])
})

test('at 1280 pixels three years of rounds are in view beside the names', async () => {
  const { page } = await open(1280)
  const frame = page.locator('.rounds')
  expect(await frame.evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
  expect(await frame.locator('thead th').count()).toBe(13)
  expect(await frame.locator('caption').innerText()).not.toContain('滚动')
})

test.each([360, 768])('a keyboard reaches the oldest round at %i pixels', async (width) => {
  const { page } = await open(width)
  const frame = page.locator('.rounds')
  await frame.focus()
  const oldest = frame.locator('thead th').last()
  const isInView = async () => {
    const [head, box] = [await oldest.boundingBox(), await frame.boundingBox()]
    return (head?.x ?? 9999) + (head?.width ?? 0) <= (box?.x ?? 0) + (box?.width ?? 0) + 1
  }
  expect(await isInView()).toBe(false)
  expect(await frame.locator('caption').innerText()).toContain('左右滚动')
  for (let n = 0; n < 60 && !(await isInView()); n++) await page.keyboard.press('ArrowRight')
  await expect.poll(isInView).toBe(true)
})

test('a unit that was merged before the rounds is not inspected, which no cell takes for silence', async () => {
  const { page } = await open(1280)
  const cells = page.locator('.rounds tr[data-unit="市扶贫开发局"] td')
  expect(new Set(await cells.allTextContents())).toEqual(
    new Set(['未检查 没有要求', '未检查 ①没有要求 ②没有要求']),
  )
})

test('on a phone the first screen has units beside rounds, and all kinds of cells are in its four columns', async () => {
  const { page } = await open(360)
  const rows = await page
    .locator('.rounds tbody tr')
    .evaluateAll((all) => all.filter((row) => row.getBoundingClientRect().bottom <= 740).length)
  expect(rows).toBeGreaterThanOrEqual(2)
  const cells = await page
    .locator('.rounds tbody tr')
    .evaluateAll((all) =>
      all.flatMap((row) =>
        [...row.querySelectorAll('td')].slice(0, 4).map((cell) => cell.textContent),
      ),
    )
  for (const words of ['未说明是否检查', '名单未列全', '未被点名', '计入'])
    expect(cells.some((cell) => cell.includes(words))).toBe(true)
})

test('on a phone a unit’s newest round comes first and its last four are in view', async () => {
  const { page, errors } = await open(360, '', 'units/li-jiang/history.html')
  const boxes = await page.locator('.rounds tbody td').evaluateAll((cells) =>
    cells.slice(0, 4).map((cell) => {
      const { left, right } = cell.getBoundingClientRect()
      return { label: cell.querySelector('a')?.textContent, seen: left >= 0 && right <= 360 }
    }),
  )
  expect(boxes).toEqual(['四', '三', '二', '一'].map((n) => ({ label: `第${n}季度`, seen: true })))
  expect(await page.locator('.rounds').evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(
    true,
  )
  const year = page.getByRole('rowheader', { name: '2024年' })
  expect((await year.boundingBox())?.width ?? 0).toBeGreaterThan(300)
  expect(errors).toEqual([])
})

test.each([
  ['openness/2024.html', 8000],
  ['indicators.html', 5200],
] as const)('on a phone %s is at most %i pixels high', async (path, most) => {
  const { page } = await open(360, '', path)
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(most)
})

test.each(['openness/2024.html', 'indicators.html', 'rectification.html', 'units/li-jiang_2.html'])(
  'on a tablet no table of %s is cut off at its edge',
  async (path) => {
    const { page } = await open(768, '', path)
    const cut = await page.evaluate(() => {
      for (const part of document.querySelectorAll('main details')) part.setAttribute('open', '')
      return [...document.querySelectorAll('.table-frame')]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 8)
        .map((frame) => frame.getAttribute('aria-label'))
    })
    expect(cut).toEqual([])
  },
)

test('the filter by tier and by name is in the address, and an address brings it back', async () => {
  const { page } = await open(1280)
  const names = () => page.locator('.rounds tbody tr:not([hidden]) th').allTextContents()
  const all = await names()
  await page.getByLabel('类别').selectOption({ index: 1 })
  const zones = await names()
  expect(zones.length).toBeLessThan(all.length)
  await page.getByLabel('单位名称').fill('高新')
  expect(await names()).toEqual(['示例高新区'])
  const { hash } = new URL(page.url())
  const again = await open(1280, hash)
  expect(await again.page.locator('.rounds tbody tr:not([hidden]) th').allTextContents()).toEqual([
    '示例高新区',
  ])
  await page.getByRole('button', { name: '显示全部' }).click()
  await expect.poll(names).toEqual(all)
})
