import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, openPage } from '../support/browser.ts'
import { serve, type Served } from '../support/serve.ts'
import { violations } from './axe.ts'

const sites = inject('sites')
let browser: Browser
let real: Served
let official: Served
let demo: Served

beforeAll(async () => {
  ;[browser, real, official, demo] = await Promise.all([
    openBrowser(),
    serve(sites.real),
    serve(sites.official),
    serve(sites.demo),
  ])
})
afterAll(async () => {
  await Promise.all([browser.close(), real.close(), official.close(), demo.close()])
})

const bar = (page: Page) => page.locator('.display-modes')
const modesOf = (page: Page) => page.evaluate(() => ({ ...document.documentElement.dataset }))

test('a reader chooses the largest text and high contrast by keyboard, and the next page keeps them', async () => {
  const { page, errors } = await openPage(browser, real.origin)
  await page.goto(real.url)
  const usual = await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize))
  await bar(page).locator('summary').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  expect(await modesOf(page)).toMatchObject({ text: 'largest', contrast: 'high' })
  const large = await page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize))
  expect(large / usual).toBeGreaterThan(1.4)

  await page.goto(`${real.url}bulletins/2024-q1.html`)
  expect(await modesOf(page)).toMatchObject({ text: 'largest', contrast: 'high' })
  expect(await bar(page).getByLabel('超大字').isChecked()).toBe(true)
  await bar(page).locator('summary').click()
  await bar(page).getByRole('button', { name: '恢复标准显示' }).click()
  expect(await modesOf(page)).not.toHaveProperty('text')
  expect(errors).toEqual([])
  await page.context().close()
})

test('where the browser keeps nothing, the bar still works on the page', async () => {
  const { page, errors } = await openPage(browser, real.origin)
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError')
      },
    })
  })
  await page.goto(real.url)
  await bar(page).locator('summary').click()
  await bar(page).getByLabel('高对比度').check()
  expect(await modesOf(page)).toMatchObject({ contrast: 'high' })
  expect(errors).toEqual([])
  await page.context().close()
})

test('a page is read aloud where the browser has a Chinese voice, and nothing is offered where it has none', async () => {
  for (const voices of [['zh-CN'], ['en-US']]) {
    const { page } = await openPage(browser, real.origin)
    await page.addInitScript((languages) => {
      const said: string[] = []
      Object.assign(window, { said })
      Object.defineProperty(window, 'speechSynthesis', {
        value: {
          getVoices: () => languages.map((lang) => ({ lang })),
          speak: (utterance: { text: string }) => said.push(utterance.text),
          cancel: () => undefined,
          addEventListener: () => undefined,
        },
      })
      Object.defineProperty(window, 'SpeechSynthesisUtterance', {
        value: class {
          text: string
          constructor(text: string) {
            this.text = text
          }
        },
      })
    }, voices)
    await page.goto(`${real.url}units/xuzhou.html`)
    await bar(page).locator('summary').click()
    const button = bar(page).getByRole('button', { name: '朗读本页' })
    if (voices[0] === 'zh-CN') {
      await button.click()
      const said = await page.evaluate(() => (window as unknown as { said: string[] }).said)
      expect(said).toEqual(['叙州区'])
      expect(await bar(page).getByRole('button', { name: '停止朗读' }).count()).toBe(1)
    } else expect(await button.count()).toBe(0)
    await page.context().close()
  }
})

const modes = {
  '超大字、高对比度': { text: 'largest', contrast: 'high' },
  '大字、简约版、大指针': { text: 'large', simple: 'on', pointer: 'large' },
}
const pages = [
  ['real', 'index.html'],
  ['real', 'inspections/2024-q1.html'],
  ['real', 'bulletins/2024-q1.html'],
  ['real', 'issues/2024-q1-05.html'],
  ['real', 'units/xuzhou.html'],
  ['real', 'self-inspections/2024-q2.html'],
  ['real', 'deadlines.html'],
  ['real', 'method.html'],
  ['official', 'bulletins/2025-q1.html'],
  ['official', 'self-inspections/2025-q2/shuiwu.html'],
  ['demo', 'index.html'],
  ['demo', 'issues.html'],
] as const

describe.each(Object.entries(modes))('with %s', (_name, mode) => {
  test.each(pages)(
    'no accessibility violation, no sideways scrolling: %s %s',
    async (site, path) => {
      const { url, origin } = { real, official, demo }[site]
      const { page } = await openPage(browser, origin, { viewport: { width: 640, height: 900 } })
      await page.addInitScript((kept) => {
        localStorage.setItem('gongshi-display', JSON.stringify(kept))
      }, mode)
      await page.goto(url + path)
      expect(await modesOf(page)).toMatchObject(mode)
      expect(await violations(page)).toEqual([])
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(width).toBeLessThanOrEqual(640)
      await page.context().close()
    },
  )
})
