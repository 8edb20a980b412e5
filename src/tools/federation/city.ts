import { isPlainAddress } from '#schema/scalars.ts'
import { keep, keptCopy } from './last-copies.ts'
import { ensureHonest } from './honest-tables.ts'
import {
  headOf,
  readDescriptor,
  readTable,
  wanted,
  type PublishedTables,
} from './published-tables.ts'
import { isAddress, largestFile, Refused, sourceOf, type Source } from './source.ts'

/** What is known of a city. */
export interface CityData {
  readonly id: string
  readonly name: string
  /** The city's own site, where its package has an address. */
  readonly site?: string | undefined
  /** Null where there is neither its data nor a copy. */
  readonly tables: PublishedTables | null
  /** The day on which the data was fetched. */
  readonly fetchedOn: string | null
  /** Why today's data is not used, in Chinese. */
  readonly trouble: string | null
}

export interface Fetching {
  /** The folder against which paths of the list count. */
  readonly base: string
  readonly keptIn: string
  /** Seconds that one file may take. */
  readonly patience: number
  readonly today: string
}

/**
 * Fetches a city's tables once and checks them whole; where that fails, takes the last good copy.
 * A city that is slow, wrong or gone never holds up the others.
 */
export async function cityData(
  id: string,
  { name, package: location }: { readonly name: string; readonly package: string },
  { base, keptIn, patience, today }: Fetching,
): Promise<CityData> {
  const site =
    isAddress(location) && isPlainAddress(location) ? URL.parse('../', location)?.href : undefined
  const known = { id, name, site }
  try {
    const files = new Map<string, Uint8Array>()
    const source = sourceOf(location, base, patience)
    const tables = await tablesFrom({
      read: async (path, limit) => {
        const bytes = await source.read(path, limit)
        files.set(path ?? '', bytes)
        return bytes
      },
    })
    ensureNothingLost(tables, (await lastCopy(keptIn, id))?.tables)
    keep(keptIn, id, { on: today, files })
    return { ...known, tables, fetchedOn: today, trouble: null }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const copy = await lastCopy(keptIn, id)
    return {
      ...known,
      tables: copy?.tables ?? null,
      fetchedOn: copy?.on ?? null,
      trouble: error.message,
    }
  }
}

/** A package of a city tells of its tables in a few kilobytes. */
const largestDescriptor = 1024 * 1024

/** @throws Refused where the package is broken, holds no inspection or holds what cannot be true */
async function tablesFrom({ read }: Source): Promise<PublishedTables> {
  const { resources } = readDescriptor(await read(undefined, largestDescriptor))
  const tables: Partial<Record<(typeof wanted)[number], PublishedTables['rates']>> = {}
  for (const name of wanted) {
    const resource = resources.find((one) => one.name === name)
    // A table without rows is not published.
    tables[name] =
      resource === undefined
        ? []
        : readTable(
            name,
            await read(resource.path, Math.min(resource.bytes, largestFile)),
            resource,
          )
  }
  const published = tables as PublishedTables
  ensureHonest(published)
  return published
}

/**
 * A table that had rows and is gone is a package that was put together in part: records are added to,
 * and one that is withdrawn leaves the others.
 */
function ensureNothingLost(tables: PublishedTables, last: PublishedTables | undefined): void {
  const lost = wanted.filter((name) => tables[name].length === 0 && (last?.[name].length ?? 0) > 0)
  if (lost.length === 0) return
  const titles = lost.map((name) => `“${headOf(name).title}”`).join('、')
  throw new Refused(`数据包里没有了上次有的${titles}表；确实撤下了的，请删去这个市的副本再运行`)
}

/** The last good copy of a city, as far as it is still good; null where there is none. */
async function lastCopy(
  keptIn: string,
  id: string,
): Promise<{ tables: PublishedTables; on: string } | null> {
  const copy = keptCopy(keptIn, id)
  const tables = copy === null ? null : await tablesOfCopy(copy.files)
  return copy === null || tables === null ? null : { tables, on: copy.on }
}

/** A copy may have been touched, or made by an older version: it is checked like what is fetched. */
async function tablesOfCopy(
  files: ReadonlyMap<string, Uint8Array>,
): Promise<PublishedTables | null> {
  try {
    return await tablesFrom({
      read: (path) => {
        const bytes = files.get(path ?? '')
        return bytes === undefined
          ? Promise.reject(new Refused('缺少文件'))
          : Promise.resolve(bytes)
      },
    })
  } catch (error) {
    if (error instanceof Refused) return null
    throw error
  }
}
