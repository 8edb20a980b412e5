import sharp from 'sharp'
import { pictureWidth } from './pictures.ts'
import type { Shown } from './show.ts'
import { mostBytes } from './shown.ts'

/** Frames and numbers what is meant, and takes the part of the page that the picture shows. */
export async function shot({ page, from, to, marks }: Shown): Promise<Buffer> {
  const scrolled = await page.evaluate(() => scrollY)
  const places = await Promise.all([from, to, ...marks].map((one) => one.boundingBox()))
  const [first, last, ...marked] = places.map((place) => {
    if (place === null) throw new Error('an element of a picture is not visible')
    return { ...place, y: place.y + scrolled }
  })
  if (first === undefined || last === undefined) throw new Error('a picture shows nothing')
  await page.evaluate(
    ({ boxes, wide }) => {
      for (const [n, { x, y, width, height }] of boxes.entries()) {
        const frame = document.createElement('div')
        frame.style.cssText = `position:absolute;left:${String(x - 5)}px;top:${String(y - 5)}px;width:${String(width + 10)}px;height:${String(height + 10)}px;box-sizing:border-box;border:3px solid #c00;border-radius:6px;z-index:99;pointer-events:none`
        const number = document.createElement('b')
        number.textContent = String(n + 1)
        // Beside a narrow frame, so that it hides nothing; on the corner of a wide one.
        const side = width < wide ? 'left:100%;top:-3px' : 'right:-3px;top:-14px'
        number.style.cssText = `position:absolute;${side};width:24px;height:24px;border-radius:12px;background:#c00;color:#fff;font:700 16px/24px sans-serif;text-align:center`
        frame.append(number)
        document.body.append(frame)
      }
    },
    { boxes: marked, wide: pictureWidth - 90 },
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

/** Pixels that a picture shows around its elements. */
const margin = 16

/** With as many colours as the file may hold: letters stay sharp, only their edges get fewer shades. */
async function smallest(picture: Buffer): Promise<Buffer> {
  for (const colours of [64, 32, 16, 8]) {
    const small = await sharp(picture)
      .png({ palette: true, colours, effort: 10, compressionLevel: 9, dither: 0 })
      .toBuffer()
    if (small.length <= mostBytes) return small
  }
  throw new Error(`a picture is larger than ${String(mostBytes)} bytes in any way`)
}
