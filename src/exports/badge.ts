import { escapedXml } from '#domain/xml-text.ts'

/** A state of the register as a small picture. */
export interface Badge {
  /** Whose and of what: 市水务局2025年第二季度自查整改. */
  readonly label: string
  /** The state, in the words of the register. */
  readonly state: string
  /** The day to which the state belongs, as printed, where it changes with the calendar. */
  readonly asOf?: string | undefined
  readonly isDone: boolean
  /** Whose data it is and how it may be used, for programs; empty where nothing is known. */
  readonly terms: string
}

const size = 13
const gap = 10
const height = 26

/** The badge in words: what stands in place of the picture. */
export const badgeText = ({ label, state, asOf }: Badge): string =>
  `${label}：${state}${asOf === undefined ? '' : `（截至${asOf}）`}`

/**
 * The badge as SVG. It has two colours only: that something was published, and everything else. The
 * state stands in words, and no state is shown that the register does not have.
 */
export function badgeSvg(badge: Badge): string {
  const { label, state, asOf, isDone, terms } = badge
  const right = asOf === undefined ? state : `${state}（截至${asOf}）`
  const [first, second] = [label, right].map((text) => widthOf(text) + 2 * gap) as [number, number]
  const width = first + second
  const alternative = escapedXml(badgeText(badge))
  const text = (words: string, x: number): string =>
    `<text x="${x}" y="17.5">${escapedXml(words)}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" lang="zh-CN" aria-label="${alternative}">`,
    `<title>${alternative}</title>`,
    terms === ''
      ? ''
      : `<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:rights>${escapedXml(terms)}</dc:rights></metadata>`,
    `<rect width="${first}" height="${height}" fill="#48515c"/>`,
    `<rect x="${first}" width="${second}" height="${height}" fill="${isDone ? '#1f4e8c' : '#5f6b78'}"/>`,
    `<g fill="#fff" font-size="${size}" font-family="'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',sans-serif">`,
    text(label, gap),
    text(right, first + gap),
    '</g></svg>\n',
  ].join('')
}

/** About as wide as common fonts draw it: a Chinese character is as wide as it is high. */
const widthOf = (text: string): number =>
  Math.ceil([...text].reduce((sum, letter) => sum + (letter >= '\u2010' ? 1 : 0.58), 0) * size)
