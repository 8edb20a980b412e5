import { isPlainAddress } from '#schema/scalars.ts'
import { cacheFiles, cachedFiles } from './city-cache.ts'
import { ensureValidTables } from './valid-tables.ts'
import {
  headOf,
  readDescriptor,
  readTable,
  tableNames,
  type PublishedTables,
} from './published-tables.ts'
import { isAddress, maxPublishedBytes, CityRefused, citySource, type CitySource } from './source.ts'

/** The data of a city. */
export interface CityData {
  readonly id: string
  readonly name: string
  /** The city's own site, where its package has an address. */
  readonly site?: string | undefined
  /** Null where neither its data nor a cached copy is available. */
  readonly tables: PublishedTables | null
  /** The day on which the data was fetched. */
  readonly fetchedOn: string | null
  /** Why the current data are not used, in Chinese; null if they are. */
  readonly trouble: string | null
}

interface Fetching {
  /** The folder to which paths in the list are relative. */
  readonly base: string
  readonly cacheFolder: string
  /** Seconds allowed for one file. */
  readonly patience: number
  readonly today: string
}

/**
 * Fetches a city's tables and checks them completely; on failure, uses the last good copy. A city
 * that is slow, wrong or unreachable does not delay the others.
 */
export async function cityData(
  id: string,
  { name, package: location }: { readonly name: string; readonly package: string },
  { base, cacheFolder, patience, today }: Fetching,
): Promise<CityData> {
  const site =
    isAddress(location) && isPlainAddress(location) ? URL.parse('../', location)?.href : undefined
  const city = { id, name, site }
  try {
    const files = new Map<string, Uint8Array>()
    const source = citySource(location, base, patience)
    const tables = await tablesFrom({
      read: async (path, limit) => {
        const bytes = await source.read(path, limit)
        files.set(path ?? '', bytes)
        return bytes
      },
    })
    ensureNoTableLost(tables, (await lastTables(cacheFolder, id))?.tables)
    cacheFiles(cacheFolder, id, { on: today, files })
    return { ...city, tables, fetchedOn: today, trouble: null }
  } catch (error) {
    if (!(error instanceof CityRefused)) throw error
    const copy = await lastTables(cacheFolder, id)
    return {
      ...city,
      tables: copy?.tables ?? null,
      fetchedOn: copy?.on ?? null,
      trouble: error.message,
    }
  }
}

/** In bytes; a package descriptor takes a few kilobytes. */
const maxDescriptorBytes = 1024 * 1024

/** @throws CityRefused for a package that is broken, has no inspection or has impossible values */
async function tablesFrom({ read }: CitySource): Promise<PublishedTables> {
  const { resources } = readDescriptor(await read(undefined, maxDescriptorBytes))
  const tables: Partial<Record<(typeof tableNames)[number], PublishedTables['rates']>> = {}
  for (const name of tableNames) {
    const resource = resources.find((one) => one.name === name)
    // Tables without rows are not published.
    tables[name] =
      resource === undefined
        ? []
        : readTable(
            name,
            await read(resource.path, Math.min(resource.bytes, maxPublishedBytes)),
            resource,
          )
  }
  const published = tables as PublishedTables
  ensureValidTables(published)
  return published
}

/**
 * Refuses a package that lacks a table which had rows before: it is incomplete, since a withdrawn
 * record leaves the others.
 */
function ensureNoTableLost(tables: PublishedTables, last: PublishedTables | undefined): void {
  const lost = tableNames.filter(
    (name) => tables[name].length === 0 && (last?.[name].length ?? 0) > 0,
  )
  if (lost.length === 0) return
  const titles = lost.map((name) => `“${headOf(name).title}”`).join('、')
  throw new CityRefused(`数据包里没有了上次有的${titles}表；确实撤下了的，请删去这个市的副本再运行`)
}

/** The last good copy of a city if it is still valid; null where there is none. */
async function lastTables(
  cacheFolder: string,
  id: string,
): Promise<{ tables: PublishedTables; on: string } | null> {
  const copy = cachedFiles(cacheFolder, id)
  const tables = copy === null ? null : await cachedTables(copy.files)
  return copy === null || tables === null ? null : { tables, on: copy.on }
}

/**
 * Reads a cached copy with the same checks as fetched data: it may have been changed, or written by
 * an older version.
 */
async function cachedTables(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<PublishedTables | null> {
  try {
    return await tablesFrom({
      read: (path) => {
        const bytes = files.get(path ?? '')
        return bytes === undefined
          ? Promise.reject(new CityRefused('缺少文件'))
          : Promise.resolve(bytes)
      },
    })
  } catch (error) {
    if (error instanceof CityRefused) return null
    throw error
  }
}
