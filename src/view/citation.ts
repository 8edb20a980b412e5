import type { Model } from '#model/model.ts'
import { chineseDate } from '#model/calendar.ts'
import { licenceText } from '#model/terms.ts'
import * as at from './addresses.ts'

/** A line by which others cite a page: site, title, day, address and licence. */
export function citation(
  { dataset: { site }, asOf, siteUrl }: Pick<Model, 'dataset' | 'asOf' | 'siteUrl'>,
  title: string,
  href: string,
): string {
  return [
    `${site.name}：《${title}》`,
    `内容截至${chineseDate(asOf)}`,
    ...(siteUrl === undefined ? [] : [at.absolute(siteUrl, href)]),
    `使用许可：${licenceText(site.licence ?? null)}`,
  ].join('，')
}
