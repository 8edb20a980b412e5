import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { officialAddress } from '../support/build-sites.ts'
import { pageAt, readSite } from '../support/site.ts'

const official = readSite(inject('sites').official)
const embedded = readSite(inject('sites').embedded)
const real = readSite(inject('sites').real)

type Page = (typeof official.pages)[number]

/**
 * The tags that inspectors of government websites look for; their names begin with a capital
 * letter.
 */
const tagsOf = ({ $ }: Page): Record<string, string | undefined> =>
  Object.fromEntries(
    $('meta[name]')
      .toArray()
      .map((tag) => [$(tag).attr('name') ?? '', $(tag).attr('content')] as const)
      .filter(([name]) => /^[A-Z]/.test(name)),
  )
const page = (site: typeof official, path: string): Page => {
  const found = site.pages.find((one) => one.path === path)
  if (found === undefined) throw new Error(`${path} was not built`)
  return found
}
/** The page for missing addresses is left out, because it is served at any depth. */
const pages = (site: typeof official): Page[] =>
  site.pages.filter(({ path }) => path !== '404.html')
/** Pages that other sites embed consist of their main part only, inside a portal or not. */
const wholePages = (site: typeof official): Page[] =>
  pages(site).filter(({ path }) => !path.startsWith('figures/'))
/** The visible content; a form also holds data for its script. */
const mainText = ({ $ }: Page): string => $('main').clone().find('script').remove().end().text()

describe('an official site carries what inspectors of government websites look for', () => {
  const site = {
    SiteName: '示例市人民政府',
    SiteDomain: 'www.example.gov.cn',
    SiteIDCode: '0000000001',
  }
  const column = {
    ColumnName: '网站与政务新媒体监管',
    ColumnDescription: '公开示例市政府网站和政务新媒体的检查结果与整改情况。',
    ColumnKeywords: '政府网站,政务新媒体,检查通报',
    ColumnType: '数据发布',
  }

  test('three tags on the home page', () => {
    expect(tagsOf(page(official, 'index.html'))).toEqual(site)
  })

  test.each(['inspections.html', 'units.html', 'units/xihu.html', 'self-inspections/2025-q2.html'])(
    'seven on a page of a column: %s',
    (path) => {
      expect(tagsOf(page(official, path))).toEqual({ ...site, ...column })
    },
  )

  test('ten on an article, dated by the data, and its address', () => {
    expect(tagsOf(page(official, 'bulletins/2025-q1.html'))).toEqual({
      ...site,
      ...column,
      ArticleTitle: '示例市人民政府办公室关于2025年第一季度政府网站和政务新媒体检查情况的通报',
      PubDate: '2025-03-12 00:00',
      ContentSource: '示例市人民政府办公室',
      Url: `${officialAddress}bulletins/2025-q1.html`,
    })
    expect(tagsOf(page(official, 'self-inspections/2025-q2/shuiwu.html'))).toMatchObject({
      PubDate: '2025-06-04 00:00',
      ContentSource: '市水务局',
    })
  })

  test('a picture of its period and kind, for messengers and networks', () => {
    const { $ } = page(official, 'bulletins/2025-q1.html')
    const picture = $('meta[property="og:image"]').attr('content') ?? ''
    expect(picture).toBe(`${officialAddress}share/bulletins/2025-q1.png`)
    const file = readFileSync(join(inject('sites').official, picture.slice(officialAddress.length)))
    expect(file.subarray(1, 4).toString()).toBe('PNG')
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([1200, 630])
    for (const [path, own] of [
      ['issues/2025-q1-01.html', 'inspections/2025-q1'],
      ['self-inspections/2025-q2/shuiwu.html', 'self-inspections/2025-q2'],
      ['units/xihu.html', 'site/home'],
    ] as const)
      expect(page(official, path).$('meta[property="og:image"]').attr('content'), path).toBe(
        `${officialAddress}share/${own}.png`,
      )
    for (const { path, $: of } of wholePages(official)) {
      const address = of('meta[property="og:image"]').attr('content') ?? ''
      expect(official.files, path).toContain(address.slice(officialAddress.length))
    }
  })

  test('a title of the form 标题-栏目-站名', () => {
    const site = '示例市政务公开检查公示'
    for (const { path, $ } of wholePages(official)) {
      const own = $('.breadcrumbs li').last().text().trim()
      const column =
        path === 'index.html' ? own : $('.site-nav [aria-current="true"]').text().trim()
      expect($('title').text(), path).toBe(
        [...new Set([own, column, site])].filter((part) => part !== '').join('-'),
      )
    }
    expect(page(official, 'units/xihu.html').$('title').text()).toBe(`西湖区-单位-${site}`)
    expect(page(official, 'units.html').$('title').text()).toBe(`单位-${site}`)
  })

  test('each once on a page, whatever the case of its letters, and never empty', () => {
    for (const { path, $ } of pages(official)) {
      const names = $('meta[name]')
        .toArray()
        .map((tag) => $(tag).attr('name')?.toLowerCase())
      expect(new Set(names).size, path).toBe(names.length)
      for (const tag of $('meta[name]').toArray())
        expect($(tag).attr('content')?.trim(), path).not.toBe('')
    }
  })

  test('every footer has organiser, site code, filings, mark and a link to report a fault of the page', () => {
    for (const { path, $ } of wholePages(official)) {
      const footer = $('footer')
      for (const text of [
        '主办单位：示例市人民政府办公室',
        '网站标识码：0000000001',
        '例ICP备00000000号-1',
        '例公网安备 00000000000001号',
        '党政机关网站标识',
      ])
        expect(footer.text(), path).toContain(text)
      const fault = footer.find('a:contains("我为政府网站找错")').attr('href') ?? ''
      expect(new URL(fault).searchParams.get('url'), path).toBe(officialAddress + path)
      expect(footer.find('a[href*="recordcode=00000000000001"]').length, path).toBe(1)
    }
  })

  test('every footer shows the pictures that the office supplied, and so does the page for missing addresses', () => {
    const picturesOn = (path: string, selector: string) => {
      const { $ } = pageAt(official, path)
      return $(`${selector} img`)
        .toArray()
        .map((picture) => new URL($(picture).attr('src') ?? '', officialAddress + path).pathname)
    }
    const folder = new URL('attachments/site/', officialAddress).pathname
    const both = [`${folder}police.png`, `${folder}mark.png`]
    expect(picturesOn('index.html', 'footer')).toEqual(both)
    // The page is served at any depth, and on a mirror too: it holds its pictures itself.
    const embedded = pageAt(official, '404.html').$('main img').toArray()
    expect(embedded.map(({ attribs }) => attribs['src'])).toEqual(
      ['police', 'mark'].map((name) => {
        const bytes = readFileSync(join(official.folder, `attachments/site/${name}.png`))
        return `data:image/png;base64,${bytes.toString('base64')}`
      }),
    )
    expect(official.files.has('attachments/site/mark.png')).toBe(true)
    expect(pageAt(official, '404.html').$('main').text()).toContain('网站标识码：0000000001')
  })

  test('the feed is linked where readers see it', () => {
    expect(pageAt(official, 'about.html').$('main a[href="feed.xml"]').length).toBe(1)
  })

  test('breadcrumbs begin with the path from the portal', () => {
    const steps = page(official, 'units/xihu.html').$('.breadcrumbs li').toArray()
    const { $ } = page(official, 'units/xihu.html')
    expect(steps.map((step) => $(step).text().trim())).toEqual([
      '政务公开',
      '政府网站管理',
      '首页',
      '单位',
      '西湖区',
    ])
  })

  test('the disclosure block has only known rows', () => {
    const block = page(official, 'bulletins/2025-q1.html').$('.document-head').text()
    for (const row of ['索引号', '000000000/2025-00005', '例府办函〔2025〕5号', '综合政务', '有效'])
      expect(block).toContain(row)
    expect(page(real, 'bulletins/2024-q1.html').$('.document-head').text()).not.toContain('索引号')
  })

  test('the web manifest has name, icon and start page under any path', () => {
    for (const { path, $ } of wholePages(official)) {
      const manifest = $('link[rel="manifest"]').attr('href') ?? ''
      expect(new URL(manifest, `https://host/${path}`).pathname).toBe('/manifest.webmanifest')
    }
    const manifest = JSON.parse(official.read('manifest.webmanifest')) as {
      name: string
      start_url: string
      icons: { src: string }[]
    }
    expect(manifest.name).toBe('示例市政务公开检查公示')
    for (const file of [manifest.start_url, ...manifest.icons.map(({ src }) => src)])
      expect(official.files, file).toContain(file)
  })

  test('the header links to every recent period, without scripts', () => {
    const { $ } = page(official, 'issues/2025-q1-01.html')
    expect($('.period-switch summary').text()).toBe('2025年第一季度')
    const links = $('.period-switch a').toArray()
    expect(links.map((link) => $(link).attr('href'))).toEqual([
      '../inspections/2025-q1.html',
      '../inspections/2024-q4.html',
      '../inspections.html',
    ])
  })
})

test('an issue that a program proposed says so, with what was measured and the public evidence', () => {
  const { $ } = page(official, 'issues/2025-q1-02.html')
  const text = $('main .definitions').first().text()
  expect(text).toContain(
    '账号更新巡查：最近一次更新距检查日16天，参考线14天（未经核定）。由程序提示，经人工确认。',
  )
  const evidence = $('main a[href$="attachments/2025-q1/xuncha.txt"]')
  expect(evidence.text()).toContain('巡查记录（TXT')
  expect(official.files).toContain('attachments/2025-q1/xuncha.txt')
  expect(page(official, 'issues/2025-q1-01.html').$('main').text()).not.toContain('经人工确认')
})

test('a site without registration leaves the tags and rows out', () => {
  for (const one of pages(real)) {
    const names = Object.keys(tagsOf(one))
    expect(names, one.path).not.toContain('SiteIDCode')
    expect(names, one.path).not.toContain('ColumnType')
    expect(one.$('footer').text(), one.path).not.toMatch(/备案|标识码|找错/)
  }
})

test('inside a portal a page is only its main part, with the same text', () => {
  // The data of the portal's site has another setting, so its checksum is another.
  const textWithoutChecksum = (one: Page): string => mainText(one).replace(/[0-9a-f]{64}/, '')
  for (const one of pages(embedded)) {
    const inside = one.$('body').children().toArray()
    expect(
      inside.map((element) => element.tagName),
      one.path,
    ).toEqual(['main'])
    expect(textWithoutChecksum(one), one.path).toBe(textWithoutChecksum(page(official, one.path)))
  }
})
