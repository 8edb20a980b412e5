import { statSync } from 'node:fs'
import { join } from 'node:path'
import jsonld from 'jsonld'
import { describe, expect, inject, test } from 'vitest'
import { officialAddress } from '../support/build-sites.ts'
import { schemaOrgTypes } from '../support/schema-org.ts'
import { readSite } from '../support/site.ts'

// A JSON-LD reader that knows nothing of this site turns the published files into statements.
const official = readSite(inject('sites').official)
const schemaOrg = 'https://schema.org/'

/** Nothing is fetched; of schema.org only its context is requested. */
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

/** The statements of a document. A key without a meaning, or an invalid address, is an error. */
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

const dcat = 'http://www.w3.org/ns/dcat#'
const dct = 'http://purl.org/dc/terms/'
const spdx = 'http://spdx.org/rdf/terms#'
const xsd = 'http://www.w3.org/2001/XMLSchema#'
const string = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString'

/**
 * The properties that DCAT 3 and the vocabularies it uses allow for each class, with the kind of
 * their values: an address or a thing, or a value of a datatype.
 */
const ofResource = {
  [`${dct}title`]: string,
  [`${dct}description`]: string,
  [`${dct}identifier`]: `${xsd}string`,
  [`${dct}publisher`]: 'thing',
  [`${dct}license`]: 'thing',
  [`${dct}rights`]: 'thing',
  [`${dct}source`]: 'thing',
  [`${dct}language`]: 'thing',
  [`${dct}issued`]: `${xsd}date`,
  [`${dct}modified`]: `${xsd}date`,
  [`${dcat}landingPage`]: 'thing',
} as const
const ofDataset = {
  ...ofResource,
  [`${dct}temporal`]: 'thing',
  [`${dct}accrualPeriodicity`]: 'thing',
  [`${dcat}distribution`]: 'thing',
} as const
const dcatTerms: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  [`${dcat}Catalog`]: { ...ofDataset, [`${dcat}dataset`]: 'thing' },
  [`${dcat}Dataset`]: ofDataset,
  [`${dcat}Distribution`]: {
    [`${dct}title`]: string,
    [`${dct}license`]: 'thing',
    [`${dct}rights`]: 'thing',
    [`${dct}conformsTo`]: 'thing',
    [`${dcat}downloadURL`]: 'thing',
    [`${dcat}accessURL`]: 'thing',
    [`${dcat}mediaType`]: 'thing',
    [`${dcat}byteSize`]: `${xsd}nonNegativeInteger`,
    [`${spdx}checksum`]: 'thing',
  },
  [`${dct}PeriodOfTime`]: { [`${dcat}startDate`]: `${xsd}date`, [`${dcat}endDate`]: `${xsd}date` },
  [`${dct}RightsStatement`]: { 'http://www.w3.org/2000/01/rdf-schema#label': string },
  [`${spdx}Checksum`]: {
    [`${spdx}algorithm`]: 'thing',
    [`${spdx}checksumValue`]: `${xsd}hexBinary`,
  },
  'http://xmlns.com/foaf/0.1/Agent': { 'http://xmlns.com/foaf/0.1/name': string },
  // The source has no class, because it may be anything with a title.
  '': { [`${dct}title`]: string },
}

/** Properties that DCAT does not define, or defines with another kind of value. */
function unknownToDcat(statements: readonly Statement[]): string[] {
  const isType = ({ predicate }: Statement) => predicate.value.endsWith('#type')
  const kinds = new Map(
    statements.filter(isType).map(({ subject, object }) => [subject.value, object.value]),
  )
  return statements.flatMap((statement) => {
    const { subject, predicate, object } = statement
    const kind = kinds.get(subject.value) ?? ''
    const wanted = dcatTerms[kind]?.[predicate.value]
    const found = object.termType === 'Literal' ? object.datatype?.value : 'thing'
    const isKnown = isType(statement) ? Object.hasOwn(dcatTerms, object.value) : wanted === found
    return isKnown ? [] : [`${kind} ${predicate.value} ${object.value}`]
  })
}

test.each([
  ['a misspelt property', { 'dct:titel': '数据' }],
  ['a day that is only a text', { 'dct:issued': '2024-06-08' }],
  ['a licence that is only a text', { 'dct:license': '示例许可' }],
])('the test finds %s in a catalogue', async (_what, more) => {
  const catalogue = {
    '@context': { dcat, dct },
    '@id': '#catalogue',
    '@type': 'dcat:Catalog',
    'dct:title': { '@value': '数据', '@language': 'zh' },
  }
  const found = async (document: object) =>
    unknownToDcat(await statementsOf(JSON.stringify(document), officialAddress))
  expect(await found(catalogue)).toEqual([])
  expect(await found({ ...catalogue, ...more })).toHaveLength(1)
})

// A site without a known address gives the addresses of its files relative to the file of the
// catalogue.
const nowhere = 'http://nowhere.invalid/'

describe.each([
  ['official', official, officialAddress],
  ['real', readSite(inject('sites').real), nowhere],
  ['demo', readSite(inject('sites').demo), nowhere],
] as const)('the catalogue of the %s site, as statements of DCAT', async (name, site, home) => {
  const statements = await statementsOf(
    site.read('data/catalogue.jsonld'),
    `${home}data/catalogue.jsonld`,
  )
  const datasets = typed(statements, `${dcat}Dataset`)
  const files = typed(statements, `${dcat}Distribution`)

  test('uses only terms of DCAT, each with values of its kind', () => {
    expect(statements.length).toBeGreaterThan(100)
    expect(unknownToDcat(statements)).toEqual([])
  })

  test('has one catalogue with all data sets, each with what DCAT asks of it', () => {
    const [catalogue, ...others] = typed(statements, `${dcat}Catalog`)
    expect(others).toEqual([])
    expect(valuesOf(statements, catalogue ?? '', `${dcat}dataset`).sort()).toEqual(
      datasets.toSorted(),
    )
    expect(datasets.length).toBeGreaterThan(5)
    const always = ['title', 'description', 'issued']
    // The sample is built for a day before anything of it was published here.
    const more = { official: ['modified', 'publisher', 'license'], demo: ['modified'], real: [] }
    for (const one of [catalogue ?? '', ...datasets])
      for (const key of [...always, ...more[name]])
        expect([one, key, valuesOf(statements, one, dct + key).length]).toEqual([one, key, 1])
  })

  test('lists every file with its actual size, and no file is unlisted', () => {
    const given = statements
      .filter(({ predicate }) => predicate.value === `${dcat}distribution`)
      .map(({ object }) => object.value)
    expect(given.toSorted()).toEqual(files.toSorted())
    for (const file of files) {
      const [address = ''] = valuesOf(statements, file, `${dcat}downloadURL`)
      expect(address.startsWith(`${home}data/`)).toBe(true)
      expect(site.files.has(address.slice(home.length))).toBe(true)
      const [size] = valuesOf(statements, file, `${dcat}byteSize`)
      expect(statSync(join(site.folder, address.slice(home.length))).size).toBe(Number(size))
      for (const key of ['accessURL', 'mediaType', 'byteSize'])
        expect(valuesOf(statements, file, dcat + key)).toHaveLength(1)
    }
  })
})

/**
 * Words that schema.org does not define, or not for this class. Its context gives every key a
 * meaning, so a misspelt key becomes a statement too.
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

test('every page with data for search engines uses only terms of schema.org', async () => {
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
])('the test finds %s that schema.org does not define', async (_what, thing) => {
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

test('the test finds a key without a meaning', async () => {
  const broken = JSON.stringify({
    '@context': { title: 'http://purl.org/dc/terms/title' },
    titel: 1,
  })
  await expect(statementsOf(broken, officialAddress)).rejects.toThrow()
})
