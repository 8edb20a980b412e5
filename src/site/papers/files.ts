import { registerOf } from '#domain/register.ts'
import { isPublic } from '#domain/publication-day.ts'
import { docx } from '#exports/papers/docx.ts'
import type { Paper } from '#exports/papers/paper.ts'
import * as at from '../addresses.ts'
import { type SiteData, siteData } from '../data.ts'
import { MadeAhead } from '../made-ahead.ts'
import { bulletinPaper } from './bulletin.ts'
import { letterheadPictures } from './letterhead.ts'
import { registerPaper } from './register.ts'
import { selfInspectionPaper } from './self-inspection.ts'
import { Memoized } from '../memoized.ts'

const all = new Memoized<ReadonlyMap<string, () => Paper>>()
const files = new MadeAhead(({ length }) => length)

/** The addresses of all documents. */
export const paperAddresses = (): string[] => [...papers().keys()]

/** The document at an address, before it is in any format; undefined where there is none. */
const paperAt = (address: string): Paper | undefined => papers().get(address)?.()

/** The bytes of the document at an address: the same for the same data and day. */
export const paperFile = (address: string): Promise<Uint8Array<ArrayBuffer>> =>
  files.take(siteData(), address, () => bytesOf(address))

/** How many bytes the document at an address has. */
export const paperSize = (address: string): Promise<number> =>
  files.told(siteData(), address, () => bytesOf(address))

function bytesOf(address: string): Promise<Uint8Array<ArrayBuffer>> {
  const paper = paperAt(address)
  if (paper === undefined) throw new Error(`there is no document at ${address}`)
  return docx(paper)
}

function papers(): ReadonlyMap<string, () => Paper> {
  const data = siteData()
  return all.of(data, () => new Map(entriesOf(data)))
}

function* entriesOf({ dataset, index, asOf }: SiteData): Generator<[string, () => Paper]> {
  for (const inspection of dataset.inspections) {
    const bulletin = dataset.bulletins[inspection.id]
    if (bulletin !== undefined)
      yield [
        at.bulletinDocument(inspection.id),
        () => ({
          ...bulletinPaper(inspection, bulletin),
          ...letterheadPictures(inspection, dataset.site),
        }),
      ]
  }
  for (const [period, order] of index.orders)
    yield [at.registerDocument(period), () => registerPaper(registerOf(dataset, order, asOf))]
  for (const [period, reports] of Object.entries(dataset.selfInspections))
    for (const [unit, report] of Object.entries(reports))
      if (isPublic(report, asOf))
        yield [at.selfInspectionDocument(period, unit), () => selfInspectionPaper(unit, report)]
}
