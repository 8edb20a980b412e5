import { expect, test } from 'vitest'
import { siteFileAt } from '#export/files.ts'
import { compressedCopies } from '#build/compressed-copies.ts'
import { catalogueText, packageText } from '#export/tables/catalogue.ts'
import { filesOf, packagedFilesOf, scopes } from '#export/tables/files.ts'
import { oneTableFormats, tableFormatOf, tableFormats } from '#export/tables/formats.ts'
import { contentTypeOf } from '#export/tables/table-format.ts'
import { modelOfFolder } from '../../support/model.ts'

const model = modelOfFolder('test/cases/base', '2024-06-08')

const valuesOf = (value: unknown, key: string): string[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === key
      ? [typeof inner === 'string' ? inner : (inner as { '@id': string })['@id']]
      : valuesOf(inner, key),
  )
}

test('no two formats share an extension, and each has a name for its column of the page of the data', () => {
  const extensions = tableFormats.map(({ extension }) => extension)
  expect(new Set(extensions).size).toBe(extensions.length)
  // Links name a format of all tables by its heading and its extension together.
  const columns = oneTableFormats.map(({ heading }) => heading)
  expect(columns.filter((heading, n) => columns.indexOf(heading) !== n)).toEqual([])
  for (const { extension, heading, mediaType } of tableFormats) {
    expect(extension).toMatch(/^[a-z0-9]+$/)
    expect(mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+$/)
    expect(heading).not.toBe('')
  }
})

test('every file of tables is in the registry of files, with its media type', async () => {
  const files = scopes(model).flatMap((scope) => [...filesOf(scope), ...packagedFilesOf(scope)])
  expect(new Set(files.map(({ format }) => format.extension))).toEqual(
    new Set(tableFormats.map(({ extension }) => extension)),
  )
  for (const { address, format } of files)
    expect((await siteFileAt(model, address))?.mediaType, address).toBe(contentTypeOf(format))
})

test('every file that DCAT or a data package names is in the registry of files', async () => {
  const inCatalogue = valuesOf(JSON.parse(await catalogueText(model)), 'downloadURL')
  const inPackage = valuesOf(JSON.parse(await packageText(model)), 'path')
  const named = [
    ...inCatalogue.filter((path) => path.startsWith('../')).map((path) => path.slice(2)),
    ...inPackage.filter((path) => !path.startsWith('http')).map((path) => `/data/${path}`),
  ]
  expect(named.length).toBeGreaterThan(tableFormats.length)
  for (const address of named) expect(await siteFileAt(model, address), address).toBeDefined()
})

test.each(tableFormats)(
  'a server can send $extension compressed where it is text',
  async ({ extension, isText }) => {
    const content = Buffer.from('检查结果，'.repeat(500))
    const copies = await compressedCopies(`data/all/issues.${extension}`, content)
    expect([...copies.keys()]).toEqual(isText ? ['.gz', '.br'] : [])
  },
)

test('the extension of a path determines its format', () => {
  for (const format of tableFormats)
    expect(tableFormatOf(`data/all/issues.${format.extension}`)).toBe(format)
  expect(tableFormatOf('data/all/issues.html')).toBeUndefined()
})
