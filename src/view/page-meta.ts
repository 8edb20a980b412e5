import type { Site } from '#schema/site.ts'
import { attributes } from './markup.ts'

/**
 * What the meta tags of a page depend on. Every page except the home page is a column or an
 * article.
 */
interface PageFacts {
  readonly kind: 'home' | 'column' | 'article'
  /** The label of the navigation entry that the page belongs to, if any. */
  readonly column: string | undefined
  readonly title: string
  /** Public address of the page, where the site's is known. */
  readonly address: string | undefined
  readonly article: Article | undefined
}

/** An official document, or a record of this site, that was published on a day. */
export interface Article {
  /** The day it was published here, as an ISO day. */
  readonly published: string | undefined
  readonly source: string | undefined
}

export type MetaTag = Readonly<Record<'name' | 'content', string>>

/**
 * The tags that inspectors of government websites look for: three on the home page, seven on a page
 * of a column, ten on an article (国办发〔2017〕47号, annex 网页设计规范). Tags without a known value are
 * left out. The description has the usual HTML tag.
 */
export function metaTags(site: Site, page: PageFacts): MetaTag[] {
  const registration = typeof site.registration === 'object' ? site.registration : {}
  const { column } = site
  const tags: [string, string | undefined][] = [
    ['SiteName', registration.site_name ?? site.name],
    ['SiteDomain', registration.domain ?? hostOf(page.address)],
    ['SiteIDCode', registration.code],
  ]
  if (page.kind !== 'home')
    tags.push(
      ['ColumnName', column?.name ?? page.column],
      ['ColumnDescription', column?.description],
      ['ColumnKeywords', column?.keywords?.join(',')],
      ['ColumnType', column?.type],
    )
  if (page.kind === 'article')
    tags.push(
      ['ArticleTitle', page.title],
      ['PubDate', pubDate(page.article?.published)],
      ['ContentSource', page.article?.source],
      ['Url', page.address],
    )
  return tags.flatMap(([name, content]) => (content === undefined ? [] : [{ name, content }]))
}

/** `YYYY-MM-DD HH:MM`, as the rule requires; only days are known, so the time is 00:00. */
const pubDate = (day: string | undefined): string | undefined =>
  day === undefined ? undefined : `${day} 00:00`

const hostOf = (address: string | undefined): string | undefined =>
  address === undefined ? undefined : new URL(address).hostname

/** Tags as markup. A function instead of a component, because every page has dozens of them. */
export const metaElements = (tags: readonly Readonly<Record<string, string>>[]): string =>
  tags.map((tag) => `<meta${attributes(tag).text}>`).join('')

/** The size of preview pictures that messengers and social networks expect, in pixels. */
export const shareSize = { width: 1200, height: 630 } as const

export type PropertyTag = Readonly<Record<'property' | 'content', string>>

/** The Open Graph tags that messengers and social networks read when a page is shared. */
export const openGraphTags = (page: {
  readonly title: string
  readonly description: string
  readonly address: string
  readonly site: string
  readonly isArticle: boolean
  readonly picture: string
}): PropertyTag[] => [
  { property: 'og:type', content: page.isArticle ? 'article' : 'website' },
  { property: 'og:title', content: page.title },
  { property: 'og:description', content: page.description },
  { property: 'og:url', content: page.address },
  { property: 'og:site_name', content: page.site },
  { property: 'og:locale', content: 'zh_CN' },
  { property: 'og:image', content: page.picture },
  { property: 'og:image:width', content: String(shareSize.width) },
  { property: 'og:image:height', content: String(shareSize.height) },
]
