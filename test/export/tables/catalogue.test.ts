import { describe, expect, test } from 'vitest'
import { strFromU8, unzipSync } from 'fflate'
import {
  catalogueText,
  dataDates,
  dictionaryText,
  packageText,
  wholeDownloadBytes,
  wholeDownloadSize,
} from '#export/tables/catalogue.ts'
import { contentOf, filesOf, packagedFilesOf, scopeAt, scopes } from '#export/tables/files.ts'
import { structuredText } from '#export/structured-data.ts'
import { sample } from '../../support/authored.ts'
import { type DataPackage, dataPackageFaults, profileFaults } from '../../support/data-package.ts'
import { datasetWith, inspectionWith, issue, order } from '../../support/dataset.ts'
import { openData, openFolders } from './sources.ts'

const real = openFolders(sample)

/** A fictional site with every kind of gap that one report and one rate can have. */
const fictional = openData(
  datasetWith({
    inspections: [
      inspectionWith({
        areas: { media: { tally: { checked: 7, failed: 1 }, rates: { passed: {} } } },
        issues: { '2024-q1-01': issue, '2024-q1-02': { ...issue, units: 'illegible' } },
        deadlines: { order },
        corrections: [
          { on: '2024-05-01', at: 'areas.media.tally.failed', from: 2, to: 1, reason: '录入有误' },
        ],
      }),
    ],
    selfInspections: {
      '2024-q2': {
        jia: { title: '甲县自查整改情况', published: '2024-06-03' },
        yi: { title: '市乙局自查整改情况', published: 'not-stated', figures: { 检查账号: 3 } },
      },
    },
  }),
)

describe.each([
  ['real', real],
  ['fictional', fictional],
])('the data package of the %s data', async (_name, data) => {
  const descriptor = JSON.parse(await packageText(data)) as DataPackage
  const bytesOf = async (path: string): Promise<Uint8Array> => {
    if (path === 'plain/dictionary.csv')
      return Buffer.from(dictionaryText(data, { isPackaged: true }))
    const files = packagedFilesOf(scopeAt(data, 'all') ?? { path: '', subject: '', tables: [] })
    const file = files.find(({ address }) => address === `/data/${path}`)
    if (file === undefined) throw new Error(`no ${path}`)
    return contentOf(data, file)
  }
  const parts = scopes(data)

  test('is one download: a ZIP of what it describes, file by file', async () => {
    const zip = await wholeDownloadBytes(data)
    const { 'datapackage.json': described, ...files } = unzipSync(zip)
    expect(JSON.parse(strFromU8(described ?? new Uint8Array()))).toEqual(descriptor)
    expect(Object.keys(files).sort()).toEqual(descriptor.resources.map(({ path }) => path).sort())
    for (const { path } of descriptor.resources)
      expect(Buffer.from(files[path] ?? []), path).toEqual(Buffer.from(await bytesOf(path)))
    expect(await wholeDownloadSize(data)).toBe(zip.length)
  })

  test('and that of each part are Tabular Data Packages by the official profile', async () => {
    expect(parts.length).toBeGreaterThan(3)
    for (const scope of parts) {
      const part = JSON.parse(await packageText(data, undefined, scope)) as DataPackage
      expect(profileFaults(part), scope.path).toEqual([])
      expect(
        part.resources.map(({ name }) => name),
        scope.path,
      ).toEqual(
        scope.tables.map(({ name }) => name).concat(scope.path === 'all' ? 'dictionary' : []),
      )
      expect(profileFaults({ ...part, resources: [] }), scope.path).not.toEqual([])
    }
  })

  test('describes its files as they are: size, hash, every cell, keys and relations', async () => {
    expect(await dataPackageFaults(descriptor, bytesOf)).toEqual([])
  })
})

describe('the DCAT catalogue', async () => {
  interface Catalogue {
    publisher?: unknown
    license?: unknown
    dataset: {
      identifier: string
      accrualPeriodicity?: { '@id': string }
      temporal: unknown
      distribution: { downloadURL: { '@id': string }; byteSize: number }[]
    }[]
  }
  const near = JSON.parse(await catalogueText(real)) as Catalogue

  test('lists every file of the complete data, with its size', () => {
    const listed = near.dataset.flatMap(({ distribution }) => distribution)
    const files = filesOf(scopeAt(real, 'all') ?? { path: '', subject: '', tables: [] })
    expect(listed.map(({ downloadURL }) => downloadURL['@id'])).toEqual(
      files.map(({ address }) => `..${address}`),
    )
    expect(listed.filter(({ byteSize }) => !(byteSize > 0))).toEqual([])
  })

  test('states the period of the data and how often it is updated', () => {
    expect(near.dataset[1]).toMatchObject({
      temporal: { startDate: '2024-01-01', endDate: '2024-03-31' },
      accrualPeriodicity: {
        '@id': 'http://publications.europa.eu/resource/authority/frequency/QUARTERLY',
      },
    })
  })

  test('gives full addresses when that of the site is known', async () => {
    const far = JSON.parse(await catalogueText(real, 'https://www.example.gov.cn/a/')) as Catalogue
    expect(far.dataset[0]?.distribution[0]?.downloadURL['@id']).toBe(
      'https://www.example.gov.cn/a/data/all.xlsx',
    )
  })

  test('has no licence and no publisher when the data has none', async () => {
    expect(near).not.toHaveProperty('license')
    expect(near).not.toHaveProperty('publisher')
    expect(near).toMatchObject({ rights: { label: '使用许可：未写明' } })
    expect(JSON.parse(await packageText(real))).not.toHaveProperty('licenses')
    const { site } = datasetWith()
    const licensed = openData(
      datasetWith({
        site: { ...site, licence: { name: '示例许可', address: 'https://www.example.com/l' } },
      }),
    )
    expect(JSON.parse(await catalogueText(licensed))).toMatchObject({
      license: { '@id': 'https://www.example.com/l' },
    })
    expect(JSON.parse(await packageText(licensed))).toMatchObject({
      licenses: [{ path: 'https://www.example.com/l', title: '示例许可' }],
    })
  })
})

test('the date of the last change is the newest day in the data, not that of a build', () => {
  expect(dataDates(fictional)).toMatchObject({ issued: '2024-04-10', modified: '2024-06-03' })
  // Events after the day of the pages count as not having happened.
  expect(dataDates({ ...fictional, asOf: '2024-05-02' })).toMatchObject({ modified: '2024-05-01' })
})

test('no text can end the data block that contains it', () => {
  const text = structuredText([{ name: '</script><script>alert(1)</script>' }])
  expect(text).not.toContain('<')
  expect(JSON.parse(text)).toMatchObject({
    '@graph': [{ name: '</script><script>alert(1)</script>' }],
  })
})
