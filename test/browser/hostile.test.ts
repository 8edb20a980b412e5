import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, sep } from 'node:path'
import ical from 'ical.js'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { generateCity } from '#demo/generate.ts'
import { writeDemo } from '#demo/write.ts'
import type { Folders } from '../support/authored.ts'
import { openBrowser, openPage } from '../support/browser.ts'
import { startCommand } from '../support/command.ts'
import { hostile, withHostileTexts } from '../support/hostile.ts'
import { assembleRealCases } from '../support/real-cases.ts'
import { serve, type Served } from '../support/serve.ts'
import { readSite, type Site } from '../support/site.ts'

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

/** A year of the demo city: registers, corrections, statements and reports. */
function city(folder: string): ReturnType<typeof withHostileTexts> & Folders {
  const files = [...generateCity({ size: 'city-1y', seed: 1 })].filter(
    ([path]) => !path.includes('/self-inspections/') || path.endsWith('/li-jiang.yaml'),
  )
  const changed = withHostileTexts(new Map(files))
  writeDemo(folder, changed.files)
  return { ...changed, data: join(folder, 'data'), content: join(folder, 'content') }
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
    const file = parse(text, { schema: 'core' }) as Record<string, object>
    if (path.endsWith('site.yaml')) return [path, stringify({ ...official, ...file, registration })]
    if (!path.includes(`${sep}inspections${sep}`)) return [path, text]
    const more = { index: '索引号', subject: '综合政务', validity: '有效' }
    return [path, stringify({ ...file, document: { ...more, ...file['document'] } })]
  })
  const keyed = files.map(([path, text]): [string, string] => [path.replaceAll(sep, '/'), text])
  const changed = withHostileTexts(new Map(keyed))
  for (const [path, text] of changed.files) writeFileSync(join(folder, path), text)
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
    await startCommand(['build'], {
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

const builtAs = (name: 'city' | 'documents'): Built => {
  const found = built[name]
  if (found === undefined) throw new Error(`${name} was not built`)
  return found
}

test('a field of almost every name takes hostile text somewhere', () => {
  const lastName = (place: string) => place.replace(/^.*[. ](?=[^.]+$)/, '')
  const { possible } = builtAs('city')
  const reached = new Set(
    [...builtAs('city').reached, ...builtAs('documents').reached].map(lastName),
  )
  const missed = new Set([...possible].map(lastName).filter((name) => !reached.has(name)))
  // No site among them signs editors in; no document and no demo city explains an indicator.
  expect([...missed]).toEqual(['app', 'meaning'])
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
    const [start] = hostile.split('"')
    for (const { path, $ } of builtAs(name).site.pages) {
      const texts = [$.root().text()]
      for (const element of $('*').toArray()) texts.push(...Object.values($(element).attr() ?? {}))
      for (const text of texts) {
        const begun = text.split(start ?? '').length
        if (begun > 1) expect(text.split(hostile).length, path).toBe(begun)
      }
    }
  })

  test('every data file, feed and calendar can be read and holds the texts whole', async () => {
    const { site, served } = builtAs(name)
    for (const path of site.files) {
      if (path.endsWith('.json') && !path.startsWith('pagefind/')) {
        const text = JSON.stringify(JSON.parse(site.read(path)))
        // The dictionary tells of columns only, in words of the product.
        if (/^data\/(?!dictionary)/.test(path))
          expect(text, path).toContain(JSON.stringify(hostile).slice(1, -1))
      }
      if (path.endsWith('.ics')) {
        const calendar = new ical.Component(ical.parse(site.read(path)) as [])
        const [event] = calendar.getAllSubcomponents('vevent')
        expect(event?.getFirstPropertyValue('summary'), path).toContain(hostile)
      }
    }
    const { page } = await openPage(browser, served.origin)
    await page.goto(served.url)
    for (const path of [...site.files].filter((file) => file.endsWith('.xml'))) {
      const faults = await page.evaluate(
        (xml) =>
          new DOMParser().parseFromString(xml, 'text/xml').querySelector('parsererror')
            ?.textContent,
        site.read(path),
      )
      expect(faults, path).toBeUndefined()
    }
    await page.context().close()
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
