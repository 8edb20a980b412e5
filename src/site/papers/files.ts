import { registerOf } from '#domain/register.ts'
import { isPublic } from '#domain/publication-day.ts'
import { docx } from '#exports/papers/docx.ts'
import type { Paper } from '#exports/papers/paper.ts'
import * as at from '../addresses.ts'
import { type SiteData, siteData } from '../data.ts'
import { madeOnce } from '../made-once.ts'
import { bulletinPaper } from './bulletin.ts'
import { registerPaper } from './register.ts'
import { selfInspectionPaper } from './self-inspection.ts'

type Bytes = Uint8Array<ArrayBuffer>
interface Papers {
  readonly byAddress: ReadonlyMap<string, () => Paper>
  /** Made when a page or a file first asks: the page tells the size. */
  readonly made: Map<string, Promise<Bytes>>
}
const memo = new WeakMap<SiteData, Papers>()

/** The addresses of all documents. */
export const paperAddresses = (): string[] => [...papers().byAddress.keys()]

/** The document at an address, before it is in any format; undefined where there is none. */
export const paperAt = (address: string): Paper | undefined => papers().byAddress.get(address)?.()

/** The bytes of the document at an address: the same for the same data and day. */
export function paperFile(address: string): Promise<Bytes> {
  const { made } = papers()
  const known = made.get(address)
  if (known !== undefined) return known
  const paper = paperAt(address)
  if (paper === undefined) throw new Error(`there is no document at ${address}`)
  const bytes = madeOnce('docx', paper, () => docx(paper))
  made.set(address, bytes)
  return bytes
}

function papers(): Papers {
  const data = siteData()
  const known = memo.get(data)
  if (known !== undefined) return known
  const fresh = { byAddress: new Map(entriesOf(data)), made: new Map<string, Promise<Bytes>>() }
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
