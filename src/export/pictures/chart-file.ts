import type { ChartDescription, ChartSource } from '#view/charts/description.ts'
import { chartSvg } from './chart-svg.ts'
import { picture } from './picture.ts'

/** A chart of the site as an SVG file. */
export const chartSvgFile = (chart: ChartDescription, source: ChartSource): string =>
  chartSvg(chart, source, picture(chart))
