import { monthsBetween } from '#model/calendar.ts'
import { compareText } from '#model/dataset.ts'
import { newestDays } from '#model/newest-day.ts'
import { csv, csvText, plainCsv, plainCsvText, withByteOrderMark } from './csv.ts'
import { dataPackage, type FileFacts, fileFacts } from '../packages/data-package.ts'
import { dcatCatalogue } from '../packages/dcat.ts'
import { dictionaryTable } from '../packages/dictionary.ts'
import type { Deflate } from '../deflate.ts'
import { fixedZip } from '../zip.ts'
import { tableCells } from '#view/tables/table.ts'
import * as at from '#view/addresses.ts'
import { DeferredFiles } from '../deferred-file.ts'
import {
  contentOf,
  type DataFile,
  filesOf,
  packagedFile,
  packagedFilesOf,
  provenanceOf,
  type Scope,
  scopeAt,
} from './files.ts'
import type { DataAsOf } from '#model/model.ts'

/** One sentence on the data as a whole. */
export const dataSentence = ({ dataset: { site, inspections } }: DataAsOf): string =>
  inspections.length === 0
    ? `${site.name}的全部表：各单位的报告、其中的数字和问题，没有的写明原因。`
    : `${site.name}的全部表：检查结果、问题、整改、期限和公开情况，每个数都写明分子、分母、来历，没有的写明原因。`

/** The days between which the data speaks, and on which it was first and last added to. */
interface DataDates {
  readonly covers: { readonly start: string; readonly end: string } | null
  readonly issued: string | null
  readonly modified: string | null
  readonly frequency: 'MONTHLY' | 'QUARTERLY' | null
}

export function dataDates(data: DataAsOf): DataDates {
  const { inspections } = data.dataset
  const here = inspections.map(({ published_here }) => published_here).sort(compareText)
  const starts = inspections.map(({ period }) => period.start).sort(compareText)
  const ends = inspections.map(({ period }) => period.end).sort(compareText)
  const [start] = starts
  const end = ends.at(-1)
  return {
    covers: start === undefined || end === undefined ? null : { start, end },
    issued: here[0] ?? null,
    modified: newestDays(data).all() ?? null,
    frequency: frequencyOf(inspections),
  }
}

/** Whether every period is a quarter, or every one a month; otherwise unknown. */
function frequencyOf(inspections: DataAsOf['dataset']['inspections']): DataDates['frequency'] {
  const months = new Set(
    inspections.map(({ period: { start, end } }) =>
      start.endsWith('-01') ? monthsBetween(start, end) + 1 : 0,
    ),
  )
  const [only, ...others] = months
  if (others.length > 0) return null
  return only === 3 ? 'QUARTERLY' : only === 1 ? 'MONTHLY' : null
}

const files = new DeferredFiles((bytes, address) => factsAt(address, bytes))

/** How large a file is and its hash, with its path from the folder of the data. */
export const factsOf = (data: DataAsOf, file: DataFile): Promise<FileFacts> =>
  files.metadata(file.scope, file.address, () => computed(data, file))

const factsAt = (address: string, content: Uint8Array | string): FileFacts =>
  fileFacts(address.replace('/data/', ''), content)

/** Whether a page or a description states the facts of a file: of a part, its package alone does. */
const isDescribed = ({ scope, format }: DataFile): boolean =>
  scope.path === at.allData || format === plainCsv

/** The bytes of a file for the file itself. */
export const fileContent = (
  data: DataAsOf,
  file: DataFile,
  deflate?: Deflate,
): Promise<Uint8Array<ArrayBuffer>> =>
  isDescribed(file)
    ? files.bytes(file.scope, file.address, () => computed(data, file, deflate))
    : computed(data, file, deflate)

/** A table is written as CSV only once: its packaged file follows, and differs by the mark alone. */
async function computed(
  data: DataAsOf,
  file: DataFile,
  deflate?: Deflate,
): Promise<Uint8Array<ArrayBuffer>> {
  if (file.format !== csv || file.table === null) return contentOf(data, file, deflate)
  const plain = packagedFile(file.scope, file.table)
  return withByteOrderMark(
    await files.shared(plain.scope, plain.address, () => contentOf(data, plain)),
  )
}

/** `dictionary.csv`: what every column means, for people or for the data package. */
export const dictionaryText = (
  data: DataAsOf,
  { isPackaged = false }: { readonly isPackaged?: boolean } = {},
): string =>
  (isPackaged ? plainCsvText : csvText)(tableCells(dictionaryTable(wholeOf(data).tables)))

/** The part that holds everything. */
export function wholeOf(data: DataAsOf): Scope {
  const whole = scopeAt(data, at.allData)
  if (whole === undefined) throw new Error('there is no data')
  return whole
}

/** `datapackage.json`: the tables of a part, of all with their dictionary where none is given, as CSV without a mark. */
export async function packageText(
  data: DataAsOf,
  siteUrl?: string,
  scope: Scope = wholeOf(data),
): Promise<string> {
  const isWhole = scope.path === at.allData
  const tables = await Promise.all(
    packagedFilesOf(scope).map((file) => withFacts(file.table, factsOf(data, file))),
  )
  if (isWhole)
    tables.push({
      table: dictionaryTable(scope.tables),
      file: factsAt(at.packagedDictionary, dictionaryText(data, { isPackaged: true })),
    })
  return dataPackage(
    {
      name: isWhole ? 'open-data' : scope.path.replace('/', '-'),
      description: `${isWhole ? dataSentence(data) : `${scope.subject}的全部表。`}供表格软件打开的 CSV 内容相同，只在开头多一个字节顺序标记，许可和来源也相同。`,
      homepage: siteUrl === undefined ? undefined : at.absolute(siteUrl, at.dataCatalogue),
      // The package of all data is beside the folder of its tables, the package of a part is in it.
      tables: tables.map(({ table, file }) => ({
        table,
        file: isWhole ? file : { ...file, path: file.path.replace(`${scope.path}/`, '') },
      })),
    },
    provenanceOf(data.dataset, scope.subject, data.asOf),
  )
}

const archives = new DeferredFiles(({ length }) => length)

/** How many bytes the download of everything has. */
export const wholeDownloadSize = (data: DataAsOf, siteUrl?: string): Promise<number> =>
  archives.metadata(data, at.wholeDownload, () => wholeDownload(data, siteUrl))

/** The bytes of the download of everything. */
export const wholeDownloadBytes = (
  data: DataAsOf,
  siteUrl?: string,
  deflate?: Deflate,
): Promise<Uint8Array<ArrayBuffer>> =>
  archives.bytes(data, at.wholeDownload, () => wholeDownload(data, siteUrl, deflate))

/** A ZIP archive of the data package of all tables: its description, its tables, its dictionary. */
async function wholeDownload(
  data: DataAsOf,
  siteUrl: string | undefined,
  deflate?: Deflate,
): Promise<Uint8Array<ArrayBuffer>> {
  const inPackage = (address: string): string => address.replace('/data/', '')
  const tables = await Promise.all(
    packagedFilesOf(wholeOf(data)).map(
      async (file) => [inPackage(file.address), await contentOf(data, file)] as const,
    ),
  )
  return fixedZip(
    Object.fromEntries([
      ...tables,
      [inPackage(at.dataPackage), Buffer.from(await packageText(data, siteUrl))],
      [inPackage(at.packagedDictionary), Buffer.from(dictionaryText(data, { isPackaged: true }))],
    ]),
    deflate,
  )
}

const withFacts = async <T>(table: T, facts: Promise<FileFacts>) => ({ table, file: await facts })

/** `catalogue.jsonld`: all tables in every format, as DCAT. */
export async function catalogueText(data: DataAsOf, siteUrl?: string): Promise<string> {
  const whole = wholeOf(data)
  const address = (path: string): string =>
    siteUrl === undefined ? `..${path}` : at.absolute(siteUrl, path)
  const schemaOf = ({ table, format }: DataFile) =>
    table === null || format.schemaFile === undefined
      ? {}
      : { schema: address(`/schema/${format.schemaFile(table.name)}`) }
  const files = await Promise.all(
    filesOf(whole).map(async (file) => ({
      of: file.table?.name ?? at.allData,
      ...(await factsOf(data, file)),
      path: address(file.address),
      format: file.format,
      ...schemaOf(file),
    })),
  )
  const heads = [
    { name: at.allData, title: '全部表', description: '全部表在一个工作簿里，附数据字典' },
    ...whole.tables,
  ]
  return dcatCatalogue(
    {
      description: dataSentence(data),
      page: address(at.dataCatalogue),
      ...dataDates(data),
      datasets: heads.map((head) => ({
        head,
        files: files.filter(({ of }) => of === head.name).map(({ of: _of, ...file }) => file),
      })),
    },
    provenanceOf(data.dataset, whole.subject, data.asOf),
  )
}
