import { termsOf, termsText } from '#domain/terms.ts'
import type { Site } from '#schema/site.ts'

/** Who made a document, from what and on what terms; a site that is not official says so in each. */
export function originWords(site: Site): string {
  const { name, notice } = site
  return `由“${name}”生成。${notice === undefined ? '' : `${notice}。`}${termsText(termsOf(site))}`
}
