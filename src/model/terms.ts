import type { Site } from '#schema/site.ts'

/** The conditions of use of the data: disclaimer, publisher, source document and licence. */
export interface Terms {
  /** Shown on every page and in every file: 非官方示例. */
  readonly notice?: string
  readonly publisher?: string
  readonly source?: NonNullable<Site['source']>
  /**
   * Null if the office names none. Files then say that no licence was stated, because silence
   * grants no rights.
   */
  readonly licence: NonNullable<Site['licence']> | null
}

/** The conditions of use that the office states. */
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

/** The conditions as text, for the properties of a file. */
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

/** A text with a full stop, which the office may have typed already. */
const sentence = (words: string): string => (words.endsWith('。') ? words : `${words}。`)

/** The text if no licence is stated. */
export const noLicence = '未写明'

/** A licence as one line of text. */
export const licenceText = (licence: Terms['licence']): string =>
  licence === null ? noLicence : addressed(licence.name, licence.address)

const addressed = (words: string, address: string | undefined): string =>
  address === undefined ? words : `${words}（${address}）`
