import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { read } from '@e965/xlsx'
import { load } from 'cheerio'
import ical from 'ical.js'
import { expect, inject, test } from 'vitest'
import { openDocument } from '../support/docx.ts'
import { pngTexts } from '../support/png.ts'
import { readSite } from '../support/site.ts'

const official = readSite(inject('sites').official)
const source = '示例市人民政府办公室检查通报'
const licence = '示例市公共数据开放授权许可'

/** The texts of a file in which a program looks for what it is; null for a format that has none. */
const properties: Readonly<Record<string, (path: string) => string | null>> = {
  csv: () => null,
  json(path) {
    const file = JSON.parse(official.read(path)) as Record<string, unknown>
    return JSON.stringify([file['source'], file['licence'], file['sources'], file['description']])
  },
  jsonld: (path) => official.read(path),
  xlsx: (path) => read(bytes(path), { bookProps: true }).Props?.Comments ?? '',
  docx: (path) => openDocument(bytes(path)).parts['docProps/core.xml'] ?? '',
  svg: (path) => load(official.read(path), { xml: true })('metadata').text(),
  png: (path) => pngTexts(bytes(path))['Copyright'] ?? '',
  xml: (path) => load(official.read(path), { xml: true })('feed > rights').text(),
  ics: (path) =>
    String(
      new ical.Component(ical.parse(official.read(path)) as []).getFirstPropertyValue(
        'description',
      ),
    ),
}
const bytes = (path: string): Buffer => readFileSync(join(official.folder, path))

/** The files that a package beside them or above them lists, with its licence and source. */
function listedInPackages(): Set<string> {
  const packages = [...official.files].filter((path) => /(^|\/)datapackage\.json$/.test(path))
  return new Set(
    packages.flatMap((path) => {
      const { licenses, sources, resources } = JSON.parse(official.read(path)) as {
        licenses?: { title: string }[]
        sources?: { title: string }[]
        resources: { path: string }[]
      }
      const isTold = licenses?.[0]?.title === licence && sources?.[0]?.title === source
      if (!isTold) return []
      // The package lists the twin of a table that has no byte-order mark, and says so of both.
      return resources
        .flatMap((one) => [one.path, one.path.replace('plain/', '')])
        .map((one) => posix.join(posix.dirname(path), one))
    }),
  )
}

/** Files that are no data: for browsers, for search engines, and the hashes of the archives. */
const notData =
  /^(assets|pagefind|share|schema|attachments|archives|figures)\/|^(favicon\.|sitemap\.xml|manifest\.)|\.html$/

test('every file of data names its source and licence, or is in a package that does', () => {
  const listed = listedInPackages()
  const files = [...official.files].filter((path) => !notData.test(path))
  const silent = files.filter((path) => {
    const words = properties[posix.extname(path).slice(1)]?.(path) ?? null
    return words === null ? !listed.has(path) : !words.includes(source) || !words.includes(licence)
  })
  expect(silent).toEqual([])
  const formats = new Set(files.map((path) => posix.extname(path).slice(1)))
  expect([...formats].sort()).toEqual(Object.keys(properties).sort())
})

test('nobody grants a licence by silence', () => {
  const real = readSite(inject('sites').real)
  const granting = [...real.files]
    .filter((path) => /\.(json|svg|ics)$/.test(path) && !notData.test(path))
    .filter((path) => /"licences?"|"licenses?"|使用许可/.test(real.read(path)))
  expect(granting).toEqual([])
})
