import { type Canvas, createCanvas, loadImage } from '@napi-rs/canvas'
import { termsText } from '#model/terms.ts'
import { chartImage, shapesMarkup, sourceText } from './chart-file.ts'
import { palette } from '#view/charts/colours.ts'
import type { ChartDescription, ChartSource } from '#view/charts/description.ts'
import { indexedPng } from './indexed-png.ts'
import { pictureFont } from './picture-font.ts'

let canvas: Canvas | null = null

/**
 * The chart as PNG, in the size of its SVG. Texts are drawn with a font from a package, so that every
 * machine draws the same and the site needs no font.
 */
export async function chartPng(
  chart: ChartDescription,
  source: ChartSource,
): Promise<Uint8Array<ArrayBuffer>> {
  // One canvas is reused: each takes megabytes, which are freed late.
  canvas ??= createCanvas(1, 1)
  const family = pictureFont('regular')
  const image = chartImage(chart, source)
  const { width, height, texts } = image
  const drawing = await loadImage(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapesMarkup(image)}</svg>`,
    ),
  )
  // Setting the size also clears the canvas.
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  context.drawImage(drawing, 0, 0)
  context.fillStyle = palette.text
  for (const { text, x, y, size, anchor } of texts) {
    context.font = `${size}px ${family}`
    context.textAlign = anchor === 'middle' ? 'center' : anchor
    context.fillText(text, x, y)
  }
  return indexedPng(context.getImageData(0, 0, width, height), {
    Title: chart.title,
    Source: sourceText(source),
    Copyright: termsText(source.terms),
  })
}
