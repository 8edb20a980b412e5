import type { Site } from '#schema/site.ts'

/** What the data is not, who publishes it, from which document it comes and how it may be used. */
export interface Terms {
  /** Stands on every page, and so in every file: 非官方示例. */
  readonly notice?: string
  readonly publisher?: string
  readonly source?: NonNullable<Site['source']>
  /** Null where none is named: silence grants nothing, and every file says that nothing was said. */
  readonly licence: NonNullable<Site['licence']> | null
}

/** What the office has said of its data. */
export const termsOf = ({
  notice,
  organiser,
  source,
  licence,
}: Pick<Site, 'notice' | 'organiser' | 'source' | 'licence'>): Terms => ({
  ...(notice === undefined ? {} : { notice }),
  ...(organiser === undefined ? {} : { publisher: organiser.name }),
  ...(source === undefined ? {} : { source }),
  licence: licence ?? null,
})

/** The terms in words, for the properties of a file. */
export function termsText({ notice, publisher, source, licence }: Terms): string {
  const known = [
    ['发布者', publisher],
    ['来源', source && addressed(source.title, source.address)],
    ['使用许可', licenceText(licence)],
  ]
  return [
    notice === undefined ? '' : sentence(notice),
    ...known.map(([name, value]) => (value === undefined ? '' : sentence(`${name}：${value}`))),
  ].join('')
}

/** Words with their full stop, which the office may have typed itself. */
const sentence = (words: string): string => (words.endsWith('。') ? words : `${words}。`)

/** What is written for a licence that nobody has named. */
export const noLicence = '未写明'

/** A licence on one line. */
export const licenceText = (licence: Terms['licence']): string =>
  licence === null ? noLicence : addressed(licence.name, licence.address)

const addressed = (words: string, address: string | undefined): string =>
  address === undefined ? words : `${words}（${address}）`
