import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { read as readWorkbook, utils } from '@e965/xlsx'
import { describe, expect, inject, test } from 'vitest'
import { routes } from '../support/page-kinds.ts'
import {
  type Element,
  isRedirect,
  type Page,
  readSite,
  type Site,
  withoutSpace,
} from '../support/site.ts'

// Every table, chart and block of figures on any page has a link to its data as a file, right
// beside it.
const sites = inject('sites')

/** Kinds of pages whose tables hold no data of the site, each with the reason. */
const withoutData: Readonly<Record<string, string>> = {
  'about.astro': 'of the program: what its tests measured',
  'manual/[name].astro':
    'of the manual: tables explain how to write, or are the JSON Schemas that it links, in words',
  'method.astro': 'explains in words how is counted, with examples',
  'pieces.astro': 'lists the pictures of charts; the rows are links to them',
}

/**
 * The part of the page under one heading that contains an element. An official document is alone in
 * its part.
 */
const sectionOf = ({ $ }: Page, element: Element) => {
  const document = $(element).closest('#UCAP-CONTENT')
  const from = document.length > 0 ? document.parent() : $(element)
  return from.closest('figure, section, main')
}

/** Tables, charts and blocks of figures; the table of a chart belongs to the chart. */
const shownIn = ({ $ }: Page): Element[] =>
  $('main table, main figure, main .figure')
    .toArray()
    .filter(
      (element) =>
        $(element).parents('figure').length === 0 &&
        // The QR code that opens the page on a phone.
        !$(element).hasClass('page-code'),
    )

const isData = (path: string): boolean =>
  /^(data\/.*|annual\/[^/]+)\.(csv|json|jsonld|xlsx)$|^schema\/.*\.json$/.test(path)

/** The files that are linked in the same part of the page. */
const filesBeside = (page: Page, element: Element): string[] => {
  const { path } = page
  const section = sectionOf(page, element)
  return section
    .find('a[href]')
    .toArray()
    .filter((link) => sectionOf(page, link).is(section))
    .map(({ attribs }) => new URL(attribs['href'] ?? '', `http://site/${path}`).pathname.slice(1))
    .map(decodeURIComponent)
    .filter(isData)
}

const nameOf = ({ path, $ }: Page, element: Element): string => {
  const name = $(element).find('caption, .figure-area').first().text().trim()
  return `${path}: ${name === '' ? element.name : name}`
}

function fileText(site: Site, path: string): string {
  if (!path.endsWith('.xlsx')) return site.read(path)
  const { Sheets } = readWorkbook(readFileSync(join(site.folder, path)))
  return Object.values(Sheets)
    .map((sheet) => utils.sheet_to_csv(sheet))
    .join('\n')
}

/** Every number, and every day in ISO 8601; for numbers of days left, the day of the page. */
function valuesIn(text: string): Set<string> {
  const days = [...text.matchAll(/(\d{4})年(\d{1,2})月(\d{1,2})日/g)].map(
    ([, year = '', month = '', day = '']) =>
      `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`,
  )
  const rest = text
    .replaceAll(/(\d{4}年)?\d{1,2}月(\d{1,2}日)?|还有\d+天/g, '')
    .replaceAll(/\d{4}-\d\d-\d\d/g, (day) => {
      days.push(day)
      return ''
    })
  return new Set([...days, ...(rest.match(/\d+(?:\.\d+)?/g) ?? [])])
}

/** The separate texts in an element, without white space. */
const textsIn = (element: Element): string[] =>
  element.children.flatMap((child) => {
    if (child.type === 'text')
      return withoutSpace(child.data) === '' ? [] : withoutSpace(child.data)
    return 'attribs' in child ? textsIn(child) : []
  })

/** The names in the head of a row, which may include a group or a unit: 其中甲县：错字（编号）. */
const namesIn = (head: string): string[] =>
  head
    .replace(/（.{1,2}）$|^通报提出\d+项$/, '')
    .split(/^其中|[：（）、]/)
    .filter((name) => name !== '')

/** Tables of the number of rows of each file, which other tests check. */
const counting =
  /^(各期整改台账|.*自查(整改)?公开情况|(各期)?问题按(领域|检查指标|层级).*|各期问题(的整改进展|从通知到.*)|\d+年政策文件的解读，不含不用解读的|办公室核查政务公开台账时没有看到下面这些)$/

describe.each(['real', 'cases', 'demo', 'official'] as const)('in the %s site', (name) => {
  const site = readSite(sites[name])
  const kinds = routes()
  const kindOf = (path: string): string =>
    kinds.find(({ pattern }) => pattern.test(path))?.file ?? `no route: ${path}`
  const pages = site.pages.filter((page) => !isRedirect(page))
  const shown = pages
    .filter(({ path }) => !Object.hasOwn(withoutData, kindOf(path)))
    .flatMap((page) => shownIn(page).map((element) => ({ page, element })))
  const texts = new Map<string, { values: Set<string>; words: string }>()
  const known = (path: string) => {
    const read =
      texts.get(path) ??
      [fileText(site, path)].map((text) => ({
        values: valuesIn(text),
        words: withoutSpace(text),
      }))[0]
    if (read === undefined) throw new Error(path)
    texts.set(path, read)
    return read
  }

  test('each table, chart and block of figures has a link beside it to an existing data file', () => {
    expect(shown.length).toBeGreaterThan(10)
    const wrong = shown.flatMap(({ page, element }) => {
      const files = filesBeside(page, element)
      const missing = files.filter((file) => !site.files.has(file))
      return files.length === 0 ? [nameOf(page, element)] : missing
    })
    expect(wrong).toEqual([])
  })

  test('the files beside each hold every number and day of it, and the names of its rows', () => {
    let compared = 0
    const lost = shown.flatMap(({ page, element }) => {
      const { $ } = page
      // The page lists the files themselves; other tests check the number of their rows and
      // columns.
      if (page.path === 'data.html') return []
      const files = filesBeside(page, element)
        .filter((file) => site.files.has(file))
        .map(known)
      const isThere = (value: string) => files.some(({ values }) => values.has(value))
      const isShown = (words: string) => files.some((file) => file.words.includes(words))
      if (counting.test($(element).find('caption').text())) return []
      const values = $(element)
        .find('td')
        .toArray()
        .flatMap((cell) => {
          const isRunning =
            $(cell).index() === 0 && $(cell).text().trim() === `${$(cell).parent().index() + 1}`
          // The head of a fold counts the names in it.
          const text = $(cell).clone().find('summary').remove().end().text()
          return isRunning ? [] : [...valuesIn(text)]
        })
      const heads = $(element)
        .find('tbody th')
        .toArray()
        // A chart names a period without a number, so that it shows the gap.
        .filter(
          (cell) =>
            $(cell).closest('figure').length === 0 || $(cell).nextAll('[data-value]').length > 0,
        )
        .flatMap((cell) => textsIn(cell as Element))
        .flatMap(namesIn)
      compared += values.length + heads.length
      return [
        ...values.filter((value) => !isThere(value)),
        ...heads.filter((head) => !isShown(head)),
      ].map((value) => `${nameOf(page, element)}: ${value}`)
    })
    expect(lost).toEqual([])
    expect(compared).toBeGreaterThan(50)
  })
})

test('the kinds of pages that are exempt exist, and contain tables', () => {
  const kinds = routes()
  const real = readSite(sites.real)
  for (const file of Object.keys(withoutData)) {
    const kind = kinds.find((route) => route.file === file)
    const pages = real.pages.filter(({ path }) => kind?.pattern.test(path))
    expect([file, pages.some((page) => shownIn(page).length > 0)]).toEqual([file, true])
  }
})
