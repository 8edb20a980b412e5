import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, inject, test } from 'vitest'
import { officialAddress } from '../support/build-sites.ts'
import { readSite } from '../support/site.ts'
import { brokenReferences, foreignReferences } from '../support/references.ts'
import { emptyRooms } from '../support/rooms.ts'
import { suspiciousText } from '../support/suspicious.ts'

const sites = inject('sites')

/**
 * The inline style that the policy of a page allows by its hash; only the page for missing
 * addresses has one.
 */
function allowedStyle(html: string): string {
  const [whole = '', style = ''] = /<style>([^<]*)<\/style>/.exec(html) ?? []
  const hash = createHash('sha256').update(style).digest('base64')
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1]
  return policy?.includes(`'sha256-${hash}'`) === true ? whole : ''
}

/**
 * The kind of data that each site shows, in the words of its pages; an official site has no such
 * note.
 */
const notices = {
  real: '非官方示例，依据公开文件整理',
  demo: '示例数据',
  official: null,
  embedded: null,
  report: '非官方示例',
  reports: '虚构示例',
} as const

describe.each(['real', 'demo', 'official', 'embedded', 'report', 'reports'] as const)(
  'every page of the %s site',
  (name) => {
    const site = readSite(sites[name])
    const notice = notices[name]
    const own = ['official', 'embedded', 'reports'].includes(name)
      ? { siteUrl: officialAddress }
      : {}

    test('has only links that exist, with relative addresses', () => {
      expect(brokenReferences(site, own)).toEqual([])
    })

    test('requests nothing from another host', () => {
      expect(foreignReferences(site)).toEqual([])
    })

    test('marks each link to another host, and states when it is not a government host', () => {
      for (const { path, $ } of site.pages) {
        for (const link of $('a[href^="http"]').toArray()) {
          const href = $(link).attr('href') ?? ''
          const { hostname } = new URL(href)
          // The portal that contains the site is not another host.
          if (own.siteUrl !== undefined && hostname === new URL(own.siteUrl).hostname) continue
          const isGovernment = /(^|\.)(gov|conac)\.cn$/.test(hostname)
          expect($(link).attr('rel'), path).toContain('external')
          expect($(link).text().includes('（非政府网站）'), path).toBe(!isGovernment)
        }
      }
    })

    test('holds no null, undefined, NaN or Invalid Date', () => {
      expect(suspiciousText(site)).toEqual([])
    })

    test('has no empty list, table, section or heading, and a unique title', () => {
      expect(emptyRooms(site)).toEqual([])
    })

    test('is in Chinese, and begins with a link that skips to its content', () => {
      for (const { path, $ } of site.pages) {
        expect($('html').attr('lang'), path).toBe('zh-CN')
        // These have no navigation to skip: pages in a portal, frames, the page for missing addresses.
        if (name === 'embedded' || path.startsWith('figures/') || path === '404.html') continue
        const [first] = $('a[href], button, input, select, summary').toArray()
        expect($(first).attr('href'), path).toBe('#main')
        expect($('#main').length, path).toBe(1)
      }
    })

    test('names each table, and says of each head which cells it is the head of', () => {
      const nameless = site.pages.flatMap(({ path, $ }) =>
        $('table')
          .toArray()
          .filter((table) => {
            const heads = $(table).find('th').toArray()
            return (
              $(table).children('caption').text().trim() === '' ||
              heads.length === 0 ||
              heads.some(
                (head) => !/^(col|row|colgroup|rowgroup)$/.test($(head).attr('scope') ?? ''),
              )
            )
          })
          .map((table) => `${path}: ${$(table).text().trim().slice(0, 60)}`),
      )
      expect(nameless).toEqual([])
    })

    test('repeats no word in its heading', () => {
      const doubled = site.pages
        .map(({ path, $ }) => `${path}: ${$('h1').text()}`)
        .filter((heading) => /(检查|通报|结果|台账)\1|批第\d+批/.test(heading))
      expect(doubled).toEqual([])
    })

    test('states the kind of data it shows', () => {
      const wrong = site.pages.filter(({ path, $ }) => {
        const text = $('body').text()
        if (notice !== null) return !text.includes(notice)
        // The manual explains the words.
        return !path.startsWith('manual/') && /非官方示例|示例数据/.test(text)
      })
      expect(wrong.map(({ path }) => path)).toEqual([])
    })

    test('has no script or style inside the page, as its content security policy demands', () => {
      const inline = site.pages
        .filter(({ html }) =>
          // Data that a script of the page reads is not a script.
          / style="|<style|<script(?![^>]*( src=| type="application\/(ld\+)?json"))|<script type="module"/.test(
            html.replace(allowedStyle(html), ''),
          ),
        )
        .map(({ path }) => path)
      expect(inline).toEqual([])
    })

    test('forbids inline styles and scripts in its policy', () => {
      const policies = site.pages.map(
        ({ path, $ }) => $('meta[http-equiv="Content-Security-Policy"]').attr('content') ?? path,
      )
      for (const policy of policies)
        expect(policy).toMatch(/^default-src 'self';(?!.*unsafe-inline)/)
    })

    test('hides only controls until scripts run', () => {
      const controls =
        'form, button, .page-buttons, .search-results, .search-manual, .form-page, .form-page *'
      const waiting = site.pages.flatMap(({ path, $ }) =>
        $('[hidden]')
          .not(controls)
          .toArray()
          .map((element) => `${path}: ${$(element).text().trim()}`),
      )
      expect(waiting).toEqual([])
    })

    test('shows every percentage with its fraction, or the reason why there is none', () => {
      const explained = /\d+\/\d+|文件未单列|文件未写明|文件所载/
      const bare = site.pages
        .filter(({ path }) => /^(index|inspections|units|self-inspections)/.test(path))
        .flatMap(({ path, $ }) =>
          // A row of a table, a pair of a list and a figure are each read at once.
          $('tbody tr, dl > div, .figure')
            .toArray()
            .map((place) => $(place).text())
            .filter((text) => /\d%/.test(text) && !explained.test(text))
            .map((text) => `${path}: ${text.replace(/\s+/g, ' ')}`),
        )
      expect(bare).toEqual([])
    })
  },
)

test.each(['real', 'demo', 'official'] as const)(
  'no two files of the %s site differ only in case, and Windows accepts every name',
  (name) => {
    const files = [...readSite(sites[name]).files]
    expect(new Set(files.map((path) => path.toLowerCase())).size).toBe(files.length)
    const strange = files.filter((path) =>
      path
        .split('/')
        .some((part) => /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)|[<>:"|?*\\]|[. ]$/i.test(part)),
    )
    expect(strange).toEqual([])
  },
)

test('two builds of the same data for the same day are equal byte for byte', () => {
  const filesIn = (folder: string): string[] =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length))
      .sort()
  const files = filesIn(sites.real)
  expect(filesIn(sites.again)).toEqual(files)
  const different = files.filter(
    (file) => !readFileSync(join(sites.real, file)).equals(readFileSync(join(sites.again, file))),
  )
  expect(different).toEqual([])
})
