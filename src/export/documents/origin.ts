import { termsOf, termsText } from '#model/terms.ts'
import type { Site } from '#schema/site.ts'

/** Which site generated a document, its terms of use, and whether the site is official. */
export const originWords = (site: Site): string =>
  `由“${site.name}”生成。${termsText(termsOf(site))}`
