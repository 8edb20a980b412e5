import { all, find } from './read.ts'

/**
 * The position and size of a canvas in its region, in pixels, and how much of a band its bars fill.
 */
interface CanvasBounds {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly share: number
}

/** Share of the static picture's band that its bars fill. */
const share = 0.72

/** Measures the static picture, so that the canvas fits the labels, which stay. */
export function canvasBounds(region: HTMLElement): CanvasBounds {
  const origin = region.getBoundingClientRect()
  const plot = region.querySelector('.chart-plot')
  if (plot) {
    const { left, top, width, height } = plot.getBoundingClientRect()
    return { left: left - origin.left, top: top - origin.top, width, height, share }
  }

  const bars = all(region, '.chart-row:not([hidden]) .chart-bar svg')
    .filter((bar) => bar.getClientRects().length > 0)
    .map((bar) => bar.getBoundingClientRect())
  const first = bars[0] ?? find(region, '.chart-bar').getBoundingClientRect()
  const last = bars[bars.length - 1] ?? first
  // A band of the canvas is as high as the distance between two bars.
  const band = bars.length > 1 ? (last.top - first.top) / (bars.length - 1) : first.height
  if (bars.some(({ top }, i) => Math.abs(top - first.top - i * band) > 2)) {
    throw new Error('The rows are not of one height')
  }
  return {
    left: first.left - origin.left,
    top: first.top + first.height / 2 - band / 2 - origin.top,
    width: first.width,
    height: band * Math.max(1, bars.length),
    share: (share * first.height) / band,
  }
}
