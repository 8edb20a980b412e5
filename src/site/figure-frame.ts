import type { Inspection } from '#domain/dataset.ts'
import { escapedXml } from '#domain/xml-text.ts'
import * as at from './addresses.ts'
import { inspectionName } from './inspection-names.ts'

/** In CSS pixels; a narrower frame shows the figures one below the other. */
export const figureSize = { width: 640, height: 420 } as const

/** What another site writes to show the figures of an inspection in a frame. */
export const figureFrame = (inspection: Inspection, siteUrl: string): string =>
  `<iframe src="${escapedXml(at.absolute(siteUrl, at.figurePage(inspection.id)))}" title="${escapedXml(inspectionName(inspection, '结果'))}" width="${figureSize.width}" height="${figureSize.height}" loading="lazy"></iframe>`
