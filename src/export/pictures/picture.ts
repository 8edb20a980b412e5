import { createCanvas, SvgExportFlag } from '@napi-rs/canvas'
import { computedOnce } from '#model/memoized.ts'
import { chartjs } from '#view/charts/chartjs.ts'
import type { ChartDescription } from '#view/charts/description.ts'
import { Chart } from '#view/charts/parts.ts'
import { drawingSize, type Picture, pictureFrom, placeholderBrush } from './picture-markup.ts'

/** The picture of a chart, cached because the page and the chart's files all need it. */
export const picture = computedOnce(draw, JSON.stringify)

function draw(description: ChartDescription): Picture {
  const { width, height } = drawingSize(description)
  const canvas = createCanvas(width, height, SvgExportFlag.NoPrettyXML)
  const config = chartjs(description, placeholderBrush)
  const chart = new Chart(canvas as unknown as HTMLCanvasElement, {
    ...config,
    options: { ...config.options, devicePixelRatio: 1 },
  })
  const markup = canvas.getContent().toString('utf8')
  chart.destroy()
  return pictureFrom(description, markup)
}
