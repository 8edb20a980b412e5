import { termsOf, termsText } from '#model/terms.ts'
import type { Site } from '#schema/site.ts'

/** Who made a document, from what and on what terms; a site that is not official says so in each. */
export const originWords = (site: Site): string =>
  `由“${site.name}”生成。${termsText(termsOf(site))}`
