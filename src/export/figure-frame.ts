import { jsonText } from '#model/json-text.ts'
import type { Model } from '#model/model.ts'
import type { Inspection } from '#model/dataset.ts'
import { termsOf } from '#model/terms.ts'
import { escapedXml } from '#model/xml-text.ts'
import * as at from '#view/addresses.ts'
import { inspectionName } from '#view/inspection-names.ts'

/** In CSS pixels; in a narrower frame the figures are one below the other. */
const figureSize = { width: 640, height: 720 } as const

/** The HTML with which another site embeds the figures of an inspection. */
export const figureFrame = (inspection: Inspection, siteUrl: string): string =>
  `<iframe src="${escapedXml(at.absolute(siteUrl, at.figurePage(inspection.id)))}" title="${escapedXml(inspectionName(inspection, '结果'))}" width="${figureSize.width}" height="${figureSize.height}" loading="lazy"></iframe>`

/** The oEmbed description (oembed.com, version 1.0) of the figures of an inspection, as JSON. */
export function figureEmbedding(model: Model, inspection: Inspection, siteUrl: string): string {
  const { site } = model.dataset
  const answer = {
    version: '1.0',
    type: 'rich',
    title: inspectionName(inspection, '结果'),
    provider_name: site.name,
    provider_url: at.absolute(siteUrl, at.home),
    ...termsOf(site),
    ...figureSize,
    html: figureFrame(inspection, siteUrl),
  }
  return jsonText(answer)
}
