import type { Model } from '#model/model.ts'
import { registerOf } from '#model/register.ts'
import { isPublic } from '#model/publication-day.ts'
import { docx } from './docx/docx.ts'
import type { OfficialDocument } from './docx/official-document.ts'
import * as at from '#view/addresses.ts'
import type { Deflate } from '../deflate.ts'
import { DeferredFiles } from '../deferred-file.ts'
import { bulletinDocument } from './bulletin.ts'
import { letterheadPictures } from './letterhead.ts'
import { registerDocument } from './register.ts'
import { selfInspectionDocument } from './self-inspection.ts'
import { Memoized } from '#model/memoized.ts'

const all = new Memoized<ReadonlyMap<string, () => OfficialDocument>>()
const files = new DeferredFiles(({ length }) => length)

/** The addresses of all documents. */
export const documentAddresses = (model: Model): string[] => [...documents(model).keys()]

/** The document at an address, before it is in any format; undefined where there is none. */
const documentAt = (model: Model, address: string): OfficialDocument | undefined =>
  documents(model).get(address)?.()

/** A Word document without text, for the forms. */
export const blankDocumentBytes = ({ asOf }: Model): Promise<Uint8Array<ArrayBuffer>> =>
  docx({ title: '', author: '', description: '', day: asOf, blocks: [] })

/** The bytes of the document at an address: the same for the same data and day. */
export const documentBytes = (
  model: Model,
  address: string,
  deflate?: Deflate,
): Promise<Uint8Array<ArrayBuffer>> =>
  files.bytes(model, address, () => bytesOf(model, address, deflate))

/** How many bytes the document at an address has. */
export const documentSize = (model: Model, address: string): Promise<number> =>
  files.metadata(model, address, () => bytesOf(model, address))

function bytesOf(
  model: Model,
  address: string,
  deflate?: Deflate,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = documentAt(model, address)
  if (document === undefined) throw new Error(`there is no document at ${address}`)
  return docx(document, deflate)
}

function documents(model: Model): ReadonlyMap<string, () => OfficialDocument> {
  return all.of(model, () => new Map(entriesOf(model)))
}

function* entriesOf(model: Model): Generator<[string, () => OfficialDocument]> {
  const { dataset, index, asOf } = model
  for (const inspection of dataset.inspections) {
    const bulletin = dataset.bulletins[inspection.id]
    if (bulletin !== undefined)
      yield [
        at.bulletinDocument(inspection.id),
        () => ({
          ...bulletinDocument(model, inspection, bulletin),
          ...letterheadPictures(model, inspection),
        }),
      ]
  }
  for (const [period, order] of index.orders)
    yield [
      at.registerDocument(period),
      () => registerDocument(model, registerOf(dataset, order, asOf)),
    ]
  for (const [period, reports] of Object.entries(dataset.selfInspections))
    for (const [unit, report] of Object.entries(reports))
      if (isPublic(report, asOf))
        yield [
          at.selfInspectionDocument(period, unit),
          () => selfInspectionDocument(model, unit, report),
        ]
}
