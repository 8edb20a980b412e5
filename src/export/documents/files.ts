import type { Model } from '#model/model.ts'
import { registerOf } from '#model/register.ts'
import { isPublic } from '#model/publication-day.ts'
import { docx } from './docx/docx.ts'
import type { Paper } from './docx/paper.ts'
import * as at from '#view/addresses.ts'
import { DeferredFiles } from '../deferred-file.ts'
import { bulletinPaper } from './bulletin.ts'
import { letterheadPictures } from './letterhead.ts'
import { registerPaper } from './register.ts'
import { selfInspectionPaper } from './self-inspection.ts'
import { Memoized } from '#model/memoized.ts'

const all = new Memoized<ReadonlyMap<string, () => Paper>>()
const files = new DeferredFiles(({ length }) => length)

/** The addresses of all documents. */
export const paperAddresses = (model: Model): string[] => [...papers(model).keys()]

/** The document at an address, before it is in any format; undefined where there is none. */
const paperAt = (model: Model, address: string): Paper | undefined => papers(model).get(address)?.()

/** The bytes of the document at an address: the same for the same data and day. */
export const paperFile = (model: Model, address: string): Promise<Uint8Array<ArrayBuffer>> =>
  files.bytes(model, address, () => bytesOf(model, address))

/** How many bytes the document at an address has. */
export const paperSize = (model: Model, address: string): Promise<number> =>
  files.metadata(model, address, () => bytesOf(model, address))

function bytesOf(model: Model, address: string): Promise<Uint8Array<ArrayBuffer>> {
  const paper = paperAt(model, address)
  if (paper === undefined) throw new Error(`there is no document at ${address}`)
  return docx(paper)
}

function papers(model: Model): ReadonlyMap<string, () => Paper> {
  return all.of(model, () => new Map(entriesOf(model)))
}

function* entriesOf(model: Model): Generator<[string, () => Paper]> {
  const { dataset, index, asOf } = model
  for (const inspection of dataset.inspections) {
    const bulletin = dataset.bulletins[inspection.id]
    if (bulletin !== undefined)
      yield [
        at.bulletinDocument(inspection.id),
        () => ({
          ...bulletinPaper(model, inspection, bulletin),
          ...letterheadPictures(model, inspection),
        }),
      ]
  }
  for (const [period, order] of index.orders)
    yield [
      at.registerDocument(period),
      () => registerPaper(model, registerOf(dataset, order, asOf)),
    ]
  for (const [period, reports] of Object.entries(dataset.selfInspections))
    for (const [unit, report] of Object.entries(reports))
      if (isPublic(report, asOf))
        yield [
          at.selfInspectionDocument(period, unit),
          () => selfInspectionPaper(model, unit, report),
        ]
}
