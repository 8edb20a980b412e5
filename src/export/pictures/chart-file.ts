import type { ChartDescription, ChartSource } from '#view/charts/description.ts'
import { chartSvg as svgOf } from './chart-svg.ts'
import { picture } from './picture.ts'

/** A chart of the site as an SVG file. */
export const chartSvg = (chart: ChartDescription, source: ChartSource): string =>
  svgOf(chart, source, picture(chart))
