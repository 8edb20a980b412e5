import { parse } from 'csv-parse/sync'
import { load } from 'cheerio'
import { describe, expect, inject, test } from 'vitest'
import { officialAddress } from '../support/build-sites.ts'
import { pageAt, readSite, textOf, withoutSpace } from '../support/site.ts'

const folder = inject('sites').official
const official = readSite(folder)
const real = readSite(inject('sites').real)

describe('the feed of a unit', () => {
  const $ = load(official.read('units/xihu.xml'), { xml: true })

  test('has what was published about it, with dates from the data', () => {
    expect($('entry > title').text()).toBe('2025年第一季度检查结果写到西湖区')
    expect($('entry > updated').text()).toBe('2025-03-12T00:00:00+08:00')
    expect($('feed > link[rel="self"]').attr('href')).toBe(`${officialAddress}units/xihu.xml`)
  })

  test('exists for every unit and is linked from its page, even without entries', () => {
    const units = official.pages.filter(({ path }) => /^units\/[^/_]+\.html$/.test(path))
    expect(units.length).toBeGreaterThan(0)
    for (const { path, $: page } of units) {
      const feed = path.replace('.html', '.xml')
      const linked = page(`link[rel="alternate"][href="${feed.replace('units/', '')}"]`).length
      expect([path, linked, official.files.has(feed)]).toEqual([path, 1, true])
    }
  })

  test('does not exist when the address of the site is unknown, like every other feed', () => {
    expect([...real.files].filter((path) => path.endsWith('.xml'))).toEqual([])
  })
})

describe('the feed of corrections', () => {
  const $ = load(official.read('corrections.xml'), { xml: true })

  test('has each correction with old value, new value and reason, with dates from the data', () => {
    expect($('entry > title').text()).toBe('更正：2025年第一季度检查结果')
    expect($('entry > updated').text()).toBe('2025-03-20T00:00:00+08:00')
    expect($('feed > updated').text()).toBe('2025-03-20T00:00:00+08:00')
    const summary = $('entry > summary').text()
    for (const words of ['两周内没有更新', '两周内未更新', '与原件的文字不一致'])
      expect(summary).toContain(words)
    const page = pageAt(official, 'inspections/2025-q1.html')
    expect($('entry > link').attr('href')).toBe(`${officialAddress}${page.path}`)
    expect(textOf(page, '#corrections')).toContain('与原件的文字不一致')
  })

  test('has only entries that the feed of the site has, under the same id', () => {
    const all = load(official.read('feed.xml'), { xml: true })
    const ids = all('entry > id')
      .toArray()
      .map((id) => all(id).text())
    expect(ids).toContain($('entry > id').text())
    expect(new Set(ids).size).toBe(ids.length)
  })

  test('is found from the page of corrections, and from the one that explains them', () => {
    for (const path of ['corrections.html', 'method.html']) {
      const { $: page } = pageAt(official, path)
      expect(page('link[rel="alternate"][href="corrections.xml"]').length).toBe(1)
    }
  })
})

test('the site map for search engines dates pages by their data, and has no date for other pages', () => {
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
  const explaining = /^(method|glossary|about|pieces|manual\/.*|submit\/.*)\.html$/
  const dateless = [...days].flatMap(([path, day]) => (day === '' ? [path] : []))
  // Only the name of this account is recorded, and of these ledgers nothing that the office did.
  expect(dateless.filter((path) => !explaining.test(path))).toEqual([
    'channels/shuiwu-wx.html',
    'openness/2024/donghe.html',
    'openness/2024/xihu.html',
  ])
})

describe.each(['real', 'demo', 'cases', 'official', 'report', 'reports'] as const)(
  'the pieces of the %s site',
  (name) => {
    const site = readSite(inject('sites')[name])

    test('show the figures of each inspection as its page does, with links that open outside the frame', () => {
      const frames = site.pages.filter(({ path }) => path.startsWith('figures/'))
      let shown = 0
      for (const { path, $ } of frames) {
        expect($('header, footer, nav').length, path).toBe(0)
        expect($('base').attr('target'), path).toBe('_top')
        const whole = textOf(pageAt(site, path.replace('figures/', 'inspections/')), 'main')
        const figures = $('.figure').toArray()
        shown += figures.length
        for (const figure of figures) {
          // The page lists all figures of the area in a place of their own.
          const main = $(figure).clone()
          main.find('.figure-others').remove()
          expect(whole, path).toContain(withoutSpace(main.text()))
        }
      }
      expect(shown > 0).toBe(site.files.has('inspections.html'))
    })

    test('include a badge with the state for every row of every register and for every other report', () => {
      const rows = site.pages
        .filter(({ path }) => /^self-inspections\/[^/]+\.html$/.test(path))
        .flatMap(({ path, $ }) =>
          $('.register tbody tr')
            .toArray()
            .map((row) => {
              const { id = '' } = row.attribs
              return {
                path: path.replace(
                  /^self-inspections\/(.*)\.html$/,
                  `badges/$1/${id.replace('unit-', '')}.svg`,
                ),
                unit: $(row).find('th').text().trim(),
                state: $(row)
                  .find('.chip')
                  .text()
                  .replace(/^[^\p{L}\d]*/u, '')
                  .trim(),
              }
            }),
        )
      const others = site.pages
        .filter(({ path }) => /^self-inspections\/[^/]+\.html$/.test(path))
        .flatMap(({ path, $ }) =>
          $('.table-frame:not(.register) tbody tr')
            .toArray()
            .map((row) => ({
              path: `badges/${path.replace(/^self-inspections\/|\.html$/g, '')}/${
                /([^/]*)\.html$/.exec($(row).find('th a').attr('href') ?? '')?.[1] ?? ''
              }.svg`,
              unit: $(row).find('th').text().trim(),
              state: /公开日期不详|文件未写明/.test($(row).text()) ? '公开日期不详' : '已公开',
            })),
        )
      rows.push(...others)
      const badges = [...site.files].filter((path) => path.startsWith('badges/'))
      expect(rows.map(({ path }) => path).toSorted()).toEqual(badges.toSorted())
      for (const { path, unit, state } of rows) {
        const title = load(site.read(path), { xml: true })('title').text()
        expect([unit, title.startsWith(unit)]).toEqual([unit, true])
        // A badge does not show the number of days left, because it is not drawn again every day.
        expect(title).toContain(state.replace(/，还有\d+天$/, ''))
      }
    })

    test('include the charts of every page as files, with the figures of their tables', () => {
      for (const { path, $ } of site.pages)
        for (const figure of $('figure[data-chart]').toArray()) {
          const [svg = ''] = $(figure)
            .find('a[href$=".svg"]')
            .toArray()
            .map(({ attribs }) => new URL(attribs['href'] ?? '', `http://site/${path}`).pathname)
            .map((address) => decodeURIComponent(address.slice(1)))
          const words = load(site.read(svg), { xml: true })('desc').text()
          for (const cell of $(figure).find('td').toArray())
            expect(words, path).toContain($(cell).text().trim())
        }
    })
  },
)

describe('for other sites', () => {
  test('oEmbed is found from the page of the inspection and frames its figures', () => {
    const { $ } = pageAt(official, 'inspections/2025-q1.html')
    expect($('link[type="application/json+oembed"]').attr('href')).toBe('../figures/2025-q1.json')
    const answer = JSON.parse(official.read('figures/2025-q1.json')) as Record<string, unknown>
    expect(answer).toMatchObject({ version: '1.0', type: 'rich' })
    const frame = load(String(answer['html']))('iframe')
    expect(frame.attr('src')).toBe(`${officialAddress}figures/2025-q1.html`)
    expect(frame.attr('title')).toBe('2025年第一季度检查结果')
  })

  test.each([
    ['official', official],
    ['real', real],
  ] as const)(
    'the code for a badge of the %s site contains no state, and links to the register',
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

  test('one page lists them, and the catalogue of the data links it', () => {
    expect(pageAt(official, 'data.html').$('a[href="pieces.html"]').length).toBe(1)
    const { $ } = pageAt(official, 'pieces.html')
    for (const image of $('main img').toArray()) expect(image.attribs['alt']).not.toBe('')
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
