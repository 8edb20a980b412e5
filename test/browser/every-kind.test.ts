import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, openPage, type RecordedPage, visit } from '../support/browser.ts'
import { representatives, routes } from '../support/page-kinds.ts'
import { serve, type Served } from '../support/serve.ts'
import { readSite } from '../support/site.ts'
import { violations } from './axe.ts'
import { all, displays, type Modes, standard, widths } from './displays.ts'
import { layoutFaults } from './layout.ts'

const sites = inject('sites')
const names = ['real', 'official', 'embedded', 'demo'] as const
const kinds = new Map(names.map((name) => [name, representatives(readSite(sites[name]))]))

/** The manual is the same on every site without one of its own, so it is read on the first site. */
const isManual = (route: string) => route.startsWith('manual/')

/** Kinds of pages that none of the sites has, each with the reason. */
const elsewhere = {
  '[...former].astro':
    'stands at the address of a withdrawn or renamed record, in a test of its own',
  'admin/[editor].astro':
    'draws nothing itself: it loads an editor, which is tried in a file of its own',
  'matrix/[number].astro':
    'draws what the page of units and rounds does, of further offices, which none of the sites has',
}

test('every kind of page is on one of the sites', () => {
  const built = new Set([...kinds.values()].flatMap((one) => [...one.keys()]))
  const missed = routes().filter(({ file }) => !built.has(file))
  expect(missed.map(({ file }) => file).sort()).toEqual(Object.keys(elsewhere).sort())
  expect([...built].filter((file) => !routes().some((route) => route.file === file))).toEqual([])
})

/** The attributes that the bar sets; the bar itself has a test of its own. */
const show = (page: Page, modes: Modes) =>
  page.evaluate((wanted) => {
    for (const name of ['text', 'contrast', 'simple', 'pointer'] as const) {
      const value = wanted[name]
      if (value === undefined) document.documentElement.removeAttribute(`data-${name}`)
      else document.documentElement.setAttribute(`data-${name}`, value)
    }
  }, modes)

const nameOf = (modes: Modes): string => Object.entries(modes).flat().join(' ') || 'standard'

describe.each(names)('the %s site', (name) => {
  let browser: Browser
  let served: Served
  let recorded: RecordedPage

  beforeAll(async () => {
    ;[browser, served] = await Promise.all([openBrowser(), serve(sites[name])])
    recorded = await openPage(browser, served.origin)
  })
  afterAll(async () => {
    await Promise.all([browser.close(), served.close()])
  })

  const pages = [...(kinds.get(name) ?? [])]
    .filter(([route]) => name === 'real' || !isManual(route))
    .flatMap(([, paths]) => paths)

  test.each(pages)('%s is accessible in every display mode', async (path) => {
    const { page } = recorded
    const found: Record<string, string[]> = {}
    const note = (when: string, faults: readonly string[]) => {
      for (const fault of faults) (found[fault] ??= []).push(when)
    }
    await page.setViewportSize({ width: 1280, height: 900 })
    await visit(page, served.url + path)
    await openFolded(page)
    note('standard', await violations(page, 'meaning'))

    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 })
      for (const modes of [standard, { text: 'largest', contrast: 'high' }, all]) {
        await show(page, modes)
        note(`${nameOf(modes)}, ${String(width)} pixels`, await layoutFaults(page))
      }
      await show(page, standard)
      await space(page)
      note(`spaced text, ${String(width)} pixels`, await layoutFaults(page))
      await space(page, false)
    }

    // The width that the margins leave of 210 mm, at 96 dots an inch; official documents have wide
    // margins.
    const isDocument = (await page.locator('.paper-document, .paper-sheet').count()) > 0
    await page.setViewportSize({ width: isDocument ? 590 : 672, height: 850 })
    await page.emulateMedia({ media: 'print' })
    note('on paper', [...(await layoutFaults(page)), ...(await bareHeadings(page))])
    await page.emulateMedia({ media: null })

    await thin(page)
    for (const { modes, width, rules } of displays) {
      await page.setViewportSize({ width, height: 900 })
      await show(page, modes)
      note(`${nameOf(modes)}, ${String(width)} pixels`, await violations(page, rules))
    }
    await page.setViewportSize({ width: 1280, height: 900 })
    await page.emulateMedia({ colorScheme: 'dark' })
    for (const modes of [standard, { contrast: 'high' }]) {
      await show(page, modes)
      note(`${nameOf(modes)} where the system is dark`, await violations(page, 'style'))
    }
    await page.emulateMedia({ colorScheme: null })
    await show(page, standard)
    await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
    note('forced colours', await unseen(page))
    await page.emulateMedia({ forcedColors: null, reducedMotion: null })
    expect(found).toEqual({})
  })

  test('no page had a blocked request, a missing file, an exception or a request to another host', () => {
    const { foreign, errors } = recorded
    expect({ foreign, errors }).toEqual({ foreign: [], errors: [] })
  })
})

/**
 * Opens folded parts, so that they are checked too; the menus of the header would cover the page.
 */
const openFolded = (page: Page) =>
  page.evaluate(() => {
    for (const part of document.querySelectorAll('main details')) part.setAttribute('open', '')
  })

/** Headings without content below them, because their content is left out in print. */
const bareHeadings = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main section')]
      .filter((section) => section.checkVisibility())
      .filter((section) => {
        const headings = [...section.querySelectorAll<HTMLElement>('h2, h3, h4')]
        const text = headings.reduce(
          (all, one) => all.replace(one.innerText, ''),
          section.innerText,
        )
        const pictures = [...section.querySelectorAll('svg, img')]
        return text.trim() === '' && !pictures.some((picture) => picture.checkVisibility())
      })
      .map((section) => `nothing under “${section.innerText.trim()}”`),
  )

/**
 * The text spacing of WCAG 1.4.12, as a style sheet of the document, which the policy of the page
 * allows.
 */
const space = (page: Page, on = true) =>
  page.evaluate((wanted) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
      word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`)
    document.adoptedStyleSheets = wanted ? [sheet] : []
  }, on)

/**
 * Removes the rows, entries and sections whose every element already occurs twice in those before
 * them. Styles treat them all alike, and the longest pages hold hundreds of them.
 */
const thin = (page: Page) =>
  page.evaluate(() => {
    const makes = (child: Element): string[] => {
      const own = `${child.tagName}.${child.classList.value}`
      return [own, ...[...child.children].flatMap(makes).map((inner) => `${own} ${inner}`)]
    }
    const thinned = (parent: Element): void => {
      const seen = new Map<string, number>()
      for (const child of [...parent.children]) {
        const kinds = new Set(makes(child))
        if ([...kinds].every((one) => (seen.get(one) ?? 0) >= 2)) child.remove()
        for (const one of kinds) seen.set(one, (seen.get(one) ?? 0) + 1)
      }
      for (const child of parent.children) thinned(child)
    }
    for (const main of document.querySelectorAll('main')) thinned(main)
  })

/**
 * Focusable elements that do not show the focus, and elements that move although nothing should.
 */
const unseen = (page: Page) =>
  page.evaluate(() => {
    const faults = document.getAnimations().map(() => 'something moves')
    const targets = 'a[href], button, input, select, textarea, summary, [tabindex="0"]'
    for (const element of document.querySelectorAll<HTMLElement>(targets)) {
      element.focus({ preventScroll: true })
      if (document.activeElement !== element) continue
      const { outlineStyle, outlineWidth } = getComputedStyle(element)
      // `auto` is the default outline of the browser, whose width says nothing.
      if (outlineStyle === 'none' || (outlineStyle !== 'auto' && parseFloat(outlineWidth) < 2))
        faults.push(`${element.tagName} ${element.textContent.trim().slice(0, 12)} hides the focus`)
    }
    return faults
  })
