import { escapedXml } from '#model/xml-text.ts'

/** A state of the register as a small picture. */
export interface Badge {
  /** Whose and of what: 市水务局2025年第二季度自查整改. */
  readonly label: string
  /** The state, in the words of the register. */
  readonly state: string
  /** The day to which the state belongs, as printed, where it changes with the calendar. */
  readonly asOf?: string | undefined
  readonly isDone: boolean
  /** What the site says on every page of itself: 非官方示例. A badge stands where no page says it. */
  readonly notice?: string | undefined
  /** Whose data it is and how it may be used, for programs. */
  readonly terms: string
}

const size = 13
const gap = 10
const rowHeight = 26

/** The badge in words, as it is today: what stands in place of the picture where the two are made together. */
export const badgeText = ({ label, state, asOf, notice }: Badge): string =>
  `${label}：${state}${asOf === undefined ? '' : `（截至${asOf}）`}${notice === undefined ? '' : `。${notice}`}`

/** What the badge shows, whatever it says: on another site the words stay while the picture changes. */
export const lastingBadgeText = ({ label }: Badge): string => `${label}公开状态`

/** In CSS pixels: what the site says of itself stands in a row of its own. */
export const badgeHeight = ({ notice }: Badge): number =>
  notice === undefined ? rowHeight : 2 * rowHeight

/**
 * The badge as SVG. It has two colours only: that something was published, and everything else. The
 * state stands in words, and no state is shown that the register does not have.
 */
export function badgeSvg(badge: Badge): string {
  const { label, state, asOf, isDone, notice, terms } = badge
  const right = asOf === undefined ? state : `${state}（截至${asOf}）`
  const [first, second] = [label, right].map((text) => widthOf(text) + 2 * gap) as [number, number]
  const width = Math.max(first + second, notice === undefined ? 0 : widthOf(notice) + 2 * gap)
  const height = badgeHeight(badge)
  const alternative = escapedXml(badgeText(badge))
  const text = (words: string, x: number, row = 0): string =>
    `<text x="${x}" y="${row * rowHeight + 17.5}">${escapedXml(words)}</text>`
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" lang="zh-CN" aria-label="${alternative}">`,
    `<title>${alternative}</title>`,
    `<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:rights>${escapedXml(terms)}</dc:rights></metadata>`,
    `<rect width="${width}" height="${height}" fill="#48515c"/>`,
    `<rect x="${first}" width="${width - first}" height="${rowHeight}" fill="${isDone ? '#1f4e8c' : '#5f6b78'}"/>`,
    `<g fill="#fff" font-size="${size}" font-family="'Microsoft YaHei','PingFang SC','Noto Sans CJK SC',sans-serif">`,
    text(label, gap),
    text(right, first + gap),
    notice === undefined ? '' : text(notice, gap, 1),
    '</g></svg>\n',
  ].join('')
}

/** About as wide as common fonts draw it: a Chinese character is as wide as it is high. */
const widthOf = (text: string): number =>
  Math.ceil([...text].reduce((sum, letter) => sum + (letter >= '\u2010' ? 1 : 0.58), 0) * size)
