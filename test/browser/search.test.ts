import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser, openPage, visit } from '../support/browser.ts'
import { serve, type Served } from '../support/serve.ts'
import { readSite } from '../support/site.ts'

const sites = inject('sites')
let browser: Browser
let portal: Served

beforeAll(async () => {
  // Below the path of a portal, where a root-absolute address would be wrong.
  ;[browser, portal] = await Promise.all([openBrowser(), serve(sites.real, '/xxgk/jcgk/')])
})
afterAll(async () => {
  await Promise.all([browser.close(), portal.close()])
})

/** All pages that readers are led to, as the search knows their titles. */
const titledPages = (folder: string) =>
  (
    JSON.parse(readFileSync(join(folder, 'assets/search-titles.json'), 'utf8')) as {
      raw_url: string
      meta: { title: string }
    }[]
  ).map(({ raw_url, meta: { title } }) => ({ path: raw_url.slice(1), title }))

/** The pages that have a name of their own, as they are in the search index. */
const named = (folder: string) =>
  readSite(folder).pages.flatMap(({ path, $ }) => {
    const mark = (name: string) => $(`meta[data-pagefind-meta="${name}[content]"]`).attr('content')
    const [title, kind] = [mark('title'), mark('kind') ?? '']
    return title !== undefined && /unit|issue|bulletin|inspection|channel/.test(kind)
      ? [{ path, title }]
      : []
  })

/** What the status says when a search is done. */
const isDone = /^(没有找到|找到)/

/** The pages that are not among the first results when their titles are searched. */
async function notFound(page: Page, pages: readonly { path: string; title: string }[]) {
  const missed: string[] = []
  for (const { path, title } of pages) {
    await page.evaluate(
      (hash) => {
        if (location.hash === hash) return
        // The results of the last search must not be taken for those of this one.
        for (const old of document.querySelectorAll('.results, [role=status]'))
          old.replaceChildren()
        location.hash = hash
      },
      `#q=${encodeURIComponent(title)}`,
    )
    await page.getByRole('status').filter({ hasText: isDone }).waitFor()
    if (!(await page.locator(`.results a[href="${path}"]`).first().isVisible()))
      missed.push(`${title} (${path})`)
  }
  return missed
}

test('every unit, account, issue and document is found by its title on the first page of results', async () => {
  const { page, foreign, errors } = await openPage(browser, portal.origin)
  await page.goto(`${portal.url}search.html`)
  expect(await notFound(page, named(sites.real))).toEqual([])
  expect({ foreign, errors }).toEqual({ foreign: [], errors: [] })
  await page.context().close()
})

test('every list, ledger, yearly form and checklist is found by its title', async () => {
  const { page } = await openPage(browser, portal.origin)
  await page.goto(`${portal.url}search.html`)
  const pages = titledPages(sites.real)
  expect(pages.length).toBeGreaterThan(80)
  expect(await notFound(page, pages)).toEqual([])
  await page.context().close()
})

test('what is written for editors stands in a part of its own, after the pages for the public', async () => {
  const { page } = await openPage(browser, portal.origin)
  await page.goto(`${portal.url}search.html`)
  await page.getByRole('searchbox').fill('合格率')
  await page.keyboard.press('Enter')
  await page.locator('.search-manual .results a').first().waitFor()
  const linksIn = (part: string) =>
    page
      .locator(`${part} .results a`)
      .evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''))
  const isOfEditors = (href: string): boolean => /^manual\/|^data\.html$/.test(href)
  const [ofPublic, ofEditors] = [await linksIn('.search-results'), await linksIn('.search-manual')]
  expect(ofPublic.length).toBeGreaterThan(0)
  expect(ofPublic.filter(isOfEditors)).toEqual([])
  expect(ofEditors.filter((href) => !isOfEditors(href))).toEqual([])
  await page.context().close()
})

test.each(['demo', 'decade'] as const)(
  'a city of years is found by its titles too, also where the search is in parts: %s',
  async (name) => {
    const city = await serve(sites[name])
    const { page } = await openPage(browser, city.origin)
    await page.goto(`${city.url}search.html`)
    const every = name === 'demo' ? 61 : 199
    const sample = named(sites[name]).filter((_page, n) => n % every === 0)
    expect(sample.length).toBeGreaterThan(10)
    expect(await notFound(page, sample)).toEqual([])
    await page.context().close()
    await city.close()
  },
)

test('a part of a name finds it: 州教 finds 叙州教育', async () => {
  const { page } = await openPage(browser, portal.origin)
  await page.goto(`${portal.url}search.html`)
  await page.getByRole('searchbox').fill('州教')
  await page.keyboard.press('Enter')
  await page.locator('.results a', { hasText: '叙州教育（微信公众号）' }).waitFor()
  expect(await page.locator('.results mark').count()).toBeGreaterThan(0)
  await page.context().close()
})

test('an excerpt does not repeat the title of the page', async () => {
  const demo = await serve(sites.demo)
  const { page } = await openPage(browser, demo.origin)
  const first = async (words: string, path: string) => {
    await page.goto(`${demo.url}search.html#q=${encodeURIComponent(words)}`)
    const row = page.locator('.results > li', { has: page.locator(`a[href="${path}"]`) })
    await row.waitFor()
    return row.locator('p').nth(1).textContent()
  }
  const report = readSite(sites.demo).pages.find(({ path }) => /^self-.*\/.*\//.test(path))
  const title = report?.$('h1').text() ?? ''
  expect(await first(title, report?.path ?? '')).toMatch(/^(按期公开|已公开)[，. ]/)
  await page.context().close()
  await demo.close()
})

test('an excerpt does not begin with punctuation', async () => {
  const { page } = await openPage(browser, portal.origin)
  for (const words of ['整改', '公开', '链接']) {
    await page.goto('about:blank')
    await page.goto(`${portal.url}search.html#q=${encodeURIComponent(words)}`)
    const rows = page.locator('.results > li')
    await rows.first().waitFor()
    const excerpts = await rows.locator('p:nth-of-type(2)').allTextContents()
    expect(excerpts.length, words).toBeGreaterThan(2)
    for (const excerpt of excerpts) expect(excerpt).toMatch(/^[^\s，。、；：！？）》”.,;:)]/)
  }
  await page.context().close()
})

test('a word that is only a label on pages does not find them', async () => {
  const demo = await serve(sites.demo)
  const { page } = await openPage(browser, demo.origin)
  for (const [word, kind] of [
    ['所属单位', 'channel'],
    ['涉及领域', 'self-inspection'],
    ['报送期限', 'issue'],
  ] as const) {
    await page.goto('about:blank')
    await page.goto(`${demo.url}search.html#q=${encodeURIComponent(word)}&kind=${kind}`)
    const status = page.getByRole('status').filter({ hasText: isDone })
    const known = readSite(sites.demo).pages.filter(({ html }) => html.includes(word))
    const found = (await status.textContent())?.match(/^找到(\d+)条/)?.[1] ?? '0'
    expect(Number(found), word).toBeLessThan(known.length / 4)
  }
  await page.context().close()
  await demo.close()
})

test('a search with its filters is in the address, and shows its number of results', async () => {
  const { page } = await openPage(browser, portal.origin)
  await page.goto(`${portal.url}search.html#q=${encodeURIComponent('叙州')}&kind=issue`)
  const status = page.getByRole('status')
  await page.locator('.results a').first().waitFor()
  expect(await status.textContent()).toMatch(/^找到\d+条结果/)
  expect(await page.getByLabel('类别').inputValue()).toBe('issue')
  for (const href of await page
    .locator('.results a')
    .evaluateAll((links) => links.map((a) => a.getAttribute('href'))))
    expect(href).toMatch(/^issues\//)

  await page.getByLabel('单位', { exact: true }).selectOption({ label: '长宁县' })
  await expect.poll(() => page.url()).toContain('unit=changning')
  await page.getByLabel('类别').selectOption({ label: '通报' })
  await expect.poll(() => status.textContent()).toMatch(/^没有找到/)
  await page.context().close()
})

test('a jump to a place in the page leaves the words as they are', async () => {
  const { page } = await openPage(browser, portal.origin)
  await visit(page, `${portal.url}search.html`)
  await page.locator('#search-q').fill('市财政局')
  // As the link at the beginning of every page does; the words may be typed before its event comes.
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('hashchange', resolve)
        location.hash = '#main'
      }),
  )
  expect(await page.locator('#search-q').inputValue()).toBe('市财政局')
  await page.context().close()
})

test('a search is filtered by the state of issues and of reports', async () => {
  const demo = await serve(sites.demo)
  const { page } = await openPage(browser, demo.origin)
  await page.goto(`${demo.url}search.html`)
  const found = page.locator('.results a')
  const state = page.getByLabel('状态', { exact: true })
  for (const [label, path, says] of [
    ['复核通过', /^issues\/[^/]+\.html$/, '复核通过'],
    ['晚于期限公开', /^self-inspections\/[^/]+\/[^/]+\.html$/, '晚'],
  ] as const) {
    await state.selectOption({ label })
    await expect
      .poll(() => found.evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? '')))
      .toSatisfy((hrefs: string[]) => hrefs.length > 0 && hrefs.every((href) => path.test(href)))
    const { pages } = readSite(sites.demo)
    for (const href of await found.evaluateAll((links) => links.map((a) => a.getAttribute('href'))))
      expect(
        pages
          .find((one) => one.path === href)
          ?.$('main')
          .text(),
        href ?? '',
      ).toContain(says)
  }
  await page.context().close()
  await demo.close()
})

test('nothing of the search is fetched before the reader searches', async () => {
  const { page } = await openPage(browser, portal.origin)
  const fetched: string[] = []
  page.on('request', (request) => fetched.push(request.url()))
  await visit(page, `${portal.url}search.html`)
  expect(fetched.filter((url) => url.includes('/pagefind/'))).toEqual([])
  await page.context().close()
})

describe.each([1280, 360])('readers of the fictional city who ask at %i px', (width) => {
  test.each([
    ['例江县', /^units\/li-jiang\.html$/],
    ['谁没有公开自查', /^publication\/2024\.html$/],
    ['迟交', /^publication\/2024\.html$/],
    ['逾期', /^publication\/2024\.html$/],
    ['谁没交', /^publication\/2024\.html$/],
    ['什么时候到期', /^deadlines\.html$/],
    ['2024-q3', /^inspections\/2024-q3\.html$/],
    ['2024年第三季度', /^inspections\/2024-q3\.html$/],
    ['合格率', /^inspections\/2024-q4\.html$/],
    ['12345', /^inspections\/2024-q4\.html#messages$/],
    ['单项否决', /^glossary\.html#veto$/],
    ['已办结', /^issues\/state\/closed\.html$/],
    ['待整改', /^issues\/state\/notified\.html$/],
    ['没更新', /^indicators\//],
    ['网站打不开', /^indicators\//],
    ['没人回复', /^indicators\//],
  ])(
    '“%s” see its answer first, on the first screen, from pages for the public',
    async (words, first) => {
      const demo = await serve(sites.demo)
      const { page } = await openPage(browser, demo.origin)
      const height = width < 500 ? 740 : 900
      await page.setViewportSize({ width, height })
      await page.goto(`${demo.url}search.html#q=${encodeURIComponent(words)}`)
      const link = page.locator('.search-results .results a').first()
      await link.waitFor()
      expect(await link.getAttribute('href')).toMatch(first)
      const box = await link.boundingBox()
      expect((box?.y ?? height) + (box?.height ?? 0)).toBeLessThan(height)
      const hrefs = await page
        .locator('.search-results .results a')
        .evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''))
      expect(hrefs.filter((href) => /^manual\/|^data\.html$/.test(href))).toEqual([])
      await page.context().close()
      await demo.close()
    },
  )
})

describe('a word is found as a whole', () => {
  const search = async (words: string) => {
    const demo = await serve(sites.demo)
    const { page, errors } = await openPage(browser, demo.origin)
    await page.goto(`${demo.url}search.html#q=${encodeURIComponent(words)}`)
    const found = page.getByRole('status').filter({ hasText: isDone })
    await found.waitFor()
    const result = {
      count: Number(/\d+/.exec((await found.textContent()) ?? '')?.[0] ?? 0),
      hrefs: await page
        .locator('.search-results .results a')
        .evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? '')),
      marks: await page.locator('.search-results .results mark').allTextContents(),
      /** The marks of each result that has the words as they were typed. */
      marksOfWhole: await page
        .locator('.search-results .results li', { has: page.locator('mark') })
        .evaluateAll(
          (results, typed) =>
            results
              .filter((result) => result.textContent.includes(typed))
              .flatMap((result) =>
                [...result.querySelectorAll('mark')].map((mark) => mark.textContent),
              ),
          words,
        ),
    }
    expect(errors).toEqual([])
    await page.context().close()
    await demo.close()
    return result
  }

  // The index takes 12345 for its first digits, and finds the 12 of each December.
  test.each(['12345', '12345热线', '投诉 12345'])(
    'a number that no page has finds no other: %s',
    async (words) => {
      const { count, hrefs, marks } = await search(words)
      expect(count).toBeLessThan(100)
      expect(hrefs[0]).toBe('inspections/2024-q4.html#messages')
      expect(marks.filter((mark) => /\d/.test(mark))).toEqual([])
    },
  )

  test('a number that pages have is found with all its digits', async () => {
    const { count, marks } = await search('98.9')
    expect(count).toBeGreaterThan(2)
    expect(new Set(marks)).toEqual(new Set(['98.9']))
  })

  test.each(['未更新', '市财政局', '示西区', '按期办结'])(
    'an excerpt that has the word marks it and not its parts: %s',
    async (words) => {
      const { marksOfWhole } = await search(words)
      expect(marksOfWhole.length).toBeGreaterThan(0)
      expect(new Set(marksOfWhole)).toEqual(new Set([words]))
    },
  )

  test('several words are marked, each as a whole', async () => {
    const { marks } = await search('示西区 未更新')
    expect(new Set([...marks, '示西区', '未更新'])).toEqual(new Set(['示西区', '未更新']))
  })

  test('later pages of a list and pages at former addresses come after all others', async () => {
    const { hrefs } = await search('例江县')
    expect(hrefs.filter((href) => /_\d+\.html$/.test(href))).toEqual([])
    expect((await search('2024-q4')).hrefs.filter((href) => href.includes('draft'))).toEqual([])
  })
})

test('rounds among the results stand in the order of time, the newest first', async () => {
  const demo = await serve(sites.demo)
  const { page } = await openPage(browser, demo.origin)
  await page.goto(`${demo.url}search.html#q=${encodeURIComponent('合格率')}`)
  await page.locator('.search-results .results a').first().waitFor()
  const rounds = (
    await page
      .locator('.search-results .results li:has(.muted:text("检查")) a')
      .evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''))
  ).filter((href) => href.startsWith('inspections/'))
  expect(rounds.length).toBeGreaterThan(3)
  expect(rounds).toEqual(rounds.toSorted().reverse())
  await page.context().close()
  await demo.close()
})

test('when the search cannot run, the page says why and lists every page', async () => {
  const file = pathToFileURL(join(sites.real, 'search.html')).href
  const starts = [
    { url: file, javaScriptEnabled: true, why: '从本机文件夹打开的页面不能搜索' },
    { url: `${portal.url}search.html`, javaScriptEnabled: false, why: '没有开启' },
  ]
  for (const { url, javaScriptEnabled, why } of starts) {
    const { page } = await openPage(browser, portal.origin, { javaScriptEnabled })
    await page.goto(url)
    expect(await page.locator('.search-why:visible').textContent()).toContain(why)
    expect(await page.getByRole('searchbox').isVisible()).toBe(false)
    await page.getByRole('link', { name: '叙州区', exact: true }).click()
    await page.waitForURL(/units\/xuzhou\.html$/)
    expect(await page.textContent('h1')).toBe('叙州区')
    await page.context().close()
  }
})

test('without an index on the server, the page shows the list of pages', async () => {
  const { page } = await openPage(browser, portal.origin)
  await page.route('**/pagefind/**', (route) => route.fulfill({ status: 404 }))
  await page.goto(`${portal.url}search.html#q=x`)
  await page.locator('.search-why', { hasText: '没有能够打开' }).waitFor()
  expect(await page.getByRole('link', { name: '叙州区', exact: true }).isVisible()).toBe(true)
  await page.context().close()
})
