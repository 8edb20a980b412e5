import { describe, expect, inject, test } from 'vitest'
import { fieldTables } from '#exports/field-tables.ts'
import { catalogue } from '#problems/catalogue.ts'
import { idsOf, pageAt, readSite, textOf } from '../support/site.ts'

const sites = inject('sites')

// The demo city has no manual of its own.
describe.each(['real', 'demo'] as const)('in the %s site', (name) => {
  const site = readSite(sites[name])

  test('every code has its place on the page of codes', () => {
    const ids = new Set(idsOf(pageAt(site, 'manual/codes.html')))
    expect(Object.keys(catalogue).filter((code) => !ids.has(code))).toEqual([])
  })

  test('no message on the page of codes has an open place', () => {
    expect(textOf(pageAt(site, 'manual/codes.html'), 'blockquote')).not.toMatch(/\{[a-z]+\}/)
  })

  test('every table of fields has its place on the page of fields', () => {
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
