import { expect, inject, test } from 'vitest'
import { readSite } from '../support/site.ts'

const sites = inject('sites')

test('a site without corrections has no page of corrections and no link to one', () => {
  const { pages } = readSite(sites.real)
  expect(pages.map(({ path }) => path)).not.toContain('corrections.html')
  const leading = pages.filter(({ $ }) => $('.site-nav a[href$="corrections.html"]').length > 0)
  expect(leading).toEqual([])
})

test('a correction is on the page of its record and in the list of all, newest first', () => {
  const { pages } = readSite(sites.demo)
  const all = pages.find(({ path }) => path === 'corrections.html')
  if (all === undefined) throw new Error('there is no page of corrections')
  const { $ } = all
  const days = $('.entry time')
    .toArray()
    .map((time) => $(time).attr('datetime') ?? '')
  expect(days.length).toBeGreaterThan(10)
  expect(days).toEqual(days.toSorted().reverse())
  const record = pages.find(({ path }) => path === 'inspections/2024-q3.html')
  const text = record?.$('#corrections').text().replace(/\s+/g, ' ') ?? ''
  expect(text).toContain('网民留言·收到')
  expect(text).toMatch(/原来 ?\d+ ?更正为 ?\d+ ?理由/)
})

test('each page that lists corrections says so in its head, once, and leads to them', () => {
  const { pages } = readSite(sites.demo)
  const records = pages.filter(({ path }) =>
    /^(?:inspections|bulletins|issues|self-inspections|openness)\//.test(path),
  )
  expect(records.length).toBeGreaterThan(100)
  const wrong = records.filter(({ $ }) => {
    const notices = $('main .page-head, main .document-head').find('.head-note')
    const isCorrected = $('#corrections').length > 0
    return notices.length !== (isCorrected ? 1 : 0) || notices.find('a').length !== notices.length
  })
  expect(wrong.map(({ path }) => path)).toEqual([])
  const corrected = records.filter(({ $ }) => $('#corrections').length > 0)
  const kinds = new Set(corrected.map(({ path }) => path.split('/')[0]))
  for (const kind of ['bulletins', 'inspections', 'issues', 'self-inspections'])
    expect(kinds).toContain(kind)
})
