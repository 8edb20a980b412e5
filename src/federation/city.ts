import { keep, keptCopy } from './kept-copies.ts'
import { readDescriptor, readTable, wanted, type PublishedTables } from './published-tables.ts'
import { Refused, sourceOf, type Source } from './source.ts'

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
  const site = /^https?:/i.test(location) ? new URL('../', location).href : undefined
  const known = { id, name, site }
  try {
    const files = new Map<string, Uint8Array>()
    const source = sourceOf(location, base, patience)
    const tables = await tablesFrom({
      read: async (path) => {
        const bytes = await source.read(path)
        files.set(path ?? '', bytes)
        return bytes
      },
    })
    keep(keptIn, id, { on: today, files })
    return { ...known, tables, fetchedOn: today, trouble: null }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    const copy = keptCopy(keptIn, id)
    const tables = copy === null ? null : await tablesOfCopy(copy.files)
    return {
      ...known,
      tables,
      fetchedOn: tables === null ? null : (copy?.on ?? null),
      trouble: error.message,
    }
  }
}

async function tablesFrom({ read }: Source): Promise<PublishedTables> {
  const { resources } = readDescriptor(await read())
  const tables: Partial<Record<(typeof wanted)[number], PublishedTables['rates']>> = {}
  for (const name of wanted) {
    const resource = resources.find((one) => one.name === name)
    // A table without rows is not published.
    tables[name] =
      resource === undefined ? [] : readTable(name, await read(resource.path), resource)
  }
  return tables as PublishedTables
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
