import type { Browser, Locator, Page } from 'playwright-core'
import { type Picture, pictureWidth } from './pictures.ts'

/** A page as a picture shows it. */
export interface Shown {
  readonly page: Page
  /** The words in the picture, white space as one blank: what goes stale with the page. */
  readonly words: string
  readonly from: Locator
  readonly to: Locator
  readonly marks: readonly Locator[]
}

/**
 * Opens the page of a picture and does what comes first. Every element that the picture shows or
 * marks has to be there and visible; one that is not is an error which names its selector.
 *
 * @param url where the site of the picture is served, with a slash at the end
 */
export async function show(browser: Browser, url: string, picture: Picture): Promise<Shown> {
  const context = await browser.newContext({
    viewport: { width: pictureWidth, height: 900 },
    deviceScaleFactor: 2,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    bypassCSP: true,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(8000)
  await page.goto(url + picture.page)
  await picture.first?.(page)
  // What was clicked looks otherwise with the pointer on it.
  await page.mouse.move(0, 0)
  const find = async (selector: string): Promise<Locator> => {
    const found = page.locator(selector)
    await found.waitFor().catch((cause: unknown) => {
      throw new Error(`${picture.page}: no ${selector} to show`, { cause })
    })
    return found
  }
  const shown = await Promise.all(picture.shows.map(find))
  const marks = await Promise.all(picture.marks.map(find))
  const [from] = shown
  const to = shown.at(-1)
  if (from === undefined || to === undefined) throw new Error(`${picture.page}: shows nothing`)
  const words = (await Promise.all(shown.map((one) => one.innerText()))).join(' ')
  return { page, words: words.replace(/\s+/g, ' ').trim(), from, to, marks }
}
