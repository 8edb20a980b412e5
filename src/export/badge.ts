import { displayWidth } from '#messages/display-width.ts'
import { escapedXml } from '#model/xml-text.ts'

/** A badge: the state of a unit in a register, as a small picture. */
export interface Badge {
  /** The unit and the subject: 市水务局2025年第二季度自查整改. */
  readonly label: string
  /** The state, in the words of the register. */
  readonly state: string
  /** The day of the state, as printed; only for states that change from day to day. */
  readonly asOf?: string | undefined
  readonly isDone: boolean
  /** The notice of the site, such as 非官方示例. A badge is embedded in pages that do not show it. */
  readonly notice?: string | undefined
  /** Source and terms of use, as metadata. */
  readonly terms: string
}

const size = 13
const gap = 10
const rowHeight = 26

/** The current badge in words, as the alternative text of a picture that is generated with it. */
export const badgeText = ({ label, state, asOf, notice }: Badge): string =>
  `${label}：${state}${asOf === undefined ? '' : `（截至${asOf}）`}${notice === undefined ? '' : `。${notice}`}`

/**
 * What the badge is about, without its state: in the HTML of another site the text stays while the
 * picture changes.
 */
export const lastingBadgeText = ({ label }: Badge): string => `${label}公开状态`

/** The size of a badge in pixels; the notice is a row of its own. */
export function badgeSize(badge: Badge): { width: number; height: number } {
  const { notice } = badge
  const noticeWidth = notice === undefined ? 0 : widthOf(notice) + 2 * gap
  return {
    width: Math.max(
      badgeParts(badge).reduce((sum, part) => sum + widthOf(part) + 2 * gap, 0),
      noticeWidth,
    ),
    height: notice === undefined ? rowHeight : 2 * rowHeight,
  }
}

/** The two parts of the first row: what is said, and how it stands. */
const badgeParts = ({ label, state, asOf }: Badge): [string, string] => [
  label,
  asOf === undefined ? state : `${state}（截至${asOf}）`,
]

/**
 * The badge as SVG. It has one colour for what was published and one for everything else; the state
 * is given in words.
 */
export function badgeSvg(badge: Badge): string {
  const { isDone, notice, terms } = badge
  const [label, right] = badgeParts(badge)
  const first = widthOf(label) + 2 * gap
  const { width, height } = badgeSize(badge)
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

/** The approximate width in common fonts: a Chinese character is as wide as it is high. */
const widthOf = (text: string): number => Math.ceil(displayWidth(text, { letter: 0.58 }) * size)
