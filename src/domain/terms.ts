import type { Site } from '#schema/site.ts'

/** Who publishes the data, from which document it comes and how it may be used; what is not known is left out. */
export interface Terms {
  readonly publisher?: string
  readonly source?: NonNullable<Site['source']>
  readonly licence?: NonNullable<Site['licence']>
}

/** What the office has said of its data; nobody grants a licence by silence. */
export const termsOf = ({
  organiser,
  source,
  licence,
}: Pick<Site, 'organiser' | 'source' | 'licence'>): Terms => ({
  ...(organiser === undefined ? {} : { publisher: organiser.name }),
  ...(source === undefined ? {} : { source }),
  ...(licence === undefined ? {} : { licence }),
})

/** The terms in words, for the properties of a file; empty where nothing is known. */
export function termsText({ publisher, source, licence }: Terms): string {
  const known = [
    ['发布者', publisher],
    ['来源', source && addressed(source.title, source.address)],
    ['使用许可', licence && licenceText(licence)],
  ]
  return known.map(([name, value]) => (value === undefined ? '' : `${name}：${value}。`)).join('')
}

/** A licence on one line. */
export const licenceText = ({ name, address }: NonNullable<Terms['licence']>): string =>
  addressed(name, address)

const addressed = (words: string, address: string | undefined): string =>
  address === undefined ? words : `${words}（${address}）`
