import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import ical from 'ical.js'
import type { Browser } from 'playwright-core'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, openPage, visit } from '../support/browser.ts'
import { command } from '../support/command.ts'
import { formula, hostile } from '../support/hostile.ts'
import { buildHostile, type HostileSite } from '../support/hostile-sites.ts'
import { serve, type Served } from '../support/serve.ts'
import { faultsIn, opened } from './hostile-files.ts'
import { page, type Page, readSite, type Site, withoutSpace } from '../support/site.ts'

interface Built {
  site: Site
  served: Served
  reached: Set<string>
  possible: Set<string>
}
const built: Record<HostileSite, Built | undefined> = {
  city: undefined,
  documents: undefined,
}
let browser: Browser
const root = mkdtempSync(join(tmpdir(), 'gongshi-hostile-'))

beforeAll(async () => {
  browser = await openBrowser()
  const build = async (name: HostileSite): Promise<void> => {
    const out = join(root, name, 'out')
    const { reached, possible } = await buildHostile(name, join(root, name), out)
    built[name] = { site: readSite(out), served: await serve(out), reached, possible }
  }
  await Promise.all([build('city'), build('documents')])
})
afterAll(async () => {
  await browser.close()
  await built.city?.served.close()
  await built.documents?.served.close()
  rmSync(root, { recursive: true })
})

const jsonOf = (text: string): string => JSON.stringify(JSON.parse(text))

const builtAs = (name: HostileSite): Built => {
  const found = built[name]
  if (found === undefined) throw new Error(`${name} was not built`)
  return found
}

test('every text field of the data holds a hostile text in some record', () => {
  // Counts, figures and groups of them have one schema and look the same everywhere.
  const alike = (place: string) =>
    place
      .replace(/^.*[ .](tally\.\w+|splits\.\*\.parts\.\*|figures\.\*)\./, 'count.')
      .replace(/^.*(areas|results)\.\*\.(rounds\.\*\.)?/, 'group.')
  const reached = new Set([...builtAs('city').reached, ...builtAs('documents').reached].map(alike))
  const missed = new Set(
    [...builtAs('city').possible].map(alike).filter((one) => !reached.has(one)),
  )
  // None of the sites has an editor with sign-in.
  expect([...missed]).toEqual(['data/site.yaml editor.app'])
})

/**
 * The address of a page, once for each of its texts in which the hostile text begins but is not
 * complete.
 */
function brokenOn({ path, $ }: Page): string[] {
  const [start = ''] = hostile.split('"')
  const attributes = $('*')
    .toArray()
    .flatMap((element) => Object.values($(element).attr() ?? {}))
  return [$.root().text(), ...attributes]
    .filter((text) => text.split(start).length !== text.split(hostile).length)
    .map(() => path)
}

test('archives with hostile texts pass verification, and hold the texts unchanged', () => {
  const { site } = builtAs('city')
  const archives = [...site.files].filter((path) => /^archives\/.*\.zip$/.test(path))
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

test('a printed report holds hostile texts unchanged, in its properties and on its pages', async () => {
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
  // Letters that run from right to left are read in the order in which they are drawn.
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

  test('every page shows each text completely', () => {
    expect(builtAs(name).site.pages.flatMap(brokenOn)).toEqual([])
  })

  test('every data file, feed, picture, workbook and document can be read, and holds the texts unchanged', () => {
    const { site } = builtAs(name)
    const own = [...site.files].filter((path) => !/^(attachments|pagefind|schema)\//.test(path))
    const files = own.flatMap((path) => opened(path, readFileSync(join(site.folder, path))) ?? [])
    expect(files.flatMap(faultsIn)).toEqual([])
    // Files of all these kinds contain the texts; tables also have them at the start of cells.
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
    // The dictionary describes columns only, in the words of the program.
    for (const path of own.filter((file) => /^data\/(?!dictionary).*\.json$/.test(file)))
      expect(jsonOf(site.read(path)), path).toContain(JSON.stringify(hostile).slice(1, -1))
  })

  test('no kind of page scrolls sideways at 360 pixels, runs injected code or requests anything', async () => {
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
      await visit(page, served.url + heaviest)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      if (width > 360) wide.push(`${heaviest}: ${String(width)}`)
    }
    expect({ wide, foreign, errors }).toEqual({ wide: [], foreign: [], errors: [] })
    await page.context().close()
  })
})
