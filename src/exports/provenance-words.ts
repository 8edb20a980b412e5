import type { Provenance } from './table.ts'

/** Where the data of a file comes from and on what terms it may be used; what is not known is left out. */
export function provenanceWords({
  publisher,
  source,
  licence,
}: Pick<Provenance, 'publisher' | 'source' | 'licence'>): string {
  const known = [
    ['发布者', publisher],
    ['来源', source && withAddress(source.title, source.address)],
    ['使用许可', licence && licenceWords(licence)],
  ]
  return known.map(([name, value]) => (value === undefined ? '' : `${name}：${value}。`)).join('')
}

/** A licence on one line. */
export const licenceWords = ({ name, address }: NonNullable<Provenance['licence']>): string =>
  withAddress(name, address)

const withAddress = (words: string, address: string | undefined): string =>
  address === undefined ? words : `${words}（${address}）`
