import sharp from 'sharp'
import { pictureWidth } from './pictures.ts'
import type { Shown } from './show.ts'
import { maxPictureBytes } from './shown.ts'

/** Frames and numbers the marked elements, and takes a picture of the part of the page. */
export async function shot({ page, from, to, marks }: Shown): Promise<Buffer> {
  const scrolled = await page.evaluate(() => scrollY)
  const places = await Promise.all([from, to, ...marks].map((one) => one.boundingBox()))
  const [first, last, ...marked] = places.map((place) => {
    if (place === null) throw new Error('an element of a picture is not visible')
    return { ...place, y: place.y + scrolled }
  })
  // An element as wide as the page gets its frame inside its edges.
  const boxes = marked.map(({ x, y, width, height }) => {
    const left = Math.max(3, x - 5)
    const right = Math.min(pictureWidth - 3, x + width + 5)
    return { left, top: y - 5, width: right - left, height: height + 10 }
  })
  if (first === undefined || last === undefined) throw new Error('a picture shows nothing')
  await page.evaluate(
    ({ boxes, wide }) => {
      for (const [n, { left, top, width, height }] of boxes.entries()) {
        const frame = document.createElement('div')
        frame.style.cssText = `position:absolute;left:${String(left)}px;top:${String(top)}px;width:${String(width)}px;height:${String(height)}px;box-sizing:border-box;border:3px solid #c00;border-radius:6px;z-index:99;pointer-events:none`
        const number = document.createElement('b')
        number.textContent = String(n + 1)
        // Beside a narrow frame, so that the number hides nothing, or above it where another frame
        // is there; on the corner of a wide one.
        const isTaken = boxes.some(
          (other) =>
            other.left > left &&
            other.left < left + width + 24 &&
            other.top < top + 21 &&
            other.top + other.height > top,
        )
        const narrow = isTaken ? 'right:-3px;top:-22px' : 'left:100%;top:-3px'
        const side = width < wide ? narrow : 'right:-3px;top:-8px'
        number.style.cssText = `position:absolute;${side};width:24px;height:24px;border-radius:12px;background:#c00;color:#fff;font:700 16px/24px sans-serif;text-align:center`
        frame.append(number)
        document.body.append(frame)
      }
    },
    { boxes, wide: pictureWidth - 80 },
  )
  const top = Math.max(0, Math.floor(first.y) - margin)
  const bottom = Math.ceil(last.y + last.height) + margin
  const picture = await page.screenshot({
    fullPage: true,
    clip: { x: 0, y: top, width: pictureWidth, height: bottom - top },
    animations: 'disabled',
    caret: 'hide',
  })
  return smallest(picture)
}

/** Pixels around the elements of a picture. */
const margin = 10

/**
 * With as many colours as the size limit allows: letters stay sharp, and only their edges get fewer
 * shades.
 */
async function smallest(picture: Buffer): Promise<Buffer> {
  for (const colours of [64, 32, 16, 8]) {
    const small = await sharp(picture)
      .png({ palette: true, colours, effort: 10, compressionLevel: 9, dither: 0 })
      .toBuffer()
    if (small.length <= maxPictureBytes) return small
  }
  throw new Error(`a picture is larger than ${String(maxPictureBytes)} bytes in any way`)
}
