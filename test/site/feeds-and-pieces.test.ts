import { parse } from 'csv-parse/sync'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'cheerio'
import { describe, expect, inject, test } from 'vitest'
import { officialAddress } from '../support/build-sites.ts'
import { pageAt, readSite, textOf, withoutSpace } from '../support/site.ts'

const folder = inject('sites').official
const official = readSite(folder)
const real = readSite(inject('sites').real)

describe('the feed of a unit', () => {
  const $ = load(official.read('units/xihu.xml'), { xml: true })

  test('tells what was published of it, on the day of the data', () => {
    expect($('entry > title').text()).toBe('2025年第一季度检查结果写到西湖区')
    expect($('entry > updated').text()).toBe('2025-03-12T00:00:00+08:00')
    expect($('feed > link[rel="self"]').attr('href')).toBe(`${officialAddress}units/xihu.xml`)
  })

  test('is found from its page, and only where it has an entry', () => {
    for (const { path, $: page } of official.pages) {
      if (!/^units\/[^/_]+\.html$/.test(path)) continue
      const feed = path.replace('.html', '.xml')
      const linked = page(`link[rel="alternate"][href="${feed.replace('units/', '')}"]`).length
      expect([path, linked]).toEqual([path, official.files.has(feed) ? 1 : 0])
    }
  })

  test('is as absent as every other feed where the address of the site is not known', () => {
    expect([...real.files].filter((path) => path.endsWith('.xml'))).toEqual([])
  })
})

describe('the feed of corrections', () => {
  const $ = load(official.read('corrections.xml'), { xml: true })

  test('tells what was corrected, from what, to what and why, on the day of the data', () => {
    expect($('entry > title').text()).toBe('更正：2025年第一季度检查结果')
    expect($('entry > updated').text()).toBe('2025-03-20T00:00:00+08:00')
    expect($('feed > updated').text()).toBe('2025-03-20T00:00:00+08:00')
    const told = $('entry > summary').text()
    for (const words of ['两周内没有更新', '两周内未更新', '与原件的文字不一致'])
      expect(told).toContain(words)
    const page = pageAt(official, 'inspections/2025-q1.html')
    expect($('entry > link').attr('href')).toBe(`${officialAddress}${page.path}`)
    expect(textOf(page, '#corrections')).toContain('与原件的文字不一致')
  })

  test('has no entry that the feed of everything lacks, under the same id', () => {
    const all = load(official.read('feed.xml'), { xml: true })
    const ids = all('entry > id')
      .toArray()
      .map((id) => all(id).text())
    expect(ids).toContain($('entry > id').text())
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('is found from the page of corrections', () => {
    const { $: page } = pageAt(official, 'corrections.html')
    expect(page('link[rel="alternate"][href="corrections.xml"]').length).toBe(1)
  })
})

test('the map for search engines dates each page by what it tells, and names no day for the rest', () => {
  const $ = load(official.read('sitemap.xml'), { xml: true })
  const days = new Map(
    $('url')
      .toArray()
      .map((url) => [
        $(url).find('loc').text().replace(officialAddress, ''),
        $(url).find('lastmod').text(),
      ]),
  )
  expect(Object.fromEntries(days)).toMatchObject({
    'units/xihu.html': '2025-03-12',
    'units/donghe.html': '2025-03-20',
    'units/shuiwu.html': '2025-06-04',
    'self-inspections/2025-q2.html': '2025-06-04',
    'inspections/2025-q1.html': '2025-03-20',
    'inspections/2024-q4.html': '2024-12-12',
    'index.html': '2025-06-04',
  })
  const explaining = /^(method|about|pieces|manual\/.*|submit\/.*)\.html$/
  const dateless = [...days].flatMap(([path, day]) => (day === '' ? [path] : []))
  // Of this account nothing but its name is recorded.
  expect(dateless.filter((path) => !explaining.test(path))).toEqual(['channels/shuiwu-wx.html'])
})

describe('for other sites', () => {
  test('the figures of an inspection stand alone, say what its page says, and lead out of the frame', () => {
    const { $ } = pageAt(official, 'figures/2025-q1.html')
    expect($('header, footer, nav').length).toBe(0)
    expect($('base').attr('target')).toBe('_top')
    const whole = textOf(pageAt(official, 'inspections/2025-q1.html'), 'main')
    const figures = $('.figure').toArray()
    expect(figures.length).toBeGreaterThan(1)
    for (const figure of figures) expect(whole).toContain(withoutSpace($(figure).text()))
  })

  test('oEmbed is found from the page of the inspection and frames its figures', () => {
    const { $ } = pageAt(official, 'inspections/2025-q1.html')
    expect($('link[type="application/json+oembed"]').attr('href')).toBe('../figures/2025-q1.json')
    const answer = JSON.parse(official.read('figures/2025-q1.json')) as Record<string, unknown>
    expect(answer).toMatchObject({ version: '1.0', type: 'rich' })
    const frame = load(String(answer['html']))('iframe')
    expect(frame.attr('src')).toBe(`${officialAddress}figures/2025-q1.html`)
    expect(frame.attr('title')).toBe('2025年第一季度检查结果')
  })

  test('every badge shows the state that the register shows', () => {
    const { $ } = pageAt(official, 'self-inspections/2025-q2.html')
    const rows = $('.register tbody tr').toArray()
    expect(rows.length).toBeGreaterThan(2)
    const badges = [...official.files].filter((path) => path.startsWith('badges/2025-q2/'))
    expect(badges).toHaveLength(rows.length)
    const told = badges.map((path) => load(official.read(path), { xml: true })('title').text())
    for (const row of rows) {
      const name = $(row).find('th').text().trim()
      const state = $(row)
        .find('.chip')
        .text()
        .replace(/^[^\p{L}\d]*/u, '')
        .trim()
      const badge = told.find((text) => text.startsWith(`${name}2025年第二季度自查整改：`)) ?? ''
      // Of days that run a badge says nothing: it is not drawn anew every day.
      expect(badge).toContain(state.replace(/，还有\d+天$/, ''))
    }
  })

  test.each([
    ['official', official],
    ['real', real],
  ] as const)(
    'the code for a badge of the %s site tells no state, and leads to the register',
    (_name, site) => {
      const code = pageAt(site, 'pieces.html').$('code').last().text()
      const $ = load(code)
      expect($('img').attr('alt')).toMatch(/自查整改公开状态$/)
      const register = /self-inspections\/[^/]+\.html$/.exec(
        $('a').has('img').attr('href') ?? '',
      )?.[0]
      expect([...site.files]).toContain(register)
    },
  )

  test('every chart of every page is a file, with the figures of its table', () => {
    for (const { path, $ } of [...official.pages, ...real.pages]) {
      const site = official.pages.some((page) => page.$ === $) ? official : real
      for (const figure of $('figure[data-chart]').toArray()) {
        const [svg = '', png = ''] = $(figure)
          .find('a[download]')
          .toArray()
          .map(({ attribs }) => new URL(attribs['href'] ?? '', `http://site/${path}`).pathname)
          .map((name) => name.slice(1))
        const words = load(site.read(svg), { xml: true })('desc').text()
        for (const cell of $(figure).find('td').toArray())
          expect(words).toContain($(cell).text().trim())
        expect(readFileSync(join(site.folder, png)).subarray(1, 4).toString()).toBe('PNG')
      }
    }
  })

  test('one page lists them, and is reached from the catalogue of the data', () => {
    expect(pageAt(official, 'data.html').$('a[href="pieces.html"]').length).toBe(1)
    const { $ } = pageAt(official, 'pieces.html')
    for (const image of $('img').toArray()) expect(image.attribs['alt']).not.toBe('')
    expect($('code').text()).toContain(`${officialAddress}figures/2025-q1.html`)
  })
})

test('the data dictionary explains every column in Chinese and English, as a page and as files', () => {
  interface Words {
    zh: string
    en: string
  }
  const { tables } = JSON.parse(real.read('data/dictionary.json')) as {
    tables: { name: string; columns: { key: string; title: Words; description: Words }[] }[]
  }
  const cells = (parse(real.read('data/dictionary.csv'), { bom: true }) as string[][]).flat()
  const { $ } = pageAt(real, 'data.html')
  for (const { name, columns } of tables) {
    const rows = JSON.parse(real.read(`data/all/${name}.json`)) as { rows: object[] }
    const keys = Object.keys(rows.rows[0] ?? {}).filter((key) => key !== 'gaps')
    expect(columns.map(({ key }) => key)).toEqual(keys)
    const shown = $(`#${name} tbody td`)
      .toArray()
      .map((cell) => $(cell).text())
    for (const { title, description } of columns) {
      for (const words of [title.zh, title.en]) expect(cells).toContain(words)
      for (const words of [description.zh, description.en]) {
        expect(cells.filter((cell) => cell.startsWith(words))).not.toEqual([])
        expect(shown.filter((cell) => cell.includes(words))).not.toEqual([])
      }
    }
  }
})
