import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import ical from 'ical.js'
import type { Browser } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { generateCity } from '#demo/generate.ts'
import { writeDemo } from '#demo/write.ts'
import type { Folders } from '../support/authored.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { command, startCommand } from '../support/command.ts'
import { formula, hostile, withHostileTexts } from '../support/hostile.ts'
import { assembleRealCases } from '../support/real-cases.ts'
import { serve, type Served } from '../support/serve.ts'
import { faultsIn, opened } from './hostile-files.ts'
import { page, type Page, readSite, type Site, withoutSpace } from '../support/site.ts'

interface Built {
  site: Site
  served: Served
  reached: Set<string>
  possible: Set<string>
}
const built: Record<'city' | 'documents', Built | undefined> = {
  city: undefined,
  documents: undefined,
}
let browser: Browser
const root = mkdtempSync(join(tmpdir(), 'gongshi-hostile-'))

type Parts = Record<string, object>
const attached = 'list.csv'

/** Parts that neither the city nor the documents have, by the files of the city that get them. */
const parts: readonly [RegExp, (file: Parts) => Parts][] = [
  [/^data\/site\.yaml$/, () => ({ licence: { name: '许可' }, letterhead: { office: '办公室' } })],
  [
    /^data\/indicators\//,
    ({ indicators }) => ({
      indicators: every(indicators, { thresholds: { 天数: { value: 14, unit: '天' } } }),
    }),
  ],
  [
    /^data\/inspections\//,
    ({ issues }) => ({
      issues: every(issues, { window: { label: '第四季度' } }),
      figures: { 全市数: { value: 3 } },
      attachments: [{ file: attached, title: '清单' }],
    }),
  ],
  [
    /^data\/(registers|self-inspections|rectifications)\//,
    () => ({ corrections: [{ on: '2024-12-01', at: 'x', from: '原', to: '今', reason: '录错' }] }),
  ],
  [
    /^data\/self-inspections\//,
    () => ({
      document: { title: '报告' },
      results: {
        media: {
          tally: { total: 4, checked: 4, failed: 0 },
          window: { label: '第四季度' },
          splits: { platform: { of: 'total', parts: { 微信: { value: 4 } } } },
        },
      },
      attachments: [{ file: attached, title: '清单' }],
    }),
  ],
]

const every = (records: object | undefined, more: object): object =>
  Object.fromEntries(
    Object.entries((records ?? {}) as Parts).map(([id, record]) => [id, { ...more, ...record }]),
  )

function withParts([path, text]: [string, string]): [string, string] {
  const makers = parts.filter(([matches]) => matches.test(path))
  if (makers.length === 0) return [path, text]
  const file = parse(text, { schema: 'core' }) as Parts
  const made = makers.map(([, make]) => make(file))
  return [path, stringify({ ...file, ...(Object.assign({}, ...made) as Parts) })]
}

/** A year of the demo city: registers, corrections, statements and reports. */
function city(folder: string): ReturnType<typeof withHostileTexts> & Folders {
  const files = [...generateCity({ size: 'city-1y', seed: 1 })].filter(
    ([path]) => !path.includes('/self-inspections/') || path.endsWith('/li-jiang.yaml'),
  )
  const changed = withHostileTexts(new Map(files.map(withParts)))
  writeDemo(folder, changed.files)
  const content = join(folder, 'content')
  for (const [path] of files) {
    const record = /^data\/(?:inspections|self-inspections)\/(.*)\.yaml$/.exec(path)?.[1]
    if (record === undefined) continue
    mkdirSync(join(content, 'attachments', record), { recursive: true })
    writeFileSync(join(content, 'attachments', record, attached), '单位\r\n')
  }
  return { ...changed, data: join(folder, 'data'), content }
}

/** All real documents among the cases, on a site with everything that an official one says of itself. */
function documents(folder: string): ReturnType<typeof withHostileTexts> & Folders {
  const { data, content } = assembleRealCases(folder)
  const official = parse(readFileSync('test/cases/official/data/site.yaml', 'utf8')) as {
    registration: object
  }
  const { registration } = official
  const paths = readdirSync(data, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
  const files = paths.map((path): [string, string] => {
    const text = readFileSync(join(folder, path), 'utf8')
    if (!path.endsWith('site.yaml')) return [path, text]
    const file = parse(text, { schema: 'core' }) as Record<string, object>
    return [path, stringify({ ...official, ...file, registration })]
  })
  const keyed = files.map(([path, text]): [string, string] => [path.replaceAll(sep, '/'), text])
  const changed = withHostileTexts(new Map(keyed))
  for (const [path, text] of changed.files) writeFileSync(join(folder, path), text)
  const pictures = 'attachments/site'
  cpSync(join('test/cases/official/content', pictures), join(content, pictures), {
    recursive: true,
  })
  return { ...changed, data, content }
}

beforeAll(async () => {
  browser = await openBrowser()
  const build = async (
    name: 'city' | 'documents',
    make: typeof city | typeof documents,
    asOf: string,
  ): Promise<void> => {
    const folder = join(root, name)
    const { data, content, reached, possible } = make(folder)
    const out = join(folder, 'out')
    await startCommand([name === 'city' ? 'archive' : 'build'], {
      DATA_DIR: data,
      CONTENT_DIR: content,
      OUT_DIR: out,
      AS_OF: asOf,
      SITE_URL: 'https://www.example.gov.cn/',
    })
    built[name] = { site: readSite(out), served: await serve(out), reached, possible }
  }
  await Promise.all([
    build('city', city, '2024-12-20'),
    build('documents', documents, '2026-12-01'),
  ])
})
afterAll(async () => {
  await browser.close()
  await built.city?.served.close()
  await built.documents?.served.close()
  rmSync(root, { recursive: true })
})

const jsonOf = (text: string): string => JSON.stringify(JSON.parse(text))

const builtAs = (name: 'city' | 'documents'): Built => {
  const found = built[name]
  if (found === undefined) throw new Error(`${name} was not built`)
  return found
}

test('every text that the data can hold takes hostile text somewhere', () => {
  // A count, a figure and a group of them have one schema and one look wherever they stand.
  const alike = (place: string) =>
    place
      .replace(/^.*[ .](tally\.\w+|splits\.\*\.parts\.\*|figures\.\*)\./, 'count.')
      .replace(/^.*(areas|results)\.\*\.(rounds\.\*\.)?/, 'group.')
  const reached = new Set([...builtAs('city').reached, ...builtAs('documents').reached].map(alike))
  const missed = new Set(
    [...builtAs('city').possible].map(alike).filter((one) => !reached.has(one)),
  )
  // No site among them signs editors in.
  expect([...missed]).toEqual(['data/site.yaml editor.app'])
})

/** The page, once for each of its texts in which the hostile text begins and does not go on to its end. */
function brokenOn({ path, $ }: Page): string[] {
  const [start = ''] = hostile.split('"')
  const attributes = $('*')
    .toArray()
    .flatMap((element) => Object.values($(element).attr() ?? {}))
  return [$.root().text(), ...attributes]
    .filter((text) => text.split(start).length !== text.split(hostile).length)
    .map(() => path)
}

test('archives with hostile texts are what was signed, and hold them whole on every page and in every file', () => {
  const { site } = builtAs('city')
  const archives = [...site.files].filter((path) => path.endsWith('.zip'))
  expect(archives.length).toBeGreaterThan(2)
  command(['verify', join(site.folder, 'archives')], {})
  for (const archive of archives) {
    const entries = Object.entries(unzipSync(readFileSync(join(site.folder, archive))))
    const pages = entries
      .filter(([path]) => path.endsWith('.html'))
      .map(([path, bytes]) => page(path, strFromU8(bytes)))
    expect(pages.flatMap(brokenOn), archive).toEqual([])
    expect(
      pages.some(({ $ }) => $.root().text().includes(hostile)),
      archive,
    ).toBe(true)
    const files = entries
      .filter(([path]) => !/^(attachments|schema)\//.test(path))
      .flatMap(([path, bytes]) => opened(path, Buffer.from(bytes)) ?? [])
    expect(files.flatMap(faultsIn), archive).toEqual([])
  }
})

test('a printed report says hostile texts whole, in its properties and on its pages', async () => {
  const { site } = builtAs('city')
  const report = 'self-inspections/2024-q4/li-jiang'
  const out = join(root, 'pdf')
  command(['pdf', report, '--out', out], { OUT_DIR: site.folder })
  const document = await getDocumentProxy(new Uint8Array(readFileSync(join(out, `${report}.pdf`))))
  const { info } = await document.getMetadata()
  expect(info).toMatchObject({
    Title: expect.stringContaining(hostile),
    Author: expect.stringContaining(hostile),
    Subject: expect.stringContaining(hostile),
  })
  const { text } = await extractText(document, { mergePages: true })
  // Letters from right to left come out in the order in which they are drawn.
  const [latin = ''] = hostile.split(' العربية')
  expect(withoutSpace(text)).toContain(withoutSpace(`${formula}对照检查指标`))
  expect(withoutSpace(text)).toContain(withoutSpace(latin))
})

describe.each(['city', 'documents'] as const)('with hostile texts everywhere: %s', (name) => {
  test('no page holds a script but the site’s own, nor any address that runs', () => {
    for (const { path, $ } of builtAs(name).site.pages) {
      for (const script of $('script').toArray()) {
        const own = /(^|\/)assets\/[\w-]+\.js$/.test($(script).attr('src') ?? '')
        const data = /json$/.test($(script).attr('type') ?? '')
        expect(own || data, path).toBe(true)
      }
      expect($('[onclick], [onload], [onerror], [href^="javascript:" i]').length, path).toBe(0)
    }
  })

  test('every page shows each text whole', () => {
    expect(builtAs(name).site.pages.flatMap(brokenOn)).toEqual([])
  })

  test('every data file, feed, picture, workbook and document can be read, and holds the texts whole', () => {
    const { site } = builtAs(name)
    const own = [...site.files].filter((path) => !/^(attachments|pagefind|schema)\//.test(path))
    const files = own.flatMap((path) => opened(path, readFileSync(join(site.folder, path))) ?? [])
    expect(files.flatMap(faultsIn)).toEqual([])
    // Files of so many kinds bear the texts, those with tables at the start of cells too.
    const kindsWith = (holds: (text: string) => boolean): string[] =>
      [...Map.groupBy(files, ({ path }) => path.replace(/^.*\./, ''))]
        .filter(([, alike]) => alike.some(({ texts }) => texts.some(holds)))
        .map(([kind]) => kind)
        .sort()
    expect(kindsWith((text) => text.includes(hostile))).toEqual([
      'csv',
      'docx',
      'json',
      'jsonld',
      'svg',
      'xlsx',
      'xml',
    ])
    expect(kindsWith((text) => text.startsWith(`'${formula}`))).toEqual(['csv'])
    expect(kindsWith((text) => text.startsWith(formula))).toEqual(['docx', 'json', 'xlsx'])
    const embedded = files.filter(({ path }) => /^figures\/.*\.json$/.test(path))
    expect(embedded.length).toBeGreaterThan(0)
    for (const { path, texts } of embedded)
      expect(
        texts.some((text) => text.includes(hostile)),
        path,
      ).toBe(true)
    for (const path of own.filter((file) => file.endsWith('.ics'))) {
      const calendar = new ical.Component(ical.parse(site.read(path)) as [])
      const [event] = calendar.getAllSubcomponents('vevent')
      expect(event?.getFirstPropertyValue('summary'), path).toContain(hostile)
    }
    // The dictionary tells of columns only, in words of the product.
    for (const path of own.filter((file) => /^data\/(?!dictionary).*\.json$/.test(file)))
      expect(jsonOf(site.read(path)), path).toContain(JSON.stringify(hostile).slice(1, -1))
  })

  test('no kind of page scrolls sideways at 360 pixels, runs anything or asks for anything', async () => {
    const { site, served } = builtAs(name)
    const kinds = Map.groupBy(site.pages, ({ path }) =>
      path.includes('/') ? path.replace(/\/[^/]*$/, '').replace(/\/\d.*$/, '') : path,
    )
    const { page, foreign, errors } = await openPage(browser, served.origin, {
      viewport: { width: 360, height: 640 },
    })
    const wide: string[] = []
    page.on('dialog', (dialog) => {
      wide.push(dialog.message())
      void dialog.dismiss()
    })
    for (const [kind, pages] of kinds) {
      if (kind.startsWith('manual')) continue
      const heaviest = pages.toSorted((a, b) => b.html.length - a.html.length)[0]?.path ?? ''
      await page.goto(served.url + heaviest)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      if (width > 360) wide.push(`${heaviest}: ${String(width)}`)
    }
    expect({ wide, foreign, errors }).toEqual({ wide: [], foreign: [], errors: [] })
    await page.context().close()
  })
})
