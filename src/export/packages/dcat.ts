import { jsonText } from '#model/json-text.ts'
import { noLicence } from '#model/terms.ts'
import { formatName } from '../tables/formats.ts'
import type { TableFormat } from '../tables/table-format.ts'
import type { FileFacts } from './data-package.ts'
import type { Provenance, TableHead } from '#view/tables/table.ts'

interface CatalogueFacts {
  readonly description: string
  /** The page of the data. */
  readonly page: string
  /** First and last day of the periods that the data covers. */
  readonly covers: { readonly start: string; readonly end: string } | null
  readonly issued: string | null
  readonly modified: string | null
  /** How often inspections are published; null when the data shows no regular rhythm. */
  readonly frequency: 'MONTHLY' | 'QUARTERLY' | null
  readonly datasets: readonly {
    readonly head: Pick<TableHead, 'name' | 'title' | 'description'>
    readonly files: readonly (FileFacts & {
      readonly format: TableFormat
      /** Address of its schema. */
      readonly schema?: string
    })[]
  }[]
}

/**
 * The catalogue of the data as DCAT 3, in JSON-LD; addresses may be relative to that of the
 * catalogue.
 */
export function dcatCatalogue(facts: CatalogueFacts, provenance: Provenance): string {
  const { subject, notice, publisher, source, licence } = provenance
  const { description, page, covers, issued, modified, frequency, datasets } = facts
  const licensing = {
    ...(licence?.address === undefined ? {} : { license: { '@id': licence.address } }),
    rights: {
      '@type': 'dct:RightsStatement',
      label: licence === null ? `使用许可：${noLicence}` : licence.name,
    },
  }
  const common = {
    ...(publisher === undefined ? {} : { publisher: { '@type': 'foaf:Agent', name: publisher } }),
    ...licensing,
    ...(issued === null ? {} : { issued }),
    ...(modified === null ? {} : { modified }),
    language: { '@id': 'http://publications.europa.eu/resource/authority/language/ZHO' },
  }
  const catalogue = {
    '@context': context,
    '@id': '#catalogue',
    '@type': 'dcat:Catalog',
    title: subject,
    description: notice === undefined ? description : `${description}${notice}。`,
    landingPage: { '@id': page },
    ...common,
    dataset: datasets.map(({ head, files }) => ({
      '@id': `#${head.name}`,
      '@type': 'dcat:Dataset',
      identifier: head.name,
      title: head.title,
      description: head.description,
      landingPage: { '@id': `${page}#${head.name}` },
      ...common,
      ...(covers === null
        ? {}
        : {
            temporal: { '@type': 'dct:PeriodOfTime', startDate: covers.start, endDate: covers.end },
          }),
      ...(frequency === null
        ? {}
        : {
            accrualPeriodicity: {
              '@id': `http://publications.europa.eu/resource/authority/frequency/${frequency}`,
            },
          }),
      ...(source === undefined
        ? {}
        : {
            source: {
              ...(source.address === undefined ? {} : { '@id': source.address }),
              title: source.title,
            },
          }),
      distribution: files.map(({ path, bytes, sha256, format, schema }) => ({
        '@type': 'dcat:Distribution',
        title: `${head.title}（${formatName(format)}）`,
        downloadURL: { '@id': path },
        accessURL: { '@id': page },
        ...licensing,
        mediaType: {
          '@id': `https://www.iana.org/assignments/media-types/${format.mediaType}`,
        },
        byteSize: bytes,
        checksum: {
          '@type': 'spdx:Checksum',
          algorithm: { '@id': 'spdx:checksumAlgorithm_sha256' },
          checksumValue: sha256,
        },
        ...(schema === undefined ? {} : { conformsTo: { '@id': schema } }),
      })),
    })),
  }
  return jsonText(catalogue)
}

const text = (id: string) => ({ '@id': id, '@language': 'zh' })
const typed = (id: string, type: string) => ({ '@id': id, '@type': type })

const context = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  title: text('dct:title'),
  description: text('dct:description'),
  name: text('foaf:name'),
  label: text('rdfs:label'),
  rights: 'dct:rights',
  identifier: 'dct:identifier',
  publisher: 'dct:publisher',
  license: 'dct:license',
  language: 'dct:language',
  source: 'dct:source',
  issued: typed('dct:issued', 'xsd:date'),
  modified: typed('dct:modified', 'xsd:date'),
  temporal: 'dct:temporal',
  startDate: typed('dcat:startDate', 'xsd:date'),
  endDate: typed('dcat:endDate', 'xsd:date'),
  accrualPeriodicity: 'dct:accrualPeriodicity',
  conformsTo: 'dct:conformsTo',
  landingPage: 'dcat:landingPage',
  dataset: 'dcat:dataset',
  distribution: 'dcat:distribution',
  downloadURL: 'dcat:downloadURL',
  accessURL: 'dcat:accessURL',
  mediaType: 'dcat:mediaType',
  byteSize: typed('dcat:byteSize', 'xsd:nonNegativeInteger'),
  checksum: 'spdx:checksum',
  algorithm: 'spdx:algorithm',
  checksumValue: typed('spdx:checksumValue', 'xsd:hexBinary'),
}
