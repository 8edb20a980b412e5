import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { unzipSync } from 'fflate'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Release } from '#export/packages/release.ts'
import { buildOfficial } from '../support/build-sites.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { pageAt, page, readSite } from '../support/site.ts'

const official = inject('sites').official
const site = readSite(official)
const release = JSON.parse(site.read('archives/release.json')) as Release
const zip = readFileSync(join(official, 'archives/2025-q1.zip'))
const files = new Map(Object.entries(unzipSync(zip)))
const html = (path: string): string => Buffer.from(files.get(path) ?? []).toString('utf8')
const pages = [...files.keys()]
  .filter((path) => path.endsWith('.html'))
  .map((path) => page(path, html(path)))

test('an archive holds the pages, the data and the attachments of its inspection', () => {
  expect([...files.keys()]).toEqual(
    expect.arrayContaining([
      'index.html',
      'inspections/2025-q1.html',
      'bulletins/2025-q1.html',
      'issues/2025-q1-01.html',
      'self-inspections/2025-q2.html',
      'self-inspections/2025-q2/shuiwu.html',
      'data/inspections/2025-q1.json',
      'data/inspections/2025-q1/rates.csv',
      'data/registers/2025-q2/register.csv',
      'attachments/2025-q1/tongbao.ofd',
    ]),
  )
  expect([...files.keys()].filter((path) => path.includes('2024-q4'))).toEqual([])
})

test.each(pages)(
  '$path leads nowhere outside the archive and follows no calendar',
  ({ path, $ }) => {
    // Every address in the files; the canonical one says where the page is published.
    const outside = $('[href]:not(link[rel="canonical"]), [src], [action], [poster], [data-src]')
      .toArray()
      .map(({ attribs }) =>
        ['href', 'src', 'action', 'poster', 'data-src'].flatMap((name) => attribs[name] ?? []),
      )
      .flat()
      .filter((address) => {
        const { protocol, pathname } = new URL(address, `file:///${path}`)
        return protocol !== 'file:' || !files.has(decodeURIComponent(pathname.slice(1)))
      })
    expect(outside).toEqual([])
    expect($('script[data-as-of], nav.site-nav, header [href="#menu"]').length).toBe(0)
  },
)

test.each(pages.filter(({ path }) => path !== 'index.html'))(
  '$path contains all content of the page of the site',
  ({ path, $ }) => {
    const main = ({ $: query }: Pick<ReturnType<typeof page>, '$'>) => query('main').text()
    const published = pageAt(site, path)
    // Addresses of other sites are printed behind their links, and in places behind their names.
    const addresses = /（https?:[^）]*）/g
    const words = main(published).replace(addresses, '').split(/\s+/)
    const archived = main({ $ }).replace(addresses, '')
    expect(words.filter((word) => !archived.includes(word))).toEqual([])
  },
)

test('the contents lead to every page, data file and attachment', () => {
  const contents = page('index.html', html('index.html'))
  const linked = contents
    .$('a')
    .toArray()
    .map(({ attribs }) => attribs['href'])
  // The letterhead and the seal of the office are on the page of the bulletin.
  const shown = /^(index|assets|schema|favicon|attachments\/site\/)/
  const wanted = [...files.keys()].filter((path) => !shown.test(path))
  expect(linked.toSorted()).toEqual(wanted.toSorted())
  expect(contents.$('main').text()).toContain('通报原件，2025-q1/tongbao.ofd（OFD，1 KB）')
})

test('the list records what the archives were built from, and does not list itself', () => {
  expect(release).toMatchObject({ version: 1, as_of: '2025-06-05', check: { errors: 0 } })
  expect(release.product.version).toMatch(/^\d+\.\d+\.\d+$/)
  expect(release.node).toBe(Number(process.versions.node.split('.')[0]))
  expect(release.archives.map(({ path }) => path)).toEqual(['2024-q4.zip', '2025-q1.zip'])
  const sums = site.read('archives/SHA256SUMS').trim().split('\n')
  expect(sums).toEqual(release.archives.map(({ path, sha256 }) => `${sha256}  ${path}`))
})

test('the catalogue of the data links every archive and the lists', () => {
  const { $ } = pageAt(site, 'data.html')
  const links = $('#archives a')
    .toArray()
    .map(({ attribs }) => attribs['href'])
  expect(links).toEqual([
    ...release.archives.map(({ path }) => `archives/${path}`),
    'archives/SHA256SUMS',
    'archives/release.json',
  ])
  expect(pageAt(readSite(inject('sites').real), 'data.html').$('#archives').length).toBe(0)
})

const root = mkdtempSync(join(tmpdir(), 'gongshi-archives-'))
afterAll(() => {
  rmSync(root, { recursive: true })
})

test('built again from nothing, in another folder, time zone and locale, every file is the same', () => {
  const folder = join(root, '另一个 文件夹')
  buildOfficial(folder, { TZ: 'Pacific/Kiritimati', LC_ALL: 'C' })
  const names = readdirSync(join(official, 'archives')).sort()
  expect(names).toEqual(['2024-q4.zip', '2025-q1.zip', 'SHA256SUMS', 'release.json'])
  expect(readdirSync(join(folder, 'archives')).sort()).toEqual(names)
  const bytes = (of: string, name: string) => readFileSync(join(of, 'archives', name))
  expect(names.filter((name) => !bytes(folder, name).equals(bytes(official, name)))).toEqual([])
})

describe('the command that proves it', () => {
  const verify = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['src/cli/gongshi.js', 'verify', ...args],
      { encoding: 'utf8' },
    )
    return { status, output: stdout + stderr }
  }

  test('says that the folder and each archive are the same', () => {
    for (const path of ['archives', 'archives/2025-q1.zip'])
      expect(verify(join(official, path))).toEqual({
        status: 0,
        output: expect.stringMatching(/^一致：/),
      })
  })

  test('names each file that differs, is missing or was added', () => {
    const folder = join(root, '2025-q1')
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), bytes)
    }
    const list = ['--release', join(official, 'archives/release.json')]
    expect(verify(folder, ...list).status).toBe(0)
    writeFileSync(join(folder, 'bulletins/2025-q1.html'), '改过')
    writeFileSync(join(folder, 'new.html'), '多的')
    rmSync(join(folder, 'data/inspections/2025-q1.json'))
    const { status, output } = verify(folder, ...list)
    expect(status).toBe(1)
    expect(output).toMatch(
      /^不一致：.*有3处不同。\n {2}内容不同：bulletins\/2025-q1\.html\n {2}缺少：data\/inspections\/2025-q1\.json\n {2}多出：new\.html\n/,
    )
  })

  test.each([[[]], [['--release']], [['a', '--relaese', 'b']], [['a', '--release', 'b', 'c']]])(
    'tells how to write it instead of %j',
    (args) => {
      expect(verify(...args)).toEqual({
        status: 1,
        output: expect.stringMatching(/用法：npm run verify -- /),
      })
    },
  )
})

describe('opened from disk', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser.close()
  })

  test('a reader comes from the contents to an inspection and its bulletin, and nothing is missing', async () => {
    const folder = join(root, 'unpacked')
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), bytes)
    }
    const { page: tab, foreign, errors } = await openPage(browser, 'http://none.invalid')
    await tab.goto(`file://${folder}/index.html`)
    await tab.getByRole('link', { name: '2025年第一季度检查结果' }).click()
    await tab.getByRole('link', { name: '通报全文' }).click()
    expect(await tab.locator('#UCAP-CONTENT h1').textContent()).toContain('2025年第一季度')
    expect({ foreign, errors }).toEqual({ foreign: [], errors: [] })
    await tab.context().close()
  })
})

test('a site of reports alone has an archive of each period, with its reports and nothing of others', () => {
  const reports = readSite(inject('sites').reports)
  const archived = (JSON.parse(reports.read('archives/release.json')) as Release).archives
  const periods = reports.pages.flatMap(
    ({ path }) => /^self-inspections\/([^/]+)\.html$/.exec(path)?.[1] ?? [],
  )
  expect(periods.length).toBeGreaterThan(1)
  expect(archived.map(({ period }) => period).sort()).toEqual(periods.sort())
  for (const { period = '', files: listed } of archived) {
    const own = listed.map(({ path }) => path)
    const pages = own.filter((path) => /^self-inspections\/.*\.html$/.test(path))
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.filter((path) => !path.startsWith(`self-inspections/${period}`))).toEqual([])
    expect(own).toContain('index.html')
  }
})
