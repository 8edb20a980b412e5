import { describe, expect, inject, test } from 'vitest'
import { fieldTables } from '#model/field-tables.ts'
import { catalogue } from '#messages/catalogue.ts'
import { idsOf, pageAt, readSite, textOf } from '../support/site.ts'

const sites = inject('sites')

describe('in the sample', () => {
  const site = readSite(sites.real)

  test('every code is listed on the page of codes', () => {
    const ids = new Set(idsOf(pageAt(site, 'manual/codes.html')))
    expect(Object.keys(catalogue).filter((code) => !ids.has(code))).toEqual([])
  })

  test('every code is explained on the page of its subject, where the page of codes leads', () => {
    const subjects = site.pages.filter(({ path }) => path.startsWith('manual/codes/'))
    const explained = subjects.flatMap((page) =>
      page
        .$('.explained')
        .toArray()
        .map(({ attribs }) => `${page.path.replace('manual/', '')}#${attribs['id'] ?? ''}`),
    )
    const { $ } = pageAt(site, 'manual/codes.html')
    const led = $('.link-list li[id] a')
      .toArray()
      .map(({ attribs }) => attribs['href'])
    expect(led).toEqual(expect.arrayContaining(explained))
    expect(explained).toHaveLength(Object.keys(catalogue).length)
  })

  test('no message has an unfilled argument', () => {
    for (const page of site.pages.filter(({ path }) => path.startsWith('manual/codes')))
      expect(textOf(page, 'blockquote, .link-list')).not.toMatch(/\{[a-z]+\}/)
  })

  test('every table of fields is on the page of fields', () => {
    const ids = new Set(idsOf(pageAt(site, 'manual/fields.html')))
    expect(fieldTables().filter(({ id }) => !ids.has(id))).toEqual([])
  })

  test('both pages are linked from the page about the site', () => {
    const { $ } = pageAt(site, 'about.html')
    const links = $('main a')
      .toArray()
      .map((link) => $(link).attr('href'))
    expect(links).toEqual(expect.arrayContaining(['manual/codes.html', 'manual/fields.html']))
  })
})

test('each table of a chapter has a caption of its own, and each head of a column its scope', () => {
  const site = readSite(sites.real)
  let tables = 0
  for (const { path, $ } of site.pages.filter((page) => page.path.startsWith('manual/'))) {
    const captions = $('main table')
      .toArray()
      .map((table) => $(table).find('caption').text().trim())
    tables += captions.length
    expect(captions, path).not.toContain('')
    expect(new Set(captions).size, path).toBe(captions.length)
    expect($('main th:not([scope])').length, path).toBe(0)
  }
  expect(tables).toBeGreaterThan(30)
})
