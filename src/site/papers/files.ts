import { registerOf } from '#domain/register.ts'
import { isPublic } from '#domain/publication-day.ts'
import { docx } from '#exports/papers/docx.ts'
import type { Paper } from '#exports/papers/paper.ts'
import * as at from '../addresses.ts'
import { type SiteData, shared, siteData } from '../data.ts'
import { bulletinPaper } from './bulletin.ts'
import { letterheadPictures } from './letterhead.ts'
import { registerPaper } from './register.ts'
import { selfInspectionPaper } from './self-inspection.ts'

type Bytes = Uint8Array<ArrayBuffer>
interface Made {
  readonly size: number
  /** Until it is taken; its size is told on a page later. */
  bytes: Bytes | null
}
const all = shared<ReadonlyMap<string, () => Paper>>('papers')
const papersMade = shared<Promise<Made>>('paper')

/** The addresses of all documents. */
export const paperAddresses = (): string[] => [...papers().keys()]

/** The document at an address, before it is in any format; undefined where there is none. */
export const paperAt = (address: string): Paper | undefined => papers().get(address)?.()

/** The bytes of the document at an address: the same for the same data and day. */
export async function paperFile(address: string): Promise<Bytes> {
  const paper = await made(address)
  const { bytes } = paper
  paper.bytes = null
  return bytes ?? bytesOf(address)
}

/** How many bytes the document at an address has, without making it again. */
export const paperSize = async (address: string): Promise<number> => (await made(address)).size

const made = (address: string): Promise<Made> =>
  papersMade.of(
    siteData(),
    async () => {
      const bytes = await bytesOf(address)
      return { size: bytes.length, bytes }
    },
    address,
  )

function bytesOf(address: string): Promise<Bytes> {
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
