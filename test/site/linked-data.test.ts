import jsonld from 'jsonld'
import { describe, expect, inject, test } from 'vitest'
import { officialAddress } from '../support/build-sites.ts'
import { schemaOrgTypes } from '../support/schema-org.ts'
import { readSite } from '../support/site.ts'

// A reader of JSON-LD that knows nothing of this site turns what is published into statements.
const official = readSite(inject('sites').official)
const schemaOrg = 'https://schema.org/'

/** Nothing is fetched: of schema.org only its vocabulary is asked for. */
const documentLoader = (url: string) => {
  if (!/^https:\/\/schema\.org\/?$/.test(url)) throw new Error(`${url} would be fetched`)
  return Promise.resolve({
    documentUrl: url,
    document: { '@context': { '@vocab': schemaOrg } },
  })
}

interface Term {
  readonly termType: string
  readonly value: string
  readonly datatype?: { readonly value: string }
}
interface Statement {
  readonly subject: Term
  readonly predicate: Term
  readonly object: Term
}

/** The statements of a document; a key without a meaning or an address that is none is an error. */
const statementsOf = async (text: string, base: string): Promise<Statement[]> =>
  (await jsonld.toRDF(JSON.parse(text) as object, {
    base,
    documentLoader,
    safe: true,
  })) as Statement[]

const valuesOf = (statements: readonly Statement[], subject: string, predicate: string): string[] =>
  statements
    .filter((one) => one.subject.value === subject && one.predicate.value === predicate)
    .map(({ object }) => object.value)

const typed = (statements: readonly Statement[], type: string): string[] =>
  statements
    .filter(({ predicate, object }) => predicate.value.endsWith('#type') && object.value === type)
    .map(({ subject }) => subject.value)

describe('the catalogue, as statements of DCAT', async () => {
  const dcat = 'http://www.w3.org/ns/dcat#'
  const dct = 'http://purl.org/dc/terms/'
  const statements = await statementsOf(
    official.read('data/catalogue.jsonld'),
    `${officialAddress}data/catalogue.jsonld`,
  )
  const datasets = typed(statements, `${dcat}Dataset`)
  const files = typed(statements, `${dcat}Distribution`)

  test('has one catalogue with all data sets, each with what DCAT asks of it', () => {
    const [catalogue, ...others] = typed(statements, `${dcat}Catalog`)
    expect(others).toEqual([])
    expect(valuesOf(statements, catalogue ?? '', `${dcat}dataset`).sort()).toEqual(
      datasets.toSorted(),
    )
    expect(datasets.length).toBeGreaterThan(5)
    for (const one of [catalogue ?? '', ...datasets])
      for (const key of ['title', 'description', 'publisher', 'license', 'issued', 'modified'])
        expect([one, key, valuesOf(statements, one, dct + key).length]).toEqual([one, key, 1])
  })

  test('leads to files that are there, as large as it says, and no file hangs loose', () => {
    const given = statements
      .filter(({ predicate }) => predicate.value === `${dcat}distribution`)
      .map(({ object }) => object.value)
    expect(given.toSorted()).toEqual(files.toSorted())
    for (const file of files) {
      const [address = ''] = valuesOf(statements, file, `${dcat}downloadURL`)
      expect(address.startsWith(`${officialAddress}data/`)).toBe(true)
      expect(official.files.has(address.slice(officialAddress.length))).toBe(true)
      for (const key of ['accessURL', 'mediaType', 'byteSize'])
        expect(valuesOf(statements, file, dcat + key)).toHaveLength(1)
    }
  })

  test('knows days as days and sizes as numbers', () => {
    const datatypes = (predicate: string) =>
      new Set(
        statements
          .filter((one) => one.predicate.value === predicate)
          .map(({ object }) => object.datatype?.value),
      )
    const xsd = 'http://www.w3.org/2001/XMLSchema#'
    for (const day of [`${dct}issued`, `${dct}modified`, `${dcat}startDate`, `${dcat}endDate`])
      expect([...datatypes(day)]).toEqual([`${xsd}date`])
    expect([...datatypes(`${dcat}byteSize`)]).toEqual([`${xsd}nonNegativeInteger`])
  })
})

/**
 * What stands in no word of schema.org, or on a thing that does not have it there. Its context gives
 * every key a meaning, so that a misspelt one becomes a statement, too.
 */
const misspelt = (statements: readonly Statement[]): string[] => {
  const types = Map.groupBy(
    statements.filter(({ predicate }) => predicate.value.endsWith('#type')),
    ({ subject }) => subject.value,
  )
  return statements.flatMap(({ subject, predicate, object }) => {
    const own = (types.get(subject.value) ?? []).map((one) => one.object.value)
    const isKnown = predicate.value.endsWith('#type')
      ? Object.hasOwn(schemaOrgTypes, object.value.replace(schemaOrg, ''))
      : own.some((type) =>
          schemaOrgTypes[type.replace(schemaOrg, '')]?.includes(
            predicate.value.replace(schemaOrg, ''),
          ),
        )
    return isKnown ? [] : [`${own.join(' ')} ${predicate.value} ${object.value}`]
  })
}

test('every page that holds data for search engines holds statements, and only in words of schema.org', async () => {
  const kinds = new Set<string>()
  let pages = 0
  for (const { path, $ } of official.pages) {
    const text = $('script[type="application/ld+json"]').text()
    if (text === '') continue
    pages++
    const statements = await statementsOf(text, officialAddress + path)
    expect(statements.length).toBeGreaterThan(0)
    expect(misspelt(statements), path).toEqual([])
    for (const { predicate, object } of statements)
      if (predicate.value.endsWith('#type')) kinds.add(object.value.replace(schemaOrg, ''))
  }
  expect(pages).toBeGreaterThan(10)
  for (const kind of ['Dataset', 'GovernmentOrganization', 'Report', 'BreadcrumbList'])
    expect([...kinds]).toContain(kind)
})

test.each([
  ['a type', { '@type': 'Raport', name: '通报' }],
  ['a key', { '@type': 'Report', datePublishd: '2024-06-08' }],
  ['a key of another type', { '@type': 'Report', contentUrl: 'https://a.example/' }],
])('%s that schema.org does not know would be found', async (_what, thing) => {
  const right = { '@type': 'Report', name: '通报' }
  const found = async (graph: readonly object[]): Promise<string[]> =>
    misspelt(
      await statementsOf(
        JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }),
        officialAddress,
      ),
    )
  expect(await found([right])).toEqual([])
  expect((await found([right, thing])).length).toBeGreaterThan(0)
})

test('a key without a meaning would be found', async () => {
  const broken = JSON.stringify({
    '@context': { title: 'http://purl.org/dc/terms/title' },
    titel: 1,
  })
  await expect(statementsOf(broken, officialAddress)).rejects.toThrow()
})
