import { registerOf } from '#domain/register.ts'
import { isPublic } from '#domain/publication-day.ts'
import { docx } from '#exports/papers/docx.ts'
import type { Paper } from '#exports/papers/paper.ts'
import * as at from '../addresses.ts'
import { type SiteData, siteData } from '../data.ts'
import { bulletinPaper } from './bulletin.ts'
import { registerPaper } from './register.ts'
import { selfInspectionPaper } from './self-inspection.ts'

type Bytes = Uint8Array<ArrayBuffer>
interface Papers {
  readonly byAddress: ReadonlyMap<string, () => Paper>
  /** Of the documents that were made. */
  readonly sizes: Map<string, number>
}
const memo = new WeakMap<SiteData, Papers>()

/** The addresses of all documents. */
export const paperAddresses = (): string[] => [...papers().byAddress.keys()]

/** The document at an address, before it is in any format; undefined where there is none. */
export const paperAt = (address: string): Paper | undefined => papers().byAddress.get(address)?.()

/** The bytes of the document at an address: the same for the same data and day. */
export async function paperFile(address: string): Promise<Bytes> {
  const paper = paperAt(address)
  if (paper === undefined) throw new Error(`there is no document at ${address}`)
  const bytes = await docx(paper)
  papers().sizes.set(address, bytes.length)
  return bytes
}

/** How many bytes the document at an address has, without making it again. */
export async function paperSize(address: string): Promise<number> {
  return papers().sizes.get(address) ?? (await paperFile(address)).length
}

function papers(): Papers {
  const data = siteData()
  const known = memo.get(data)
  if (known !== undefined) return known
  const fresh = { byAddress: new Map(entriesOf(data)), sizes: new Map<string, number>() }
  memo.set(data, fresh)
  return fresh
}

function* entriesOf({ dataset, index, asOf }: SiteData): Generator<[string, () => Paper]> {
  for (const inspection of dataset.inspections) {
    const bulletin = dataset.bulletins[inspection.id]
    if (bulletin !== undefined)
      yield [at.bulletinDocument(inspection.id), () => bulletinPaper(inspection, bulletin)]
  }
  for (const [period, order] of index.orders)
    yield [at.registerDocument(period), () => registerPaper(registerOf(dataset, order, asOf))]
  for (const [period, reports] of Object.entries(dataset.selfInspections))
    for (const [unit, report] of Object.entries(reports))
      if (isPublic(report, asOf))
        yield [at.selfInspectionDocument(period, unit), () => selfInspectionPaper(unit, report)]
}
