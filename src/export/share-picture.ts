import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { indexedPng } from './pictures/indexed-png.ts'
import { pictureFont } from './pictures/picture-font.ts'
import { shareSize } from '#view/page-meta.ts'

/** The content of a page's preview picture. */
export interface ShareCard {
  /** What the page is: 检查结果, 通报, 台账. */
  readonly kind: string
  readonly title: string
  /** The figures or words that matter most; at most three are drawn. */
  readonly lines: readonly string[]
  readonly site: string
  /** The notice of the site, such as 非官方示例. */
  readonly notice?: string | undefined
}

const margin = 80

/**
 * Draws preview pictures as PNG, one after the other on one canvas: each canvas takes megabytes, which
 * are freed late. Texts are drawn with a font from a package, so that the same card gives the same
 * bytes on every machine.
 */
export function cardDrawer(): (card: ShareCard) => Uint8Array<ArrayBuffer> {
  const { width, height } = shareSize
  const canvas = createCanvas(width, height)
  return (card) => {
    drawCard(card, canvas.getContext('2d'))
    return indexedPng({ width, height, data: canvas.data() })
  }
}

function drawCard(
  { kind, title, lines, site, notice = '' }: ShareCard,
  context: SKRSContext2D,
): void {
  const { width, height } = shareSize
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#1f4e8c'
  context.fillRect(0, 0, width, 110)
  write(context, site, margin, 72, 36, '#fff')
  write(context, kind, margin, 190, 34, '#48515c')
  let y = 262
  for (const line of wrapped(context, title, 60, lines.length === 0 ? 4 : 2)) {
    write(context, line, margin, y, 60, '#1a2027')
    y += 82
  }
  y = Math.max(y - 8, 408)
  for (const line of lines.slice(0, 3)) {
    write(context, line, margin, y, 40, '#1f4e8c')
    y += 58
  }
  write(context, notice, margin, height - 32, 28, '#48515c')
}

function write(
  context: SKRSContext2D,
  text: string,
  x: number,
  y: number,
  size: number,
  colour: string,
): void {
  context.font = `${size}px ${pictureFont()}`
  context.fillStyle = colour
  context.fillText(text, x, y, shareSize.width - 2 * margin)
}

/** Breaks a text into at most `most` lines; an ellipsis ends a text that is cut off. */
function wrapped(context: SKRSContext2D, text: string, size: number, most: number): string[] {
  context.font = `${size}px ${pictureFont()}`
  const room = shareSize.width - 2 * margin
  const lines: string[] = []
  let line = ''
  for (const character of text) {
    if (context.measureText(line + character).width > room) {
      lines.push(line)
      line = ''
    }
    line += character
  }
  lines.push(line)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), `${lines[most - 1]?.slice(0, -1)}…`]
}
