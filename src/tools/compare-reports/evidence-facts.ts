import { deviceName } from '#schema/scalars.ts'
import { product } from '#build/product.ts'
import { halfWidth } from '#model/plain-text.ts'
import { sha256 } from '#model/sha256.ts'
import { emailAddress, personalNumbers } from '#model/texts/personal-numbers.ts'

/** The paths of the evidence for a pair. */
export interface EvidencePaths {
  readonly page: string
  readonly data: string
  readonly current: string
  readonly before: string
}

/** The program that made the evidence. */
export const programText = `${product.name} ${product.version}`

/** Longest part of a unit's name in a file name, in characters. */
const maxNameLength = 40

/** Names of other files of the evidence. */
const taken = /^(?:index|summary|texts)$/i

/** The paths of the evidence for a unit; a name that fits no file name gets a checksum. */
export function evidencePaths(unit: string): EvidencePaths {
  const plain = unit.replace(/[^\p{L}\p{N}_-]/gu, '_').slice(0, maxNameLength)
  const isPlain =
    plain === unit &&
    /^[\p{L}\p{N}]/u.test(plain) &&
    !taken.test(plain) &&
    !deviceName.test(plain.toLowerCase())
  const name = isPlain ? plain : `${plain}-${sha256(unit).slice(0, 8)}`
  return {
    page: `${name}.html`,
    data: `${name}.json`,
    current: `texts/${name}.current.txt`,
    before: `texts/${name}.before.txt`,
  }
}

/** Something in a report that may identify a person, with its position in the text. */
interface PersonalPlace {
  readonly what: string
  readonly index: number
}

/** What may identify a person in a text. Evidence with such text must not be published as it is. */
export function personalPlaces(text: string): PersonalPlace[] {
  const emails = /[@＠]/.test(text)
    ? [...halfWidth(text).matchAll(emailAddress)].map(({ index }) => ({ what: '电子邮箱', index }))
    : []
  const numbers = [...personalNumbers(text)].map(({ what, index }) => ({ what, index }))
  return [...numbers, ...emails].sort((a, b) => a.index - b.index)
}

/** How positions are counted. */
export const positionNote = '位置从0数起，含头不含尾，按UTF-16单元数，在旁边提取出的文本（.txt）里'
