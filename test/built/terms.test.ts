import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { read } from '@e965/xlsx'
import { load } from 'cheerio'
import { strFromU8, unzipSync } from 'fflate'
import ical from 'ical.js'
import { expect, inject, test } from 'vitest'
import { openDocument } from '../support/docx.ts'
import { readSite, type Site, textOf } from '../support/site.ts'

const official = readSite(inject('sites').official)
const source = '示例市人民政府办公室检查通报'
const licence = '示例市公共数据开放授权许可'

/**
 * The texts in which a program looks for a description of the file; null for a format without one.
 */
const propertiesOf = (site: Site): Readonly<Record<string, (path: string) => string | null>> => ({
  csv: () => null,
  json(path) {
    const file = JSON.parse(site.read(path)) as Record<string, unknown>
    const { notice, source: from, sources, description } = file
    const use = file['licence'] === null ? '未写明' : file['licence']
    return JSON.stringify([notice, from, use, sources, description])
  },
  jsonld: (path) => site.read(path),
  xlsx: (path) => read(bytes(site, path), { bookProps: true }).Props?.Comments ?? '',
  docx: (path) => openDocument(bytes(site, path)).parts['docProps/core.xml'] ?? '',
  zip: (path) => strFromU8(unzipSync(bytes(site, path))['datapackage.json'] ?? new Uint8Array()),
  svg: (path) => load(site.read(path), { xml: true })('metadata').text(),
  xml: (path) => load(site.read(path), { xml: true })('feed > rights').text(),
  ics: (path) =>
    String(
      new ical.Component(ical.parse(site.read(path)) as []).getFirstPropertyValue('description'),
    ),
})

/** The description in a file; null where its format has none, so that a package must describe it. */
const wordsIn = (site: Site, path: string): string | null => {
  // The rows of a chart are in no package, so each of them repeats the terms.
  if (/^charts\/.*\.csv$/.test(path)) return site.read(path)
  const words = propertiesOf(site)[posix.extname(path).slice(1)]
  return words === undefined ? '' : words(path)
}
const withoutExtension = (path: string): string => path.replace(/\.\w+$/, '')
const bytes = (site: Site, path: string): Buffer => readFileSync(join(site.folder, path))

/** The tables that a package beside or above them lists, with its licence and source. */
function tablesInPackages(): Set<string> {
  const packages = [...official.files].filter((path) => /(^|\/)datapackage\.json$/.test(path))
  return new Set(
    packages.flatMap((path) => {
      const { licenses, sources, resources } = JSON.parse(official.read(path)) as {
        licenses?: { title: string }[]
        sources?: { title: string }[]
        resources: { path: string }[]
      }
      const isComplete = licenses?.[0]?.title === licence && sources?.[0]?.title === source
      if (!isComplete) return []
      // The package lists a copy of the table without a byte-order mark, and its terms hold for
      // the table in every format.
      return resources
        .flatMap((one) => [one.path, one.path.replace('plain/', '')])
        .map((one) => withoutExtension(posix.join(posix.dirname(path), one)))
    }),
  )
}

/**
 * Files that are not data: for browsers and search engines, the document that the form fills, and
 * the hashes of the archives.
 */
const notData =
  /^(assets|pagefind|share|schema|attachments|archives)\/|^(submit\/blank\.docx|favicon\.|sitemap\.xml|manifest\.)|\.html$/

test('every file of data names its source and licence, or is in a package that does', () => {
  const listed = tablesInPackages()
  const files = [...official.files].filter((path) => !notData.test(path))
  const silent = files.filter((path) => {
    const words = wordsIn(official, path)
    return words === null
      ? !listed.has(withoutExtension(path))
      : !words.includes(source) || !words.includes(licence)
  })
  expect(silent).toEqual([])
  const formats = new Set(files.map((path) => posix.extname(path).slice(1)))
  expect([...formats].sort()).toEqual(Object.keys(propertiesOf(official)).sort())
})

const real = readSite(inject('sites').real)
const notice = '非官方示例，依据公开文件整理'

test('every data file of an unofficial site states that it is unofficial, and that no licence is named', () => {
  const packages = [...real.files].filter((path) => path.endsWith('datapackage.json'))
  const silent = [...real.files]
    .filter((path) => !notData.test(path))
    .filter((path) => {
      const words = wordsIn(real, path)
      // The package beside a file without properties is a file of data itself.
      return words !== null && !(words.includes(notice) && words.includes('未写明'))
    })
  expect(packages.length).toBeGreaterThan(3)
  expect(silent).toEqual([])
})

test('the catalogue and the embeddable figures state the terms of use of the data', () => {
  const textsOf = (site: Site) =>
    site.pages
      .filter(({ path }) => /^data\.html$|^figures\//.test(path))
      .map((page) => textOf(page, 'body'))
  for (const [site, use] of [
    [official, licence],
    [real, '未写明'],
  ] as const) {
    const texts = textsOf(site)
    expect(texts.length).toBeGreaterThan(1)
    for (const text of texts) expect(text).toMatch(new RegExp(`使用许可[：\\s]*${use}`))
  }
})

test('no file states a licence when the office has named none', () => {
  const granting = [...real.files]
    .filter((path) => /\.(json|svg|ics)$/.test(path) && !notData.test(path))
    .filter((path) => /"licenses?"|"licence": [^n]|使用许可：(?!未写明)/.test(real.read(path)))
  expect(granting).toEqual([])
})

test('every register and list says how to cite it: its title, day, address and licence', () => {
  const lists = official.pages.filter(({ path }) =>
    /^(units|deadlines|issues|rectification|indicators|self-inspections|matrix|self-inspections\/[^/]+|publication\/[^/]+|openness\/[^/]+)\.html$/.test(
      path,
    ),
  )
  expect(lists.length).toBeGreaterThan(4)
  for (const page of lists) {
    const [line] = page
      .$('main p')
      .toArray()
      .map((one) => page.$(one).text())
      .filter((text) => text.trim().startsWith('引用本页：'))
    expect([page.path, line]).toEqual([page.path, expect.stringContaining(licence)])
    expect(line).toContain(`《${textOf(page, 'h1')}》`)
    expect(line).toMatch(/内容截至\d{4}年/)
    expect(line).toContain(`/${page.path}`)
  }
})
