import { chartSvg } from '#export/pictures/chart-svg.ts'
import { drawingSize, pictureFrom, placeholderBrush } from '#export/pictures/picture-markup.ts'
import type { ChartDescription, ChartSource } from '#view/charts/description.ts'
import { recorder } from './recorder.ts'

/** The SVG file of a chart as readers chose it, like those that the site publishes. */
export function chosenSvg(chart: ChartDescription, source: ChartSource): string | undefined {
  const { chartTools } = window
  if (!chartTools) return undefined
  // The parts of one page have ids of their own.
  const named = { ...chart, id: chart.id.replace(/^chart-/, '') }
  const { width, height } = drawingSize(named)
  const { canvas, markup } = recorder(width, height)
  const config = chartTools.chartjs(named, placeholderBrush)
  new chartTools.Chart(canvas, {
    ...config,
    options: { ...config.options, devicePixelRatio: 1 },
  }).destroy()
  return chartSvg(named, source, pictureFrom(named, markup()))
}
