import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser, openPage, settled, visit } from '../support/browser.ts'
import { representatives } from '../support/page-kinds.ts'
import { serve, type Served } from '../support/serve.ts'
import { isRedirect, readSite } from '../support/site.ts'
import { violations } from './axe.ts'
import { layoutFaults } from './layout.ts'

const sites = inject('sites')
let browser: Browser
let real: Served
let demo: Served

beforeAll(async () => {
  ;[browser, real, demo] = await Promise.all([openBrowser(), serve(sites.real), serve(sites.demo)])
})
afterAll(async () => {
  await Promise.all([browser.close(), real.close(), demo.close()])
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

const background = (page: Page) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
const white = 'rgb(255, 255, 255)'

test('colours follow the system unless the reader chooses them, and print is on white', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const { page, errors } = await openPage(browser, real.origin, { colorScheme })
    await page.goto(real.url)
    const usual = await background(page)
    expect(usual === white).toBe(colorScheme === 'light')
    await bar(page).locator('summary').click()
    await bar(page).getByLabel('深色').check()
    expect(await background(page)).not.toBe(white)
    await page.emulateMedia({ media: 'print' })
    expect(await background(page)).toBe(white)
    await page.emulateMedia({ media: null })
    // High contrast is stronger than either.
    await bar(page).getByLabel('高对比度').check()
    expect(await background(page)).toBe('rgb(0, 0, 0)')
    await bar(page).getByLabel('标准').nth(1).check()
    await bar(page).getByLabel('浅色').check()
    expect(await background(page)).toBe(white)

    await page.goto(`${real.url}units.html`)
    expect(await background(page)).toBe(white)
    await bar(page).locator('summary').click()
    await bar(page).getByRole('button', { name: '恢复标准显示' }).click()
    expect(await background(page)).toBe(usual)
    expect(errors).toEqual([])
    await page.context().close()
  }
})

test('without browser storage, the bar of display modes still works on the page', async () => {
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

test('the large pointer is drawn over everything, and the simplified version hides secondary content', async () => {
  const { page } = await openPage(browser, real.origin)
  await page.goto(`${real.url}inspections/2024-q1.html`)
  await bar(page).locator('summary').click()
  /** The elements that have another pointer than the large one. */
  const others = () =>
    page.evaluate(() =>
      Array.from(document.querySelectorAll('body, body *'))
        .filter((element) => !getComputedStyle(element).cursor.startsWith('url('))
        .map(({ tagName, className }) => `${tagName} ${String(className)}`),
    )
  expect(await others()).not.toEqual([])
  await bar(page).getByLabel('大指针').check()
  expect(await others()).toEqual([])

  const secondary = page.locator('.breadcrumbs, .source')
  const shown = () =>
    secondary.evaluateAll((places) =>
      places.map((place) => getComputedStyle(place).display !== 'none'),
    )
  expect(await shown()).toContain(true)
  await bar(page).getByLabel('简约版').check()
  expect(await shown()).not.toContain(true)
  expect(await page.locator('h1').isVisible()).toBe(true)
  await page.context().close()
})

test.each(['real', 'demo'] as const)(
  'the simplified version of every kind of page is shorter than the standard one: the %s site',
  async (name) => {
    const served = name === 'real' ? real : demo
    const longer: string[] = []
    const { page } = await openPage(browser, served.origin)
    const site = readSite(sites[name])
    const former = site.pages.filter(isRedirect).map(({ path }) => path)
    for (const paths of representatives(site).values())
      for (const path of paths.filter((one) => !former.includes(one))) {
        await visit(page, served.url + path)
        for (const width of [360, 1280]) {
          await page.setViewportSize({ width, height: 800 })
          const heights = await page.evaluate(() => {
            const root = document.documentElement
            const height = () => root.querySelector('body')?.scrollHeight ?? 0
            // A page lower than the screen is as high as what it shows.
            const shown = () => Math.min(height(), document.body.getBoundingClientRect().height)
            delete root.dataset['simple']
            const standard = shown()
            root.dataset['simple'] = 'on'
            const simple = shown()
            delete root.dataset['simple']
            // An error page and the frame of a withdrawn record have nothing to leave out.
            const hasMore = root.querySelector('.breadcrumbs, .page-tools, .secondary') !== null
            return { standard, simple, hasMore }
          })
          const { standard, simple, hasMore } = heights
          if (hasMore && simple >= standard)
            longer.push(`${path} ${String(width)}: ${String(simple)}`)
        }
      }
    await page.context().close()
    expect(longer).toEqual([])
  },
)

test.each(['index.html', 'inspections/2024-q1.html', 'units/xuzhou.html'])(
  'the simplified version shows the problems: %s',
  async (path) => {
    const { page } = await openPage(browser, real.origin)
    await page.goto(real.url + path)
    await page.evaluate(() => {
      document.documentElement.dataset['simple'] = 'on'
    })
    expect(await page.locator('.issue').first().isVisible()).toBe(true)
    await page.context().close()
  },
)

/** Replaces the voice of the browser in the test. */
interface Voice {
  texts: string[]
  ended: boolean
  now: (event: 'onend' | 'onerror') => void
}

test('a page is read aloud if the browser has a Chinese voice; otherwise there is no button', async () => {
  for (const voices of [['zh-CN'], ['en-US']]) {
    const { page } = await openPage(browser, real.origin)
    await page.addInitScript((languages) => {
      interface Utterance {
        text: string
        onend: () => void
        onerror: () => void
      }
      const texts: string[] = []
      const spoken: Utterance[] = []
      Object.assign(window, {
        texts,
        /** The voice finishes a piece of text, or fails. */
        now: (event: 'onend' | 'onerror') => spoken.shift()?.[event](),
      })
      Object.defineProperty(window, 'speechSynthesis', {
        value: {
          getVoices: () => languages.map((lang) => ({ lang })),
          speak: (utterance: Utterance) => {
            texts.push(utterance.text)
            spoken.push(utterance)
          },
          // Browsers report later that a stopped reading ended with an error.
          cancel: () => {
            const stopped = spoken.splice(0)
            setTimeout(() => {
              for (const utterance of stopped) utterance.onerror()
              Object.assign(window, { ended: true })
            })
          },
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
    const [script] = await Promise.all([
      page.waitForResponse(/\/read-aloud-/),
      bar(page).locator('summary').click(),
    ])
    await script.finished()
    await settled(page)
    const button = bar(page).getByRole('button', { name: '朗读本页' })
    if (voices[0] === 'zh-CN') {
      await button.click()
      const textsRead = () => page.evaluate(() => (window as unknown as Voice).texts)
      const now = (event: 'onend' | 'onerror') =>
        page.evaluate((name) => {
          ;(window as unknown as Voice).now(name)
        }, event)
      const stopButton = bar(page).getByRole('button', { name: '停止朗读' })
      expect(await textsRead()).toEqual(['叙州区'])
      expect(await stopButton.count()).toBe(1)

      // The reading is stopped and started again before the browser reports the end of the first
      // one.
      await page.evaluate(() => {
        Object.assign(window, { ended: false })
        const [read] = document.querySelectorAll<HTMLElement>('.display-modes [aria-pressed]')
        read?.click()
        read?.click()
      })
      await page.waitForFunction(() => (window as unknown as Voice).ended)
      expect(await textsRead()).toEqual(['叙州区', '叙州区'])
      expect(await stopButton.count()).toBe(1)
      await now('onend')
      expect(await textsRead()).toHaveLength(3)
      await now('onerror')
      expect(await stopButton.count()).toBe(0)
      expect(await textsRead()).toHaveLength(3)
    } else expect(await button.count()).toBe(0)
    await page.context().close()
  }
})

test('the menus of the header can be read and fit the screen, whatever has been chosen in them', async () => {
  const { page } = await openPage(browser, real.origin)
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    for (const labels of [[], ['超大字', '高对比度', '简约版', '大指针']]) {
      await page.goto(real.url)
      if (width < 768) await page.getByRole('link', { name: '菜单', exact: true }).click()
      await bar(page).locator('summary').click()
      for (const label of labels) await bar(page).getByLabel(label).check()
      const menus = page.locator('.header-menu')
      for (let n = 0; n < (await menus.count()); n++) {
        await page.evaluate((open) => {
          document.querySelectorAll('.header-menu').forEach((menu, at) => {
            menu.toggleAttribute('open', at === open)
          })
        }, n)
        expect(await violations(page), `${String(width)} ${labels.join()}`).toEqual([])
        expect(await layoutFaults(page), `${String(width)} ${labels.join()}`).toEqual([])
      }
      if (labels.length > 0)
        await bar(page)
          .getByRole('button', { name: '恢复标准显示' })
          .evaluate((button) => {
            ;(button as HTMLElement).click()
          })
    }
  }
  await page.context().close()
})
