import type { Browser, Locator, Page } from 'playwright-core'
import { settled } from '../support/browser.ts'
import { patience } from '../support/patience.ts'
import { type Picture, pictureWidth } from './pictures.ts'

/** A page in the state that a picture shows. */
export interface Shown {
  readonly page: Page
  /** All words in the picture and in its fields, with white space as one blank. */
  readonly words: string
  readonly from: Locator
  readonly to: Locator
  readonly marks: readonly Locator[]
}

/**
 * Opens the page of a picture and takes its steps. Every element that the picture shows or marks
 * has to exist and to be visible; otherwise the error names its selector.
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
  page.setDefaultTimeout(patience)
  await page.goto(url + picture.page)
  await picture.first?.(page)
  // Moves the pointer away, because an element looks different below it.
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
  await settled(page)
  return { page, words: await wordsBetween(page, from, to), from, to, marks }
}

/**
 * Every word between the top of one element and the end of another, including everything beside
 * them, because a picture shows the full width of the page.
 */
async function wordsBetween(page: Page, from: Locator, to: Locator): Promise<string> {
  const [first, last] = await Promise.all([from.boundingBox(), to.boundingBox()])
  if (first === null || last === null) throw new Error('an element of a picture is not visible')
  return await page.evaluate(
    ({ top, bottom }) => {
      // Judged by the middle of a line, because half a line at the edge depends on the fonts.
      const isInside = ({ top: above, bottom: below, width, height }: DOMRect): boolean =>
        width > 1 && height > 1 && (above + below) / 2 > top && (above + below) / 2 < bottom
      const words: string[] = []
      const range = document.createRange()
      const walker = document.createTreeWalker(
        document.body,
        NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
      )
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const element = node instanceof Element ? node : node.parentElement
        if (element?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) !== true)
          continue
        if (node instanceof HTMLSelectElement) {
          if (isInside(node.getBoundingClientRect()))
            words.push(node.selectedOptions[0]?.textContent ?? '')
        } else if (node instanceof HTMLInputElement || node instanceof HTMLTextAreaElement) {
          if (isInside(node.getBoundingClientRect())) words.push(node.value || node.placeholder)
        } else if (node instanceof Text && element.closest('select, textarea') === null) {
          range.selectNodeContents(node)
          if ([...range.getClientRects()].some(isInside)) words.push(node.data)
        }
      }
      return words.join(' ').replace(/\s+/g, ' ').trim()
    },
    { top: first.y, bottom: last.y + last.height },
  )
}
